import type { Resource } from '../../shared/operations/operation';
import { getNode, getNodes } from './graphQlLookup';
import { named } from './graphQlOutputs';
import { idField } from './ids';

export const client: Resource = {
	option: { name: 'Client', value: 'client', description: 'The company that pays for iAdvize' },
	operations: [
		getNode(
			'client',
			idField('Client ID', 'clientId', '335', 'A whole number; Client: Get Many lists them'),
			'query { client(clientId: $id) { id name } }',
			named,
			'number',
		),
		getNodes('clients'),
	],
};
