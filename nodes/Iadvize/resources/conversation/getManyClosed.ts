import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { Operation } from '../../../shared/operations/operation';
import { limitOf, listFields } from '../../../shared/operations/paging';
import { connectionRows } from '../../api/graphQl';
import { inlineArguments, intervalFields, intervalParameter } from '../graphQlOperation';
import * as output from '../outputs';
import { closedArguments, closedFilters } from './closedFilters';

const PAGE_SIZE = 100;
export const FIELDS = 'id legacyId createdAt closedAt channel duration project { id name }';

export const closedText = (
	given: Record<string, unknown>,
	selection: string,
) => `query ClosedConversations {
  closedConversations(${inlineArguments(given)}) {
    edges { node { ${selection} } }
    pageInfo { endCursor hasNextPage }
  }
}`;

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Fields',
			name: 'selection',
			type: 'string',
			typeOptions: { rows: 4 },
			default: FIELDS,
			description:
				'What to ask of each conversation, as GraphQL. Its users, which only this list fills, can be asked for, too.',
		},
	],
};

export const getManyClosed: Operation = {
	option: {
		name: 'Get Many Closed',
		value: 'getManyClosed',
		action: 'Get many closed conversations',
		description:
			'List conversations that ended in a span of time. iAdvize documents the filters, but not how they are passed: should it refuse them, use the resource GraphQL.',
	},
	fields: [...intervalFields, ...listFields, closedFilters, options],
	output: output.closedConversation,
	run({ context, item }) {
		const first = Math.min(limitOf(context, item), PAGE_SIZE);
		const filters = closedArguments(context.getNodeParameter('filters', item, {}));
		const interval = intervalParameter(context, item);
		const selection = selectionOf(context, item);
		return connectionRows(context, 'closedConversations', (after) => ({
			...{ repeatable: true, isOwn: selection === FIELDS },
			query: closedText({ interval, ...filters, first, after }, selection),
		}));
	},
};

/** The ID is asked for in any case: rows are told apart by it. */
function selectionOf(context: IExecuteFunctions, item: number): string {
	const own = context.getNodeParameter('options.selection', item, '') as string;
	return own.trim() === '' ? FIELDS : `id ${own}`;
}
