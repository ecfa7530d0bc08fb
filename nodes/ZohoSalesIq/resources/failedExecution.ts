import type { IDataObject } from 'n8n-workflow';
import type { Call } from '../../shared/operations/call';
import { date, filters, required, someOf, text } from '../../shared/operations/fields';
import type { Operation, Resource } from '../../shared/operations/operation';
import { listFields } from '../../shared/operations/paging';
import { byPage, rowsIn, rowsOf, type Paging } from '../api/paging';
import { salesIq } from '../api/request';
import { eventOptions } from '../events';
import { portalField } from '../whichPortal';
import { queryOf, webhookAt, webhookId } from './fields';
import * as output from './outputs';

const MOST_IDS = 300;

const path = (call: Call) => `${webhookAt(call)}/executions`;

const ids = {
	...required(text('Execution IDs', 'ids', 'b8eeec69-ac43-4792-84ee-1df527e5c6ec')),
	description: 'Separate several with commas',
};

/** @throws NodeOperationError when there is none, or more than SalesIQ accepts */
function idsOf({ list, refuse }: Call): string[] {
	const ids = list('ids');
	if (ids.length > 0 && ids.length <= MOST_IDS) return ids;
	throw refuse(`There are ${ids.length} execution IDs`, `SalesIQ takes 1 to ${MOST_IDS} at once`);
}

// SalesIQ accepts no page of fewer than 5.
const byFifty: Paging = {
	...byPage(50, 'pageno'),
	ask: (cursor = '1') => ({ pageno: cursor, limit: 50 }),
	limit: undefined,
	pageSize: 50,
};

const getMany: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many failed executions',
		description: 'List what SalesIQ could not deliver to a webhook, after all its retries',
	},
	fields: [
		portalField,
		webhookId,
		...listFields,
		filters([
			someOf('Events', 'events', eventOptions),
			date('From', 'from_time'),
			date('To', 'to_time'),
		]),
	],
	output: output.failedExecution,
	run: (call) => rowsOf(call, { path: path(call), query: queryOf(call) }, byFifty),
};

const retry: Operation = {
	option: {
		name: 'Retry',
		value: 'retry',
		action: 'Retry failed executions',
		description:
			'Have SalesIQ deliver again, up to 99 times each; those that have used them up are listed as skipped',
	},
	fields: [portalField, webhookId, ids],
	output: output.retried,
	async run(call): Promise<IDataObject[]> {
		const answer = await salesIq(call, {
			method: 'POST',
			path: path(call),
			json: { ids: idsOf(call) },
		});
		const rows = rowsIn(answer);
		return rows.length > 0 ? rows : [{ skipped: [] }];
	},
};

const remove: Operation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete failed executions',
		description: 'Delete the records of what could not be delivered',
	},
	fields: [portalField, webhookId, ids],
	output: output.deleted,
	async run(call) {
		await salesIq(call, {
			method: 'DELETE',
			path: path(call),
			query: { ids: idsOf(call).join(',') },
		});
		return { deleted: true };
	},
};

const getSummary: Operation = {
	option: {
		name: 'Get Summary',
		value: 'getSummary',
		action: 'Get summary of failed executions',
		description: 'How many there are, in total and per app',
	},
	fields: [portalField, webhookId],
	output: output.executionSummary,
	run: async (call) => rowsIn(await salesIq(call, { path: path(call), query: { mode: 'meta' } })),
};

export const failedExecution: Resource = {
	option: {
		name: 'Failed Execution',
		value: 'failedExecution',
		description: 'What SalesIQ could not deliver',
	},
	operations: [remove, getMany, getSummary, retry],
};
