import type { IDataObject } from 'n8n-workflow';
import type { Operation, Resource } from '../../shared/operations/operation';
import { limitOf, listFields } from '../../shared/operations/paging';
import { rowsIn, subscriberOf } from '../api/answers';
import { messangi } from '../api/request';
import { required, text } from '../../shared/operations/fields';
import { listPath, listServicePath } from './fields';
import * as output from './outputs';

const getManyLists: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many lists',
		description:
			'List the lists of the Space. Messangi documents that lists can be read, but neither path nor paging in full.',
	},
	fields: [listServicePath, ...listFields],
	output: output.list,
	async run(call): Promise<IDataObject[]> {
		// No paging is documented, so one answer is all there is.
		const rows = rowsIn(await messangi(call.context, { path: listPath(call) }));
		return rows.slice(0, limitOf(call.context, call.item));
	},
};

const addSubscriber: Operation = {
	option: {
		name: 'Add',
		value: 'add',
		action: 'Add subscriber to list',
		description: 'Add one subscriber to a list',
	},
	fields: [
		listServicePath,
		required(text('List ID', 'listId', '507f1f77bcf86cd799439011')),
		{
			displayName: 'Values',
			name: 'values',
			type: 'json',
			required: true,
			default: '{}',
			description: 'By column, as JSON such as {"mobile": "15550100102", "email": "…"}',
		},
	],
	output: output.subscriber,
	async run(call) {
		const path = `${listPath(call)}/${call.segment('listId')}/subscribers`;
		const json = call.json('values');
		return subscriberOf(await messangi(call.context, { method: 'POST', path, json }));
	},
};

export const list: Resource = {
	option: { name: 'List', value: 'list' },
	operations: [getManyLists],
};

export const subscriber: Resource = {
	option: { name: 'Subscriber', value: 'subscriber' },
	operations: [addSubscriber],
};
