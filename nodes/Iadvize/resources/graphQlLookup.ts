import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ZodTypeAny } from 'zod';
import { refusal } from '../../shared/operations/errors';
import type { Operation } from '../../shared/operations/operation';
import { limitOf, listFields } from '../../shared/operations/paging';
import { connectionRows, PAGE_SIZE } from '../api/connection';
import { graphQl, own } from '../api/graphQlRequest';
import { nodesText } from '../api/graphQlText';
import * as output from './graphQlOutputs';
import { restIdOf, uuidOf } from './ids';

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
		async run(call) {
			const isUuid = idKind === 'uuid';
			const id = (isUuid ? uuidOf : restIdOf)(call, field.name);
			const query = text.replace('$id', isUuid ? JSON.stringify(id) : id);
			const { [one]: found } = await graphQl(call, own(query));
			if (found) return found as IDataObject;
			throw refusal(call, {
				message: `iAdvize has no ${one} ${id}`,
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
		run(call) {
			const first = Math.min(limitOf(call), PAGE_SIZE);
			return connectionRows(call, many, (after) => own(nodesText(many, { first, after })));
		},
	};
}
