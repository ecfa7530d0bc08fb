import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../../../shared/operations/operation';
import { rest, rowsIn } from '../../api/rest';
import { restIdParameter } from '../ids';
import * as output from '../outputs';
import { operatorLocator } from './operatorId';
import { additionalFields, operatorForm } from './settings';

export const createOperator: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create operator',
		description:
			'Create an operator. Which fields iAdvize requires is not documented: it names a missing one.',
	},
	fields: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Example',
		},
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. ada@example.com',
		},
		additionalFields,
	],
	output: output.operator,
	async run({ context, item }) {
		const form = {
			name: context.getNodeParameter('name', item) as string,
			email: context.getNodeParameter('email', item) as string,
			...operatorForm(context, item),
		};
		const { data } = await rest(context, { method: 'POST', path: '/operator', form });
		return rowsIn(data);
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
		operatorLocator,
		{
			...additionalFields,
			displayName: 'Update Fields',
			options: [
				{
					displayName: 'Email',
					name: 'email',
					type: 'string',
					default: '',
					placeholder: 'e.g. ada@example.com',
				},
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. Example',
				},
				...(additionalFields.options ?? []),
			],
		} as typeof additionalFields,
	],
	output: output.operator,
	async run({ context, item }) {
		const { data } = await rest(context, {
			method: 'PUT',
			path: `/operator/${restIdParameter(context, 'operatorId', item)}`,
			form: operatorForm(context, item),
		});
		return rowsIn(data);
	},
};

export const deleteOperator: Operation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete operator',
		description: 'Delete an operator for good',
	},
	fields: [operatorLocator],
	output: output.deleted,
	async run({ context, item }): Promise<IDataObject> {
		const id = restIdParameter(context, 'operatorId', item);
		await rest(context, { method: 'DELETE', path: `/operator/${id}` });
		return { deleted: true };
	},
};
