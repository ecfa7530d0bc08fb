/** A form in PHP's notation, nested: `chat[available]=1` is `{ chat: { available: '1' } }`. */
export interface Form {
	[name: string]: string | Form;
}

/** Reads a query string or a form-encoded body in PHP's bracket notation (contract §5.1). */
export function parseForm(text: string): Form {
	const form: Form = {};
	for (const [name, value] of new URLSearchParams(text)) put(form, keysOf(name), value);
	return form;
}

/** The text under `name`, or undefined when there is none or a group. */
export function textOf(form: Form, name: string): string | undefined {
	const value = form[name];
	return typeof value === 'string' ? value : undefined;
}

/** The group under `name`, empty when there is none. */
export function groupOf(form: Form, name: string): Form {
	const value = form[name];
	return typeof value === 'object' ? value : {};
}

function keysOf(name: string): string[] {
	const match = /^([^[]+)((?:\[[^\]]*\])*)$/.exec(name);
	const inner = [...(match?.[2] ?? '').matchAll(/\[([^\]]*)\]/g)].map((found) => found[1] ?? '');
	return [match?.[1] ?? name, ...inner];
}

function put(form: Form, keys: readonly string[], value: string): void {
	const [first = '', ...rest] = keys;
	// `list[]` appends, as in PHP.
	const key = first === '' ? String(Object.keys(form).length) : first;
	if (rest.length === 0) {
		form[key] = value;
		return;
	}
	const group = groupOf(form, key);
	form[key] = group;
	put(group, rest, value);
}
