import type { INodePropertyOptions } from 'n8n-workflow';

/** An option of a list, and what tells it from others of its name. */
export interface Option {
	name: string;
	value: string | number;
	/** Such as an email address; without it the value does. */
	more?: string | null;
}

/** Options in the order of their names; those that share a name show what tells them apart. */
export function inOrder(options: readonly Option[]): INodePropertyOptions[] {
	const shared = new Set<string>();
	const seen = new Set<string>();
	for (const { name } of options) (seen.has(name) ? shared : seen).add(name);
	return options
		.map(({ name, value, more }) => ({
			name: shared.has(name) ? `${name} (${more ?? String(value)})` : name,
			value,
		}))
		.sort((one, other) => one.name.localeCompare(other.name));
}

/** Options whose name contains a text, in upper or lower case. */
export function named(options: readonly INodePropertyOptions[], text: string) {
	const wanted = text.toLowerCase();
	return options.filter(({ name }) => name.toLowerCase().includes(wanted));
}
