import type { Operation } from '../../../shared/operations/operation';
import { rowsIn } from '../../api/paging';
import { salesIq } from '../../api/request';
import { portalField } from '../../whichPortal';
import { portalOf, webhookAt, webhookId } from '../fields';
import * as output from '../outputs';
import { bodyOf, settings } from './settings';
import { shown } from './shown';

export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create webhook',
		description: 'Register an address of your own; the trigger registers its own automatically',
	},
	fields: [portalField, ...settings],
	output: output.webhook,
	run: async (call) =>
		rowsIn(
			await salesIq(call, {
				method: 'POST',
				path: `${portalOf(call)}/webhooks`,
				json: bodyOf(call),
			}),
		).map(shown),
};

export const update: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update webhook',
		description: 'Change a webhook; events and apps replace the old ones',
	},
	fields: [portalField, webhookId, ...settings],
	output: output.webhook,
	run: async (call) =>
		rowsIn(await salesIq(call, { method: 'PUT', path: webhookAt(call), json: bodyOf(call) })).map(
			shown,
		),
};

export const remove: Operation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete webhook',
		description: 'Remove a webhook; after a trial has ended, SalesIQ may refuse',
	},
	fields: [portalField, webhookId],
	output: output.deleted,
	async run(call) {
		await salesIq(call, { method: 'DELETE', path: webhookAt(call) });
		return { deleted: true };
	},
};
