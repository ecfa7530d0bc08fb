import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** Plain fields of operations. */

/** A text that may be left empty; `placeholder` comes without its "e.g.". */
export const text = (displayName: string, name: string, placeholder: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: `e.g. ${placeholder}`,
});

/** A text of several lines that must be given. */
export const longText = (displayName: string, name: string, placeholder: string) =>
	required({ ...text(displayName, name, placeholder), typeOptions: { rows: 3 } });

export const required = (property: INodeProperties): INodeProperties => ({
	...property,
	required: true,
});

/** Off unless it is switched on; `what` is what it says, without "Whether". */
export const flag = (displayName: string, name: string, what: string): INodeProperties => ({
	displayName,
	name,
	type: 'boolean',
	default: false,
	description: `Whether ${what}`,
});

export const flagOn = (...field: Parameters<typeof flag>): INodeProperties => ({
	...flag(...field),
	default: true,
});

export const json = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'json',
	default: '{}',
	description,
});

export const date = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'dateTime',
	default: '',
});

/** As n8n writes labels. */
export const inTitleCase = (words: string) =>
	words.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

/** One of a few values, each by the name that is shown for it; the first unless another is given. */
export const oneOf = <Value extends string | number>(
	displayName: string,
	name: string,
	names: readonly (readonly [shown: string, value: Value])[],
	byDefault = names[0]?.[1],
): INodeProperties => ({
	displayName,
	name,
	type: 'options',
	default: byDefault,
	options: optionsOf(names),
});

/** Some of a few values. */
export const someOf = (
	displayName: string,
	name: string,
	options: INodePropertyOptions[],
): INodeProperties => ({ displayName, name, type: 'multiOptions', default: [], options });

export const optionsOf = (
	names: readonly (readonly [shown: string, value: string | number])[],
): INodePropertyOptions[] => names.map(([shown, value]) => ({ name: shown, value }));

/** Fields that are shown only once they are added. Empty ones are left out of the call. */
export const collection = (
	options: INodeProperties[],
	{ displayName = 'Additional Fields', name = 'additionalFields', what = 'Field' } = {},
): INodeProperties => ({
	displayName,
	name,
	type: 'collection',
	placeholder: `Add ${what}`,
	default: {},
	options,
});

export const filters = (options: INodeProperties[]) =>
	collection(options, { displayName: 'Filters', name: 'filters', what: 'Filter' });

/** Settings that most people leave as they are. */
export const moreOptions = (options: INodeProperties[]) =>
	collection(options, { displayName: 'Options', name: 'options', what: 'Option' });
