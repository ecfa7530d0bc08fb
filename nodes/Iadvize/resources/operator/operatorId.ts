import type { INodeProperties } from 'n8n-workflow';

/** Which operator: from the account's list, or by ID. */
export const operatorLocator: INodeProperties = {
	displayName: 'Operator',
	name: 'operatorId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchOperators', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 123' },
	],
};
