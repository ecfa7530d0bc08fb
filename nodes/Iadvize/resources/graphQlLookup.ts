import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ZodTypeAny } from 'zod';
import { refusal } from '../../shared/operations/errors';
import type { Operation } from '../../shared/operations/operation';
import { limitOf, listFields } from '../../shared/operations/paging';
import { connectionRows, graphQl } from '../api/graphQl';
import { inlineArguments } from './graphQlOperation';
import { restIdParameter, uuidParameter } from './ids';
import * as output from './outputs';

const PAGE_SIZE = 100;

export const nodesText = (many: string, given: Record<string, unknown>) =>
	`query { ${many}(${inlineArguments(given)}) { edges { node { id name } } pageInfo { endCursor hasNextPage } } }`;

/** Get: one object of the GraphQL API, by an ID that is written into the text. */
export function getNode(
	one: string,
	field: INodeProperties,
	text: string,
	schema: ZodTypeAny,
	idKind: 'number' | 'uuid',
): Operation {
	return {
		option: {
			name: 'Get',
			value: 'get',
			action: `Get ${one}`,
			description: `Look up one ${one} by its ID`,
		},
		fields: [field],
		output: schema,
		async run({ context, item }) {
			const isUuid = idKind === 'uuid';
			const id = (isUuid ? uuidParameter : restIdParameter)(context, field.name, item);
			const query = text.replace('$id', isUuid ? JSON.stringify(id) : id);
			const { [one]: found } = await graphQl(context, { query, repeatable: true, isOwn: true });
			if (found) return found as IDataObject;
			throw refusal(context, {
				message: `iAdvize knows no ${one} ${id}`,
				description: 'Check the ID, and that the user in the credential may see it',
			});
		},
	};
}

/** Get Many: all objects that the user in the credential may see. */
export function getNodes(many: string): Operation {
	return {
		option: {
			name: 'Get Many',
			value: 'getMany',
			action: `Get many ${many}`,
			description: `List the ${many} that the user in the credential may see`,
		},
		fields: listFields,
		output: output.named,
		run({ context, item }) {
			const first = Math.min(limitOf(context, item), PAGE_SIZE);
			return connectionRows(context, many, (after) => ({
				...{ repeatable: true, isOwn: true },
				query: nodesText(many, { first, after }),
			}));
		},
	};
}
