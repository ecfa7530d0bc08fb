import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Resource } from '../../shared/operations/operation';
import { byIndex, rowsIn } from '../api/paging';
import { required, text } from '../../shared/operations/fields';
import { collection, departments, oneOf, operator as operatorField, operators } from './fields';
import { inPortal, listInPortal, type PortalCall } from './operation';
import * as output from './outputs';

/** Operators and departments: who answers, and for what. */

const flag = (displayName: string, name: string, what: string): INodeProperties => ({
	displayName,
	name,
	type: 'boolean',
	default: false,
	description: `Whether ${what}`,
});

/** SalesIQ writes the flags of operators and departments as text. */
const flagsAsText = (values: IDataObject): IDataObject =>
	Object.fromEntries(
		Object.entries(values).map(([name, value]) => [
			name,
			typeof value === 'boolean' ? String(value) : value,
		]),
	);

const role = oneOf('Role', 'role', ['Associate', 'Supervisor', 'Administrator']);

const operatorFields: INodeProperties[] = [
	flag('Chat Enabled', 'is_chat_enabled', 'the operator takes chats'),
	text('Description', 'description', 'Knows about returns'),
	text('First Name', 'first_name', 'Ada'),
	text('Language', 'language', 'en'),
	text('Last Name', 'last_name', 'Example'),
	text('Mobile', 'mobile', '+15550100100'),
	text('Nickname', 'nick_name', 'Ada'),
	text('Phone', 'phone', '+15550100100'),
	text('Time Zone', 'time_zone', 'Europe/Paris'),
];

const list = ({ context, item }: PortalCall, name: string) =>
	context.getNodeParameter(name, item) as string[];

const createOperator = inPortal({
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create operator',
		description: 'Add an operator; the credential needs the scope SalesIQ.operators.CREATE',
	},
	fields: [
		required(text('Email', 'email', 'ada@example.com')),
		role,
		required(departments),
		flag('Monitored', 'isMonitored', 'the chats of the operator are monitored'),
		collection('Additional Fields', 'additionalFields', operatorFields),
	],
	output: output.operator,
	run: async (call) =>
		rowsIn(
			await call.ask({
				method: 'POST',
				path: `${call.base}/operators`,
				json: flagsAsText({
					...call.collection('additionalFields'),
					email_id: call.text('email'),
					role: call.text('role'),
					departments: list(call, 'departments'),
					is_monitored: call.context.getNodeParameter('isMonitored', call.item) as boolean,
				}),
			}),
		),
});

const updateOperator = inPortal({
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update operator',
		description: 'Change some fields of an operator; the others stay as they are',
	},
	fields: [
		required(operatorField),
		collection('Update Fields', 'updateFields', [
			...operatorFields,
			oneOf('Maximum Concurrent Chats', 'maximum_concurrent_chat', [
				'unlimited',
				'0',
				'1',
				'2',
				'3',
				'4',
				'5',
				'7',
				'10',
				'25',
			]),
			role,
		]),
	],
	output: output.operator,
	run: async (call) =>
		rowsIn(
			await call.ask({
				method: 'PUT',
				otherMethod: 'POST',
				path: `${call.base}/operators/${call.segment('operator_id')}`,
				json: flagsAsText(call.collection('updateFields')),
			}),
		),
});

const setDepartments = inPortal({
	option: {
		name: 'Set Departments',
		value: 'setDepartments',
		action: 'Set departments of operator',
		description: 'Assign an operator to departments',
	},
	fields: [required(operatorField), required(departments)],
	output: output.operator,
	run: async (call) =>
		rowsIn(
			await call.ask({
				method: 'PUT',
				otherMethod: 'POST',
				path: `${call.base}/operators/${call.segment('operator_id')}/departments`,
				json: { ids: list(call, 'departments') },
			}),
		),
});

const getManyOperators = listInPortal({
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many operators',
		description: 'List the operators of a portal',
	},
	path: ({ base }) => `${base}/operators`,
	paging: byIndex(false),
	output: output.operator,
});

export const operator: Resource = {
	option: { name: 'Operator', value: 'operator' },
	operations: [createOperator, getManyOperators, setDepartments, updateOperator],
};

const departmentFields: INodeProperties[] = [
	text('Description', 'description', 'Questions about orders'),
	flag('Public', 'is_public', 'visitors can choose the department'),
];

const createDepartment = inPortal({
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create department',
		description: 'Add a department; the credential needs the scope SalesIQ.departments.CREATE',
	},
	fields: [
		required(text('Name', 'name', 'Support')),
		required(operators),
		collection('Additional Fields', 'additionalFields', departmentFields),
	],
	output: output.department,
	run: async (call) =>
		rowsIn(
			await call.ask({
				method: 'POST',
				path: `${call.base}/departments`,
				json: flagsAsText({
					...call.collection('additionalFields'),
					name: call.text('name'),
					operators: list(call, 'operators'),
				}),
			}),
		),
});

const updateDepartment = inPortal({
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update department',
		description: 'Change some fields of a department; the others stay as they are',
	},
	fields: [
		{
			displayName: 'Department Name or ID',
			name: 'departmentId',
			type: 'options',
			typeOptions: { loadOptionsMethod: 'getDepartments', loadOptionsDependsOn: ['portal.value'] },
			required: true,
			default: '',
			description:
				'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		},
		collection('Update Fields', 'updateFields', [
			...departmentFields,
			text('Name', 'name', 'Support'),
			operators,
		]),
	],
	output: output.department,
	run: async (call) =>
		rowsIn(
			await call.ask({
				method: 'PUT',
				otherMethod: 'POST',
				path: `${call.base}/departments/${call.segment('departmentId')}`,
				json: flagsAsText(call.collection('updateFields')),
			}),
		),
});

const getManyDepartments = listInPortal({
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many departments',
		description: 'List the departments of a portal',
	},
	path: ({ base }) => `${base}/departments`,
	paging: byIndex(false),
	output: output.department,
});

export const department: Resource = {
	option: { name: 'Department', value: 'department' },
	operations: [createDepartment, getManyDepartments, updateDepartment],
};
