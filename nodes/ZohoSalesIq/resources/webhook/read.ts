import type { Operation } from '../../../shared/operations/operation';
import { rowsIn } from '../../api/paging';
import { salesIq } from '../../api/request';
import { portalField } from '../../whichPortal';
import { portalOf, webhookAt, webhookId } from '../fields';
import * as output from '../outputs';
import { kind } from './settings';
import { shown } from './shown';

export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get webhook',
		description: 'Look up one webhook, with its public keys',
	},
	fields: [portalField, webhookId],
	output: output.webhook,
	simple: output.simpleWebhook,
	run: async (call) => rowsIn(await salesIq(call, { path: webhookAt(call) })).map(shown),
};

export const getMany: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many webhooks',
		description: 'List the webhooks of one kind',
	},
	fields: [portalField, kind],
	output: output.webhook,
	simple: output.simpleWebhook,
	async run(call) {
		const query = { type: call.text('type') };
		return rowsIn(await salesIq(call, { path: `${portalOf(call)}/webhooks`, query })).map(shown);
	},
};

export const getSummary: Operation = {
	option: {
		name: 'Get Summary',
		value: 'getSummary',
		action: 'Get summary of webhooks',
		description: 'How many webhooks there are of each kind',
	},
	fields: [portalField],
	output: output.webhookSummary,
	run: async (call) =>
		rowsIn(await salesIq(call, { path: `${portalOf(call)}/webhooks`, query: { mode: 'meta' } })),
};
