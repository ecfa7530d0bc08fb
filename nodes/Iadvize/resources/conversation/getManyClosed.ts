import type { Call } from '../../../shared/operations/call';
import { moreOptions } from '../../../shared/operations/fields';
import type { Operation } from '../../../shared/operations/operation';
import { limitOf, listFields } from '../../../shared/operations/paging';
import { connectionRows, PAGE_SIZE } from '../../api/connection';
import { own } from '../../api/graphQlRequest';
import { inlineArguments } from '../../api/graphQlText';
import { intervalFields, intervalOf } from '../graphQlFields';
import * as output from '../graphQlOutputs';
import { closedArguments, closedFilters } from './closedFilters';

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

const options = moreOptions([
	{
		displayName: 'Fields',
		name: 'selection',
		type: 'string',
		typeOptions: { rows: 4 },
		default: FIELDS,
		description:
			'The fields of each conversation to ask for, as GraphQL. You can also ask for its users, which only this list provides.',
	},
]);

export const getManyClosed: Operation = {
	option: {
		name: 'Get Many Closed',
		value: 'getManyClosed',
		action: 'Get many closed conversations',
		description:
			'List conversations that ended within a time span. iAdvize documents the filters, but not how they are passed: if it refuses them, use the resource GraphQL.',
	},
	fields: [...intervalFields, ...listFields, closedFilters, options],
	output: output.closedConversation,
	run(call) {
		const given = {
			interval: intervalOf(call),
			...closedArguments(call.collection('filters')),
			first: Math.min(limitOf(call), PAGE_SIZE),
		};
		const selection = selectionOf(call);
		return connectionRows(call, 'closedConversations', (after) => ({
			...own(closedText({ ...given, after }, selection)),
			isOwn: selection === FIELDS,
		}));
	},
};

/** The ID is always asked for, as rows are told apart by it. */
function selectionOf(call: Call): string {
	const { selection } = call.collection('options');
	return typeof selection === 'string' && selection.trim() !== '' ? `id ${selection}` : FIELDS;
}
