import { byId, editorLink, el } from './dom.mjs';

const editor = byId('to-editor');

/** `published` workflows, or the one that listens in n8n's `editor`. */
export const target = () => (editor.checked ? 'editor' : 'published');

/** Says who receives what is sent, with ways there. */
export function showListeners(vendor, n8n) {
	const told = editor.checked ? whatToClick(vendor, n8n) : published(vendor, n8n);
	byId('listeners').replaceChildren(...told);
}

function whatToClick({ trigger }, { url }) {
	const click = `, open a workflow with the ${trigger}, and click Execute step on it. It then listens for two minutes, or until something has come.`;
	return ['In ', editorLink(url, 'n8n'), click];
}

function published({ title, workflows }, { url }) {
	if (workflows.length === 0) {
		return [
			'No published workflow listens to this vendor. ',
			editorLink(url, 'Publish one in n8n'),
		];
	}
	const links = workflows.map(({ name, editor: href }) => el('li', {}, editorLink(href, name)));
	if (links.length === 1) return ['Received by ', ...links[0].childNodes];
	const summary = el('summary', {}, `${links.length} workflows listen to ${title}`);
	return [el('details', {}, summary, el('ul', {}, ...links))];
}
