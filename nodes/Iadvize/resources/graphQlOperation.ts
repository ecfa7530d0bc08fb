import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { GraphQlRequest } from '../api/graphQl';

/** Marks a text that iAdvize does not document in full, and lets the user correct it. */
export const queryOption = (text: string): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Query',
			name: 'query',
			type: 'string',
			typeOptions: { rows: 12 },
			default: text,
			description: 'The GraphQL text that is sent, with the same variables',
		},
	],
});

export const NOT_DOCUMENTED =
	'iAdvize does not document the whole text of this request: should it be refused, change it under Options';

/** The user's text of a query, or the one that the operation comes with, which may be fitted. */
export function queryParameter(
	context: IExecuteFunctions,
	item: number,
	text: string,
): Pick<GraphQlRequest, 'query' | 'isOwn'> {
	const given = context.getNodeParameter('options.query', item, '') as string;
	const query = given.trim() === '' ? text : given;
	return { query, isOwn: query === text };
}

/** A name of an enum, which GraphQL writes without quotes. */
export class EnumName {
	constructor(readonly name: string) {}
}

/**
 * Arguments as GraphQL text, for those whose types are not documented, so that no variable can be
 * declared for them. Undefined and empty ones are left out.
 */
export function inlineArguments(values: Record<string, unknown>): string {
	return Object.entries(values)
		.filter(([, value]) => value !== undefined && value !== '' && !isEmptyList(value))
		.map(([name, value]) => `${name}: ${literal(value)}`)
		.join(', ');
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

function literal(value: unknown): string {
	if (value instanceof EnumName) {
		// Only a name may stand bare: anything else would be text that someone smuggles in.
		return /^\w+$/.test(value.name) ? value.name : JSON.stringify(value.name);
	}
	if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
	if (typeof value === 'object' && value !== null) {
		return `{ ${inlineArguments(value as Record<string, unknown>)} }`;
	}
	return JSON.stringify(value);
}

/** An interval as the API wants it: both ends ISO 8601 with zone. */
export function intervalParameter(context: IExecuteFunctions, item: number): IDataObject {
	return {
		from: context.getNodeParameter('from', item) as string,
		to: context.getNodeParameter('to', item) as string,
	};
}

export const intervalFields: INodeProperties[] = [
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		required: true,
		default: '={{ $now.minus({ days: 1 }).toISO() }}',
		description: 'Start of the time span, with its zone',
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'dateTime',
		required: true,
		default: '={{ $now.toISO() }}',
		description: 'End of the time span, with its zone',
	},
];

export const projectIds: INodeProperties = {
	displayName: 'Project Names or IDs',
	name: 'projectIds',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getProjects' },
	default: [],
	description:
		'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
};

/** IDs from a pick list or a comma-separated text, as the whole numbers that the API wants. */
export function legacyIds(value: unknown): number[] {
	const ids: unknown[] = Array.isArray(value) ? value : textList(value);
	return ids.map(Number).filter(Number.isSafeInteger);
}

/** "a, b" as a list. */
export function textList(value: unknown): string[] {
	return typeof value === 'string' ? value.split(/[\s,;]+/).filter((part) => part !== '') : [];
}
