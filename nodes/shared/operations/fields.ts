import type { INodeProperties } from 'n8n-workflow';

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
