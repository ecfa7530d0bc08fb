import type { IDataObject } from 'n8n-workflow';
import type { Resource } from '../../shared/operations/operation';
import { byPage, rowsIn } from '../api/paging';
import { eventOptions } from '../events';
import { required, text } from '../../shared/operations/fields';
import { date, webhookId } from './fields';
import { datesToMs, inPortal, listInPortal, type PortalCall } from './operation';
import * as output from './outputs';

const MOST_IDS = 300;

const path = ({ base, segment }: PortalCall) =>
	`${base}/webhooks/${segment('webhookId')}/executions`;

const ids = {
	...required(text('Execution IDs', 'ids', 'b8eeec69-ac43-4792-84ee-1df527e5c6ec')),
	description: 'Several are separated by commas',
};

/** @throws NodeOperationError when there is none, or more than SalesIQ takes */
function idsOf({ text: read, refuse }: PortalCall): string[] {
	const list = read('ids')
		.split(/[\s,;]+/)
		.filter((id) => id !== '');
	if (list.length > 0 && list.length <= MOST_IDS) return list;
	throw refuse(`There are ${list.length} execution IDs`, `SalesIQ takes 1 to ${MOST_IDS} at once`);
}

const getMany = listInPortal({
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many failed executions',
		description: 'List what SalesIQ could not deliver to a webhook, after all its retries',
	},
	fields: [webhookId],
	filters: [
		{
			displayName: 'Events',
			name: 'events',
			type: 'multiOptions',
			default: [],
			options: eventOptions,
		},
		date('From', 'from_time'),
		date('To', 'to_time'),
	],
	path,
	// SalesIQ takes no page of fewer than 5.
	paging: {
		...byPage(50, 'pageno'),
		ask: (cursor = '1') => ({ pageno: cursor, limit: 50 }),
		limit: undefined,
		pageSize: 50,
	},
	output: output.failedExecution,
	query: (filters) => ({
		...datesToMs(filters, ['from_time', 'to_time']),
		...(filters.events !== undefined && { events: (filters.events as string[]).join(',') }),
	}),
});

const retry = inPortal({
	option: {
		name: 'Retry',
		value: 'retry',
		action: 'Retry failed executions',
		description:
			'Have SalesIQ deliver again; it does so up to 99 times, and lists as skipped what has had them all',
	},
	fields: [webhookId, ids],
	output: output.retried,
	async run(call): Promise<IDataObject[]> {
		const answer = await call.ask({
			method: 'POST',
			path: path(call),
			json: { ids: idsOf(call) },
		});
		const rows = rowsIn(answer);
		return rows.length > 0 ? rows : [{ skipped: [] }];
	},
});

const remove = inPortal({
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete failed executions',
		description: 'Forget what could not be delivered',
	},
	fields: [webhookId, ids],
	output: output.deleted,
	async run(call) {
		await call.ask({
			method: 'DELETE',
			path: path(call),
			query: { ids: idsOf(call).join(',') },
		});
		return { deleted: true };
	},
});

const getSummary = inPortal({
	option: {
		name: 'Get Summary',
		value: 'getSummary',
		action: 'Get summary of failed executions',
		description: 'How many there are, in all and per app',
	},
	fields: [webhookId],
	output: output.executionSummary,
	run: async (call) => rowsIn(await call.ask({ path: path(call), query: { mode: 'meta' } })),
});

export const failedExecution: Resource = {
	option: {
		name: 'Failed Execution',
		value: 'failedExecution',
		description: 'What SalesIQ could not deliver',
	},
	operations: [remove, getMany, getSummary, retry],
};
