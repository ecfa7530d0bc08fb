import type { INodeProperties } from 'n8n-workflow';
import { required, text } from '../../shared/operations/fields';

/** Fields that several operations share. Names in collections are the vendor's. */

const CHOOSE_ONE =
	'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';
const CHOOSE_SOME =
	'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';

const pickList = (
	displayName: string,
	name: string,
	loadOptionsMethod: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'options',
	typeOptions: { loadOptionsMethod, loadOptionsDependsOn: ['portal.value'] },
	default: '',
	description: CHOOSE_ONE,
});

const pickLists = (
	displayName: string,
	name: string,
	loadOptionsMethod: string,
): INodeProperties => ({
	...pickList(displayName, name, loadOptionsMethod),
	type: 'multiOptions',
	default: [],
	description: CHOOSE_SOME,
});

export const app = pickList('App Name or ID', 'app_id', 'getApps');
export const apps = pickLists('App Names or IDs', 'app_ids', 'getApps');
export const department = pickList('Department Name or ID', 'department_id', 'getDepartments');
export const departments = pickLists('Department Names or IDs', 'departments', 'getDepartments');
export const operator = pickList('Operator Name or ID', 'operator_id', 'getOperators');
export const operators = pickLists('Operator Names or IDs', 'operators', 'getOperators');

export const date = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'dateTime',
	default: '',
});

/** A choice among the vendor's own words; the first is the default. */
export const oneOf = (displayName: string, name: string, values: string[]): INodeProperties => {
	const [first = ''] = values;
	return {
		displayName,
		name,
		type: 'options',
		default: first,
		options: values.map((value) => ({ name: titleOf(value), value })),
	};
};

const titleOf = (value: string) =>
	value.charAt(0).toUpperCase() + value.slice(1).replaceAll('_', ' ');

export const collection = (
	displayName: string,
	name: string,
	options: INodeProperties[],
): INodeProperties => ({
	displayName,
	name,
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options,
});

export const conversationId = required({
	...text('Conversation ID', 'conversationId', '17000000004021'),
	default: '={{ $json.conversation?.id }}',
});

export const webhookId: INodeProperties = {
	displayName: 'Webhook Name or ID',
	name: 'webhookId',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getWebhooks', loadOptionsDependsOn: ['portal.value'] },
	required: true,
	default: '',
	description:
		'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
};
