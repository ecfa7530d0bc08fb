import { json, moreOptions, text } from '../../shared/operations/fields';
import type { Operation, Resource } from '../../shared/operations/operation';
import { graphQl as ask } from '../api/graphQlRequest';
import * as output from './graphQlOutputs';

const runQuery: Operation = {
	option: {
		name: 'Query',
		value: 'query',
		action: 'Run GraphQL query',
		description:
			'Run a query or mutation of your own, for anything without an operation of its own',
	},
	fields: [
		{
			displayName: 'Query',
			name: 'query',
			type: 'string',
			typeOptions: { rows: 8 },
			required: true,
			default: 'query { projects { edges { node { id name } } } }',
			description:
				'The names of all queries and mutations are at graphql.iadvize.dev. Ask for userErrors { __typename } in a mutation.',
		},
		json('Variables', 'variables', 'As JSON, such as {"first": 10}'),
		moreOptions([
			{
				...text('Preview', 'preview', 'knowledge'),
				description: 'Name of the preview that the fields belong to',
			},
		]),
	],
	output: output.anything,
	run: (call) =>
		ask(call, {
			query: call.text('query'),
			variables: call.json('variables'),
			preview: call.collection('options').preview as string | undefined,
			// It may be a mutation, and those are never sent twice.
			repeatable: false,
		}),
};

export const graphQl: Resource = {
	option: { name: 'GraphQL', value: 'graphQl', description: 'Any request to the GraphQL API' },
	operations: [runQuery],
};
