import { byId, editorLink, el } from './dom.mjs';
import { selectById, showEvents } from './events.mjs';
import { expectNews, markKnown, refresh, showFeed } from './feed.mjs';
import { faultIn } from './json.mjs';
import { listenToKeys } from './keys.mjs';
import { say, showOutcome } from './outcome.mjs';
import { ask } from './server.mjs';

const payload = byId('payload');
const fault = byId('fault');

let n8n;
/** The selected event: `id`, `vendor`, `event`, and the example as it was put into the editor. */
let current;
let isBusy = false;
/** Comes back when the editor holds the selected event's payload. */
let loaded;
/** By event: what was typed, and what was last sent genuine. */
const drafts = new Map();
const lastSent = new Map();

function select(vendor, event) {
	if (current && payload.value !== current.example) drafts.set(current.id, payload.value);
	const id = `${vendor.name}/${event}`;
	current = { id, vendor, event, example: '' };
	// Or it would pass for the new event's until that has come.
	payload.value = '';
	history.replaceState(null, '', `#${id}`);
	byId('event').textContent = `${vendor.title}: ${event}`;
	byId('listeners').replaceChildren(...listenersOf(vendor));
	loadExample(drafts.get(id));
}

function listenersOf({ title, workflows }) {
	if (workflows.length === 0) {
		return [
			'No active workflow listens to this vendor. ',
			editorLink(n8n.url, 'Publish one in n8n'),
		];
	}
	const links = workflows.map(({ name, editor }) => el('li', {}, editorLink(editor, name)));
	if (links.length === 1) return ['Heard by ', ...links[0].childNodes];
	return [
		el(
			'details',
			{},
			el('summary', {}, `${links.length} workflows listen to ${title}`),
			el('ul', {}, ...links),
		),
	];
}

/** Puts an example into the editor, with new identifiers and times; or what was typed before. */
function loadExample(draft) {
	loaded = fetchExample(draft).catch(({ message }) => say(message));
	return loaded;
}

async function fetchExample(draft) {
	const wanted = current;
	const query = new URLSearchParams({ vendor: wanted.vendor.name, event: wanted.event });
	const { body } = await ask(`example?${query}`);
	if (wanted !== current) return;
	wanted.example = body;
	payload.value = draft ?? body;
	check();
}

/** Says where the payload is no JSON; gives whether it is. */
function check() {
	const found = faultIn(payload.value);
	fault.textContent = found ? `Line ${found.line}, column ${found.column}: ${found.message}.` : '';
	payload.setAttribute('aria-invalid', String(found !== undefined));
	return found;
}

async function deliver(what, body, forged) {
	if (isBusy) return;
	const { id, vendor, event, example } = current;
	setBusy(true);
	say(`${what}: under way.`);
	try {
		await refresh();
		markKnown();
		const order = { vendor: vendor.name, event, body, forged };
		const deliveries = await ask('send', order);
		showOutcome(what, deliveries);
		if (deliveries.some(({ execution }) => execution)) expectNews();
		if (!forged) lastSent.set(id, body);
		// Sent once more as it is, it would be a retry to n8n.
		if (!forged && body === example && id === current.id && payload.value === body)
			await loadExample();
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
	for (const id of ['send', 'forged', 'again'])
		byId(id).setAttribute('aria-disabled', String(value));
}

async function sendEditor(what, forged) {
	await loaded;
	const found = check();
	if (!found) return deliver(what, payload.value, forged);
	say('Nothing was sent: the payload is no JSON.');
	payload.focus();
	payload.setSelectionRange(found.at, found.at + 1);
}

const actions = {
	send: () => sendEditor('Send', false),
	forged: () => sendEditor('Send forged', true),
	again: () => {
		const body = lastSent.get(current.id);
		if (body !== undefined) return deliver('Send again', body, false);
		say('There is nothing to repeat yet: send this event first.');
	},
};

function tellN8n({ url, email }) {
	byId('n8n').replaceChildren(
		editorLink(url, 'Open n8n'),
		` and log in as ${email}, with the password that npm start has printed.`,
	);
}

/** Somebody who comes back from n8n's editor may have published a workflow there. */
async function renew(vendors) {
	const state = await ask('state').catch(() => undefined);
	for (const { name, workflows } of state?.vendors ?? []) {
		const vendor = vendors.find((one) => one.name === name);
		vendor.workflows = workflows;
		vendor.tellListeners();
	}
	byId('listeners').replaceChildren(...listenersOf(current.vendor));
}

/** The event of the address, or else the first that a workflow is sure to hear. */
function selectFirst(vendors) {
	if (selectById(decodeURIComponent(location.hash.slice(1)))) return;
	const first = vendors.find(({ workflows }) => workflows.length > 0) ?? vendors[0];
	selectById(`${first.name}/${first.example}`);
}

try {
	const state = await ask('state');
	n8n = state.n8n;
	tellN8n(n8n);
	showEvents(state.vendors, select);
	selectFirst(state.vendors);
	payload.addEventListener('input', check);
	byId('reset').addEventListener('click', () => {
		drafts.delete(current.id);
		loadExample();
	});
	for (const [id, act] of Object.entries(actions)) byId(id).addEventListener('click', act);
	listenToKeys(actions);
	addEventListener('focus', () => renew(state.vendors));
	await showFeed(n8n);
} catch (error) {
	say(error.message);
}
