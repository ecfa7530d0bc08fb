import { required } from '../../shared/operations/fields';
import { locator } from '../../shared/operations/locators';
import type { Operation, Resource } from '../../shared/operations/operation';
import { subscriberOf } from '../api/answers';
import { messangi } from '../api/request';
import { listPath, listServicePath } from './fields';
import * as output from './outputs';

const add: Operation = {
	option: {
		name: 'Add',
		value: 'add',
		action: 'Add subscriber to list',
		description: 'Add one subscriber to a list',
	},
	fields: [
		listServicePath,
		required(locator('List', 'listId', 'searchLists', '507f1f77bcf86cd799439011')),
		{
			displayName: 'Values',
			name: 'values',
			type: 'json',
			required: true,
			default: '{}',
			description: 'Values by column, as JSON such as {"mobile": "15550100102", "email": "…"}',
		},
	],
	output: output.subscriber,
	async run(call) {
		const answer = await messangi(call, {
			method: 'POST',
			path: `${listPath(call)}/${call.segment('listId')}/subscribers`,
			json: call.json('values'),
		});
		return subscriberOf(answer);
	},
};

export const subscriber: Resource = {
	option: { name: 'Subscriber', value: 'subscriber' },
	operations: [add],
};
