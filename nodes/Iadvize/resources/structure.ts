import type { INodeProperties } from 'n8n-workflow';
import type { Resource } from '../../shared/operations/operation';
import { getNode, getNodes } from './graphQlLookup';
import * as output from './outputs';

const projectLocator: INodeProperties = {
	displayName: 'Project',
	name: 'projectId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchProjects', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 335' },
	],
};

const idField = (displayName: string, name: string, placeholder: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	required: true,
	default: '',
	placeholder,
});

export const project: Resource = {
	option: { name: 'Project', value: 'project', description: 'A site of a client' },
	operations: [
		getNode(
			'project',
			projectLocator,
			'query { project(projectId: $id) { id name } }',
			output.named,
			'number',
		),
		getNodes('projects'),
	],
};

export const client: Resource = {
	option: { name: 'Client', value: 'client', description: 'The company that pays for iAdvize' },
	operations: [
		getNode(
			'client',
			idField('Client ID', 'clientId', 'e.g. 335'),
			'query { client(clientId: $id) { id name } }',
			output.named,
			'number',
		),
		getNodes('clients'),
	],
};

export const connector: Resource = {
	option: { name: 'Connector', value: 'connector', description: 'An app of the marketplace' },
	operations: [
		getNode(
			'connector',
			idField('Connector ID', 'connectorId', 'e.g. 4c8c7408-f73c-42cd-89e9-afbbee7d9024'),
			'query { connector(id: $id) { name isPrivate createdAt } }',
			output.connector,
			'uuid',
		),
	],
};
