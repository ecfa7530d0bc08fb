import { byId } from './dom.mjs';
import { faultIn } from './json.mjs';
import { say } from './outcome.mjs';
import { ask } from './server.mjs';

const payload = byId('payload');
const fault = byId('fault');

/** What is edited: `id`, `vendor`, name of the `event`, and the example as it was put in. */
let current;
/** Comes back when the payload is that of the selected event. */
let loaded;
/** What was typed, by event. */
const drafts = new Map();

/** Puts an event's example in, or what was typed for it before. */
export function edit(vendor, event) {
	if (current && payload.value !== current.example) drafts.set(current.id, payload.value);
	current = { id: `${vendor.name}/${event.name}`, vendor, event: event.name, example: '' };
	// Or it would pass for the new event's until that has come.
	payload.value = '';
	void load(drafts.get(current.id));
}

/** Puts a new example in: its identifiers and times are new, too. */
export function renewExample() {
	drafts.delete(current.id);
	return load();
}

function load(draft) {
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

/** Says where the payload is no JSON; gives that place. */
function check() {
	const found = faultIn(payload.value);
	fault.textContent = found ? `Line ${found.line}, column ${found.column}: ${found.message}.` : '';
	payload.setAttribute('aria-invalid', String(found !== undefined));
	return found;
}

export const selected = () => current;

/** The payload to send; undefined where it is no JSON, and then the place is shown. */
export async function read() {
	await loaded;
	const found = check();
	if (!found) return payload.value;
	payload.focus();
	payload.setSelectionRange(found.at, found.at + 1);
	return undefined;
}

/** Whether `body` is an example that nobody has changed, and is still before the user. */
export const isUntouched = (choice, body) =>
	choice === current && body === current.example && body === payload.value;

payload.addEventListener('input', check);
