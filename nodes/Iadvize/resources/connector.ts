import type { Resource } from '../../shared/operations/operation';
import { getNode } from './graphQlLookup';
import * as output from './graphQlOutputs';
import { idField } from './ids';

export const connector: Resource = {
	option: { name: 'Connector', value: 'connector', description: 'An app from the marketplace' },
	operations: [
		getNode(
			'connector',
			idField(
				'Connector ID',
				'connectorId',
				'4c8c7408-f73c-42cd-89e9-afbbee7d9024',
				'UUID of the connector',
			),
			'query { connector(id: $id) { name isPrivate createdAt } }',
			output.connector,
			'uuid',
		),
	],
};
