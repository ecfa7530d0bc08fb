import { byId, editorLink, el } from './dom.mjs';
import { edit, renewExample, selected } from './editor.mjs';
import { selectById, showEvents } from './events.mjs';
import { showFeed } from './feed.mjs';
import { showJobs } from './jobs.mjs';
import { listenToKeys } from './keys.mjs';
import { showListeners } from './listeners.mjs';
import { say } from './outcome.mjs';
import { actionsFor, tellAgain } from './send.mjs';
import { ask } from './server.mjs';

let n8n;

function select(vendor, event) {
	history.replaceState(null, '', `#${vendor.name}/${event.name}`);
	byId('event').replaceChildren(`${vendor.title}: ${event.title} `, el('code', {}, event.name));
	showListeners(vendor, n8n);
	edit(vendor, event);
	tellAgain();
}

/** Somebody who comes back from n8n's editor may have published a workflow there. */
async function renewListeners(vendors) {
	const state = await ask('state').catch(() => undefined);
	for (const { name, workflows } of state?.vendors ?? []) {
		const vendor = vendors.find((one) => one.name === name);
		vendor.workflows = workflows;
		vendor.tellListeners();
	}
	showListeners(selected().vendor, n8n);
}

/** The event of the address, or else the first that a workflow is sure to hear. */
function selectFirst(vendors) {
	if (selectById(location.hash.slice(1))) return;
	const first = vendors.find(({ workflows }) => workflows.length > 0) ?? vendors[0];
	selectById(`${first.name}/${first.example}`);
}

function tellN8n({ url, email, dashboard }) {
	const what = dashboard ? [' or ', editorLink(dashboard, 'the dashboard of ratings'), ','] : [];
	const logIn = ` and log in as ${email}, with the password that npm start has printed.`;
	byId('n8n').replaceChildren(editorLink(url, 'Open n8n'), ...what, logIn);
}

try {
	const { vendors, n8n: address } = await ask('state');
	n8n = address;
	tellN8n(n8n);
	showEvents(vendors, select);
	showJobs(n8n);
	selectFirst(vendors);
	const actions = actionsFor(n8n);
	for (const [id, act] of Object.entries(actions)) byId(id).addEventListener('click', act);
	byId('target').addEventListener('change', () => showListeners(selected().vendor, n8n));
	byId('reset').addEventListener('click', renewExample);
	listenToKeys(actions);
	addEventListener('focus', () => renewListeners(vendors));
	await showFeed(n8n);
} catch (error) {
	say(error.message);
}
