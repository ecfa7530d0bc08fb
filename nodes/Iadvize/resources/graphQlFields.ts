import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { textsIn, type Call } from '../../shared/operations/call';
import { moreOptions } from '../../shared/operations/fields';
import { pickLists } from '../../shared/operations/locators';
import { own, type GraphQlRequest } from '../api/graphQlRequest';

/** Marks a text that iAdvize does not document in full, and lets the user correct it. */
export const queryOption = (text: string): INodeProperties =>
	moreOptions([
		{
			displayName: 'Query',
			name: 'query',
			type: 'string',
			typeOptions: { rows: 12 },
			default: text,
			description: 'The GraphQL text that is sent, with the same variables',
		},
	]);

export const NOT_DOCUMENTED =
	'iAdvize does not document the whole text of this request: if it is refused, change it under Options';

/** The query with the user's text, or the one that the operation comes with, which may be fitted. */
export function queryOf(call: Call, text: string, variables: IDataObject): GraphQlRequest {
	const { query: given } = call.collection('options');
	const query = typeof given === 'string' && given.trim() !== '' ? given : text;
	return { ...own(query, variables), isOwn: query === text };
}

/** An interval as the API expects it: both ends ISO 8601 with zone. */
export const intervalOf = ({ text }: Call): IDataObject => ({ from: text('from'), to: text('to') });

export const intervalFields: INodeProperties[] = [
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		required: true,
		default: '={{ $now.minus({ days: 1 }).toISO() }}',
		description: 'Start of the time span, with its time zone',
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'dateTime',
		required: true,
		default: '={{ $now.toISO() }}',
		description: 'End of the time span, with its time zone',
	},
];

export const projectIds = pickLists('Project Names or IDs', 'projectIds', 'getProjects');

/** IDs from a pick list or a comma-separated text, as the whole numbers that the API expects. */
export const legacyIds = (value: unknown): number[] =>
	textsIn(value).map(Number).filter(Number.isSafeInteger);
