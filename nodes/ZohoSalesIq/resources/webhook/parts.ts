import { required, text } from '../../../shared/operations/fields';
import type { Operation } from '../../../shared/operations/operation';
import { rowsIn } from '../../api/paging';
import { salesIq } from '../../api/request';
import { portalField } from '../../whichPortal';
import { apps, doneOf, webhookAt, webhookId } from '../fields';
import * as output from '../outputs';
import { events } from './settings';
import { shown } from './shown';

/** What a webhook has several of: events, apps and keys. */

export const addEvents: Operation = {
	option: {
		name: 'Add Events',
		value: 'addEvents',
		action: 'Add events to webhook',
		description: 'Add events to those that the webhook already has',
	},
	fields: [
		portalField,
		webhookId,
		{ ...events, description: 'Events of the same kind as the webhook' },
	],
	output: output.webhook,
	run: async (call) =>
		doneOf(
			await salesIq(call, {
				method: 'POST',
				path: `${webhookAt(call)}/events`,
				json: { ids: call.list('events') },
			}),
		),
};

export const removeApps: Operation = {
	option: {
		name: 'Remove Apps',
		value: 'removeApps',
		action: 'Remove apps from webhook',
		description: 'Remove apps from those that the webhook covers',
	},
	fields: [portalField, webhookId, required(apps)],
	output: output.done,
	async run(call) {
		const ids = call.list('app_ids');
		// Without IDs SalesIQ would remove them all.
		if (ids.length === 0) throw call.refuse('No app is chosen', 'Choose the apps to remove');
		const segments = ids.map((value) => call.segment('app_ids', { value }));
		const path = `${webhookAt(call)}/apps/${segments.join(',')}`;
		return doneOf(await salesIq(call, { method: 'DELETE', path }));
	},
};

export const createKey: Operation = {
	option: {
		name: 'Create Key',
		value: 'createKey',
		action: 'Create key of webhook',
		description: 'Add a second key; the older one signs until it is deleted',
	},
	fields: [portalField, webhookId],
	output: output.webhook,
	run: async (call) =>
		rowsIn(await salesIq(call, { method: 'POST', path: `${webhookAt(call)}/keys` })).map(shown),
};

export const deleteKey: Operation = {
	option: {
		name: 'Delete Key',
		value: 'deleteKey',
		action: 'Delete key of webhook',
		description: 'Remove a key, so that the other one signs; the last one cannot be removed',
	},
	fields: [
		portalField,
		webhookId,
		required(
			text('Key ID', 'keyId', '1566676375915', 'A whole number; Webhook: Get lists the keys'),
		),
	],
	output: output.deleted,
	async run(call) {
		await salesIq(call, {
			method: 'DELETE',
			path: `${webhookAt(call)}/keys/${call.segment('keyId')}`,
		});
		return { deleted: true };
	},
};
