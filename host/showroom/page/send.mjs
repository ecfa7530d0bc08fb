import { byId, editorLink } from './dom.mjs';
import { isUntouched, read, renewExample, selected } from './editor.mjs';
import { expectNews, markKnown, refresh } from './feed.mjs';
import { say, showOutcome } from './outcome.mjs';
import { ask } from './server.mjs';

let isBusy = false;
/** What was last sent genuine, by event. */
const lastSent = new Map();

/** What the three buttons do. */
export const actionsFor = (n8n) => ({
	send: () => sendEdited('Send', false, n8n),
	forged: () => sendEdited('Send forged', true, n8n),
	again: async () => {
		const body = lastSent.get(selected().id);
		if (body !== undefined) return deliver('Send again', body, false, n8n);
		say('There is nothing to repeat yet: send this event first.');
	},
});

async function sendEdited(what, forged, n8n) {
	const body = await read();
	if (body !== undefined) return deliver(what, body, forged, n8n);
	say('Nothing was sent: the payload is not JSON.');
}

async function deliver(what, body, forged, n8n) {
	if (isBusy) return;
	const choice = selected();
	setBusy(true);
	say(`${what}: in progress.`);
	try {
		await refresh();
		markKnown();
		const order = { vendor: choice.vendor.name, event: choice.event, body, forged };
		const deliveries = await ask('send', order);
		showOutcome(what, deliveries);
		if (deliveries.some(({ execution }) => execution)) expectNews();
		if (!forged) lastSent.set(choice.id, body);
		// Sent once more as it is, it would be a retry to n8n.
		if (!forged && isUntouched(choice, body)) await renewExample();
		await refresh();
	} catch (error) {
		say(`${error.message} `, editorLink(n8n.url, 'Open n8n'));
	} finally {
		setBusy(false);
	}
}

function setBusy(value) {
	isBusy = value;
	// Not "disabled", which would take the focus away.
	for (const id of ['send', 'forged', 'again']) {
		byId(id).setAttribute('aria-disabled', String(value));
	}
}
