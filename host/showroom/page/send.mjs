import { byId, editorLink, isPhone } from './dom.mjs';
import { isUntouched, read, renewExample, selected } from './editor.mjs';
import { markKnown, refresh } from './feed.mjs';
import { target } from './listeners.mjs';
import { expectNews } from './news.mjs';
import { say, showOutcome } from './outcome.mjs';
import { ask } from './server.mjs';

let isBusy = false;
/** What was last sent genuine, and when, by event. */
const lastSent = new Map();

/** Says what would be sent again. */
export function tellAgain() {
	const last = lastSent.get(selected().id);
	byId('again-what').textContent = last
		? `the vendor’s retry of the call of ${last.at}, processed once`
		: 'the vendor’s retry, processed once';
}

/** What the three buttons do. */
export const actionsFor = (n8n) => ({
	send: () => sendEdited('Send', false, n8n),
	forged: () => sendEdited('Send forged', true, n8n),
	again: async () => {
		const last = lastSent.get(selected().id);
		if (last) return deliver(`Send again, the call of ${last.at}`, last.body, false, n8n);
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
		const { vendor, event } = choice;
		const order = { vendor: vendor.name, event, body, forged, target: target() };
		const deliveries = await ask('send', order);
		showOutcome(what, deliveries, body === lastSent.get(choice.id)?.body);
		if (isPhone.matches) byId('outcome-title').scrollIntoView();
		if (deliveries.some(({ execution }) => execution)) expectNews();
		if (!forged) remember(choice.id, body);
		// Sent once more as it is, it would be a retry to n8n.
		if (!forged && isUntouched(choice, body)) await renewExample();
		await refresh();
	} catch (error) {
		say(`${error.message} `, editorLink(n8n.url, 'Open n8n'));
	} finally {
		setBusy(false);
	}
}

/** A retry is no sending of its own. */
function remember(id, body) {
	if (lastSent.get(id)?.body === body) return;
	lastSent.set(id, { body, at: new Date().toLocaleTimeString() });
	tellAgain();
}

function setBusy(value) {
	isBusy = value;
	// Not "disabled", which would take the focus away.
	for (const id of ['send', 'forged', 'again']) {
		byId(id).setAttribute('aria-disabled', String(value));
	}
}
