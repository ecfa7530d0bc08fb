import type { IDataObject } from 'n8n-workflow';
import { conversation, conversationIn } from '../fields';
import { accountPath } from '../../api/address';
import { observed, withAdditions } from '../operation';
import { swiftsell } from '../../api/request';
import * as output from '../outputs';

export const updateVariables = observed({
	option: {
		name: 'Update Variables',
		value: 'updateVariables',
		action: 'Update variables of conversation',
		description: 'Set variables of a conversation',
	},
	fields: [
		conversation,
		{
			displayName: 'Variables',
			name: 'variables',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			default: {},
			placeholder: 'Add Variable',
			options: [
				{
					displayName: 'Variable',
					name: 'variable',
					values: [
						{
							displayName: 'Name',
							name: 'name',
							type: 'string',
							default: '',
							placeholder: 'e.g. order_number',
						},
						{
							displayName: 'Type',
							name: 'type',
							type: 'string',
							default: 'text',
							placeholder: 'e.g. text',
							description: 'Events know text, number and date',
						},
						{ displayName: 'Value', name: 'value', type: 'string', default: '' },
					],
				},
			],
		},
	],
	output: output.anything,
	async run(call) {
		const { variable = [] } = call.context.getNodeParameter('variables', call.item) as {
			variable?: IDataObject[];
		};
		return await swiftsell(call.context, {
			method: 'POST',
			path: `${await accountPath(call.context)}/conversations/${conversationIn(call)}/variables`,
			json: withAdditions(call, {
				variables: variable.map(({ name, type, value }) => ({ name, type, value })),
			}),
		});
	},
});
