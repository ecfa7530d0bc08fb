import type { Operation, Resource } from '../../shared/operations/operation';
import { graphQl } from '../api/graphQl';
import { jsonParameter } from '../../shared/operations/parameters';
import * as output from './outputs';

const runQuery: Operation = {
	option: {
		name: 'Query',
		value: 'query',
		action: 'Run GraphQL query',
		description: 'Run a query or mutation of your own, for what has no operation of its own',
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
		{
			displayName: 'Variables',
			name: 'variables',
			type: 'json',
			default: '{}',
			description: 'As JSON, such as {"first": 10}',
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				{
					displayName: 'Preview',
					name: 'preview',
					type: 'string',
					default: '',
					placeholder: 'e.g. knowledge',
					description: 'Name of the preview that the fields belong to',
				},
			],
		},
	],
	output: output.anything,
	run: async ({ context, item }) =>
		await graphQl(context, {
			query: context.getNodeParameter('query', item) as string,
			variables: jsonParameter(context, 'variables', item),
			preview: context.getNodeParameter('options.preview', item, '') as string,
			// It may be a mutation, and those are never sent twice.
			repeatable: false,
		}),
};

export const graphQlQuery: Resource = {
	option: { name: 'GraphQL', value: 'graphQl', description: 'Any request of the GraphQL API' },
	operations: [runQuery],
};
