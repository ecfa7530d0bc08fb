import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** Plain fields of operations. */

/** A text that may be left empty; `placeholder` comes without its "e.g.". */
export const text = (
	displayName: string,
	name: string,
	placeholder: string,
	description?: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: `e.g. ${placeholder}`,
	...(description !== undefined && { description }),
});

/** A text of several lines that must be given. */
export const longText = (...field: Parameters<typeof text>) =>
	required({ ...text(...field), typeOptions: { rows: 3 } });

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
	{
		displayName = 'Additional Fields',
		name = 'additionalFields',
		what = 'Field',
		description = 'More to send along; what is not added is left out',
	} = {},
): INodeProperties => ({
	displayName,
	name,
	type: 'collection',
	placeholder: `Add ${what}`,
	default: {},
	options,
	description,
});

/** What to change of something that exists. */
export const updateFields = (options: INodeProperties[], name = 'updateFields') =>
	collection(options, {
		displayName: 'Update Fields',
		name,
		description: 'What to change; what is not added stays as it is',
	});

export const filters = (options: INodeProperties[]) =>
	collection(options, {
		displayName: 'Filters',
		name: 'filters',
		what: 'Filter',
		description: 'Only what matches all of these filters',
	});

/** Settings that most people leave as they are. */
export const moreOptions = (options: INodeProperties[]) =>
	collection(options, {
		displayName: 'Options',
		name: 'options',
		what: 'Option',
		description: 'Settings that most people leave as they are',
	});
