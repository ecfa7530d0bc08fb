/**
 * Of any kind of element: what a field has, others lack.
 *
 * @returns {any}
 */
export const byId = (id) => document.getElementById(id);

/** An element of attributes and text: nothing that came from outside is ever read as HTML. */
export function el(tag, attributes = {}, ...children) {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
	element.append(...children);
	return element;
}

/** A link into n8n's editor, in a tab of its own. */
export const editorLink = (href, text) =>
	el('a', { href, target: '_blank', rel: 'noopener' }, text);

/**
 * A text in which addresses of n8n are links: vendors know n8n by a public address, which leads
 * nowhere outside this machine.
 */
export function withLinks(text, { url, publicUrl }) {
	const parts = text.split(publicUrl);
	const links = parts.slice(1).flatMap((part) => {
		const [path] = /^[^\s"'<>)\]]*/.exec(part);
		return [editorLink(`${url}/${path}`, publicUrl + path), part.slice(path.length)];
	});
	return el('pre', {}, parts[0], ...links);
}

/** Little space, and a finger. */
export const isPhone = matchMedia('(max-width: 45rem) and (pointer: coarse)');

/** Names and values; a value that is no text is shown as JSON. */
export function facts(fields) {
	const told = Object.entries(fields).filter(([, value]) => value != null && value !== '');
	return el(
		'dl',
		{},
		...told.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, asText(value))]),
	);
}

const asText = (value) => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));
