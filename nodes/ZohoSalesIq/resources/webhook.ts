import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Resource } from '../../shared/operations/operation';
import { pathSegment } from '../../shared/operations/path';
import { rowsIn } from '../api/paging';
import { eventOptions } from '../events';
import { required, text } from '../../shared/operations/fields';
import { textOf } from '../../shared/fields';
import { formsOfKeys } from '../keys';
import { proofOfWebhook } from '../proof';
import { withoutToken } from '../registration/address';
import { apps, collection, webhookId } from './fields';
import { doneOf, inPortal, type PortalCall } from './operation';
import * as output from './outputs';

const kind: INodeProperties = {
	displayName: 'Kind',
	name: 'type',
	type: 'options',
	default: 'data',
	options: [
		{
			name: 'Administration',
			value: 'administration',
			description:
				'Events of operators, departments and brands; a portal has 3 such webhooks at most',
		},
		{ name: 'Data', value: 'data', description: 'Events of conversations and visitors' },
	],
};

const events: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	required: true,
	default: ['conversation.completed'],
	options: eventOptions,
	description: 'Those of the chosen kind; they replace the ones that the webhook has',
};

const settings: INodeProperties[] = [
	kind,
	{
		...required(text('Address', 'url', 'https://example.com/webhook')),
		description: 'SalesIQ asks it by HEAD first and wants status 200',
	},
	events,
	{ ...apps, displayOptions: { show: { type: ['data'] } } },
	collection('Options', 'options', [
		{
			displayName: 'Keep Failed Executions',
			name: 'expiryDays',
			type: 'number',
			typeOptions: { minValue: 7, maxValue: 60 },
			default: 60,
			description: 'How many days SalesIQ keeps what it could not deliver',
		},
		{
			displayName: 'Secured',
			name: 'secured',
			type: 'boolean',
			default: true,
			description: 'Whether SalesIQ signs what it delivers',
		},
	]),
];

const DAY_MS = 86_400_000;

function bodyOf({ context, item, text: read, collection: options }: PortalCall): IDataObject {
	const { secured = true, expiryDays } = options('options');
	const type = read('type');
	return {
		type,
		url: read('url'),
		events: context.getNodeParameter('events', item) as string[],
		...(type === 'data' && { app_ids: context.getNodeParameter('app_ids', item) as string[] }),
		secured,
		version: '1',
		...(typeof expiryDays === 'number' && {
			expiry_time_for_executions_data: String(expiryDays * DAY_MS),
		}),
	};
}

const create = inPortal({
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create webhook',
		description: 'Register an address of your own; the trigger registers its own by itself',
	},
	fields: settings,
	output: output.webhook,
	run: async (call) =>
		rowsIn(
			await call.ask({ method: 'POST', path: `${call.base}/webhooks`, json: bodyOf(call) }),
		).map(shown),
});

const update = inPortal({
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update webhook',
		description: 'Change a webhook; events and apps replace the old ones',
	},
	fields: [webhookId, ...settings],
	output: output.webhook,
	run: async (call) =>
		rowsIn(await call.ask({ method: 'PUT', path: pathOf(call), json: bodyOf(call) })).map(shown),
});

/** A webhook with what proves its calls, and without the token that its address may hold. */
function shown(webhook: IDataObject): IDataObject {
	const url = withoutToken(textOf(webhook.url) ?? '');
	return { ...webhook, url, proof: proofOfWebhook(webhook), key_forms: formsOfKeys(webhook) };
}

const pathOf = ({ base, segment }: PortalCall) => `${base}/webhooks/${segment('webhookId')}`;

const get = inPortal({
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get webhook',
		description: 'Look up one webhook, with its public keys',
	},
	fields: [webhookId],
	output: output.webhook,
	run: async (call) => rowsIn(await call.ask({ path: pathOf(call) })).map(shown),
});

const getMany = inPortal({
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many webhooks',
		description: 'List the webhooks of one kind',
	},
	fields: [kind],
	output: output.webhook,
	run: async ({ ask, base, text: read }) =>
		rowsIn(await ask({ path: `${base}/webhooks`, query: { type: read('type') } })).map(shown),
});

const getSummary = inPortal({
	option: {
		name: 'Get Summary',
		value: 'getSummary',
		action: 'Get summary of webhooks',
		description: 'How many webhooks there are of each kind',
	},
	fields: [],
	output: output.webhookSummary,
	run: async ({ ask, base }) =>
		rowsIn(await ask({ path: `${base}/webhooks`, query: { mode: 'meta' } })),
});

const remove = inPortal({
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete webhook',
		description: 'Remove a webhook; after the end of a trial SalesIQ may refuse it',
	},
	fields: [webhookId],
	output: output.deleted,
	async run(call) {
		await call.ask({ method: 'DELETE', path: pathOf(call) });
		return { deleted: true };
	},
});

const createKey = inPortal({
	option: {
		name: 'Create Key',
		value: 'createKey',
		action: 'Create key of webhook',
		description: 'Add a second key; the older one signs until it is deleted',
	},
	fields: [webhookId],
	output: output.webhook,
	run: async (call) =>
		rowsIn(await call.ask({ method: 'POST', path: `${pathOf(call)}/keys` })).map(shown),
});

const deleteKey = inPortal({
	option: {
		name: 'Delete Key',
		value: 'deleteKey',
		action: 'Delete key of webhook',
		description: 'Remove a key, so that the other one signs; the last one stays',
	},
	fields: [webhookId, required(text('Key ID', 'keyId', '1566676375915'))],
	output: output.deleted,
	async run(call) {
		await call.ask({ method: 'DELETE', path: `${pathOf(call)}/keys/${call.segment('keyId')}` });
		return { deleted: true };
	},
});

const addEvents = inPortal({
	option: {
		name: 'Add Events',
		value: 'addEvents',
		action: 'Add events to webhook',
		description: 'Add events to those that the webhook has',
	},
	fields: [webhookId, { ...events, description: 'Those of the kind of the webhook' }],
	output: output.webhook,
	run: async (call) =>
		doneOf(
			await call.ask({
				method: 'POST',
				path: `${pathOf(call)}/events`,
				json: { ids: call.context.getNodeParameter('events', call.item) as string[] },
			}),
		),
});

const removeApps = inPortal({
	option: {
		name: 'Remove Apps',
		value: 'removeApps',
		action: 'Remove apps from webhook',
		description: 'Take apps away from those that the webhook hears of',
	},
	fields: [webhookId, required(apps)],
	output: output.done,
	async run(call) {
		const ids = call.context.getNodeParameter('app_ids', call.item) as string[];
		const segments = ids.map((id) => pathSegment(String(id)));
		// Without IDs SalesIQ would remove them all.
		if (ids.length === 0 || segments.includes(undefined)) {
			throw call.refuse('No app is chosen', 'Choose the apps to remove');
		}
		const path = `${pathOf(call)}/apps/${segments.join(',')}`;
		return doneOf(await call.ask({ method: 'DELETE', path }));
	},
});

export const webhook: Resource = {
	option: { name: 'Webhook', value: 'webhook', description: 'Addresses that SalesIQ calls' },
	operations: [
		addEvents,
		create,
		createKey,
		remove,
		deleteKey,
		get,
		getMany,
		getSummary,
		removeApps,
		update,
	],
};
