import type { INodeProperties } from 'n8n-workflow';
import { collection, flag, required, text, updateFields } from '../../shared/operations/fields';
import type { Operation, Resource } from '../../shared/operations/operation';
import { listFields } from '../../shared/operations/paging';
import { byIndex, rowsIn, rowsOf } from '../api/paging';
import { salesIq } from '../api/request';
import { portalField } from '../whichPortal';
import { departments, flagsAsText, operator as operatorId, portalOf, wordOf } from './fields';
import * as output from './outputs';

const role = {
	...wordOf('Role', 'role', ['Associate', 'Supervisor', 'Administrator']),
	description: 'What the operator may do in the portal',
};

const MOST_CHATS = ['unlimited', '0', '1', '2', '3', '4', '5', '7', '10', '25'];

const settings: INodeProperties[] = [
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

const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create operator',
		description: 'Add an operator; the credential needs the scope SalesIQ.operators.CREATE',
	},
	fields: [
		portalField,
		required(text('Email', 'email', 'ada@example.com', 'Email address of the operator')),
		role,
		required(departments),
		flag('Monitored', 'isMonitored', 'the chats of the operator are monitored'),
		collection(settings),
	],
	output: output.operator,
	run: async (call) =>
		rowsIn(
			await salesIq(call, {
				method: 'POST',
				path: `${portalOf(call)}/operators`,
				json: flagsAsText({
					...call.collection('additionalFields'),
					email_id: call.text('email'),
					role: call.text('role'),
					departments: call.list('departments'),
					is_monitored: call.flag('isMonitored'),
				}),
			}),
		),
};

const update: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update operator',
		description: 'Change some fields of an operator; the others stay as they are',
	},
	fields: [
		portalField,
		required(operatorId),
		updateFields([
			...settings,
			wordOf('Maximum Concurrent Chats', 'maximum_concurrent_chat', MOST_CHATS),
			role,
		]),
	],
	output: output.operator,
	run: async (call) =>
		rowsIn(
			await salesIq(call, {
				method: 'PUT',
				otherMethod: 'POST',
				path: `${portalOf(call)}/operators/${call.segment('operator_id')}`,
				json: flagsAsText(call.collection('updateFields')),
			}),
		),
};

const setDepartments: Operation = {
	option: {
		name: 'Set Departments',
		value: 'setDepartments',
		action: 'Set departments of operator',
		description: 'Assign an operator to departments',
	},
	fields: [portalField, required(operatorId), required(departments)],
	output: output.operator,
	run: async (call) =>
		rowsIn(
			await salesIq(call, {
				method: 'PUT',
				otherMethod: 'POST',
				path: `${portalOf(call)}/operators/${call.segment('operator_id')}/departments`,
				json: { ids: call.list('departments') },
			}),
		),
};

const getMany: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many operators',
		description: 'List the operators of a portal',
	},
	fields: [portalField, ...listFields],
	output: output.operator,
	simple: output.simpleOperator,
	run: (call) => rowsOf(call, { path: `${portalOf(call)}/operators` }, byIndex(false)),
};

export const operator: Resource = {
	option: { name: 'Operator', value: 'operator' },
	operations: [create, getMany, setDepartments, update],
};
