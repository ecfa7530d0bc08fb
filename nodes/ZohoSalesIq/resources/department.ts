import type { INodeProperties } from 'n8n-workflow';
import { collection, flag, required, text, updateFields } from '../../shared/operations/fields';
import type { Operation, Resource } from '../../shared/operations/operation';
import { listFields } from '../../shared/operations/paging';
import { byIndex, rowsIn, rowsOf } from '../api/paging';
import { salesIq } from '../api/request';
import { portalField } from '../whichPortal';
import { departmentId, flagsAsText, operators, portalOf } from './fields';
import * as output from './outputs';

const settings: INodeProperties[] = [
	text('Description', 'description', 'Questions about orders'),
	flag('Public', 'is_public', 'visitors can choose the department'),
];

const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create department',
		description: 'Add a department; the credential needs the scope SalesIQ.departments.CREATE',
	},
	fields: [
		portalField,
		required(text('Name', 'name', 'Support', 'Name of the department')),
		required(operators),
		collection(settings),
	],
	output: output.department,
	run: async (call) =>
		rowsIn(
			await salesIq(call, {
				method: 'POST',
				path: `${portalOf(call)}/departments`,
				json: flagsAsText({
					...call.collection('additionalFields'),
					name: call.text('name'),
					operators: call.list('operators'),
				}),
			}),
		),
};

const update: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update department',
		description: 'Change some fields of a department; the others stay as they are',
	},
	fields: [
		portalField,
		departmentId,
		updateFields([...settings, text('Name', 'name', 'Support'), operators]),
	],
	output: output.department,
	run: async (call) =>
		rowsIn(
			await salesIq(call, {
				method: 'PUT',
				otherMethod: 'POST',
				path: `${portalOf(call)}/departments/${call.segment('departmentId')}`,
				json: flagsAsText(call.collection('updateFields')),
			}),
		),
};

const getMany: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many departments',
		description: 'List the departments of a portal',
	},
	fields: [portalField, ...listFields],
	output: output.department,
	run: (call) => rowsOf(call, { path: `${portalOf(call)}/departments` }, byIndex(false)),
};

export const department: Resource = {
	option: { name: 'Department', value: 'department' },
	operations: [create, getMany, update],
};
