import { collection, required, text, updateFields } from '../../../shared/operations/fields';
import type { Operation } from '../../../shared/operations/operation';
import { rest, rowsIn } from '../../api/restRequest';
import * as output from '../restOutputs';
import { operatorAt, operatorId } from './operatorId';
import { operatorForm, operatorSettings } from './settings';

export const createOperator: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create operator',
		description:
			'Create an operator. iAdvize does not document which fields it requires, but names a missing one.',
	},
	fields: [
		required(text('Name', 'name', 'Example', 'Last name of the operator')),
		required(text('Email', 'email', 'ada@example.com', 'Email address of the operator')),
		collection(operatorSettings),
	],
	output: output.operator,
	async run(call) {
		const form = { name: call.text('name'), email: call.text('email'), ...operatorForm(call) };
		return rowsIn(await rest(call, { method: 'POST', path: '/operator', form }));
	},
};

export const updateOperator: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update operator',
		description: 'Change some fields of an operator; the others stay as they are',
	},
	fields: [
		operatorId,
		updateFields(
			[
				text('Email', 'email', 'ada@example.com'),
				text('Name', 'name', 'Example'),
				...operatorSettings,
			],
			'additionalFields',
		),
	],
	output: output.operator,
	run: async (call) =>
		rowsIn(await rest(call, { method: 'PUT', path: operatorAt(call), form: operatorForm(call) })),
};

export const deleteOperator: Operation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete operator',
		description: 'Delete an operator for good',
	},
	fields: [operatorId],
	output: output.deleted,
	async run(call) {
		await rest(call, { method: 'DELETE', path: operatorAt(call) });
		return { deleted: true };
	},
};
