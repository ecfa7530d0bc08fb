import type { IDataObject } from 'n8n-workflow';
import { text } from '../../../shared/operations/fields';
import { accountPath } from '../../api/address';
import { swiftsell } from '../../api/request';
import { conversation, conversationIn } from '../fields';
import { observed, withAdditions } from '../operation';
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
			description: 'The variables to set, by name; others stay as they are',
			options: [
				{
					displayName: 'Variable',
					name: 'variable',
					values: [
						text('Name', 'name', 'order_number'),
						{
							...text('Type', 'type', 'text'),
							default: 'text',
							description: 'Events use text, number and date',
						},
						{ displayName: 'Value', name: 'value', type: 'string', default: '' },
					],
				},
			],
		},
	],
	output: output.anything,
	async run(call) {
		const { variable } = call.collection('variables');
		return await swiftsell(call, {
			method: 'POST',
			path: `${await accountPath(call)}/conversations/${conversationIn(call)}/variables`,
			json: withAdditions(call, {
				variables: ((variable ?? []) as IDataObject[]).map(({ name, type, value }) => ({
					name,
					type,
					value,
				})),
			}),
		});
	},
});
