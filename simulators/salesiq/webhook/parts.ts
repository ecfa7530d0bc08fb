import { unknownResource } from '../errors';
import { readJson, textsIn } from '../rest/body';
import type { Route } from '../rest/route';
import { checkApps, checkEvents } from './form';
import { addKey, removeKey } from './keys';
import { webhookAnswer } from './printWebhook';
import { findWebhook, touch } from './resource';

/**
 * Keys, events and apps of a webhook (contract §5.5). That events are removed and apps added under
 * these paths is assumed there.
 */
export const webhookPartRoutes: readonly Route[] = [
	{
		method: 'POST',
		path: '/webhooks/:id/keys',
		scope: 'webhooks.CREATE',
		answer: async (call, world) => {
			const webhook = findWebhook(call, world);
			await addKey(webhook, world);
			touch(webhook, world);
			return webhookAnswer(webhook, world);
		},
	},
	{
		method: 'DELETE',
		path: '/webhooks/:id/keys/:keyId',
		scope: 'webhooks.DELETE',
		answer: (call, world) => {
			const webhook = findWebhook(call, world);
			removeKey(webhook, call.params.keyId ?? '');
			touch(webhook, world);
			return { undocumented: 'webhook' };
		},
	},
	{
		method: 'POST',
		path: '/webhooks/:id/events',
		scope: 'webhooks.UPDATE',
		answer: (call, world) => {
			const webhook = findWebhook(call, world);
			const ids = textsIn(readJson(call), 'ids');
			checkEvents(ids, 'ids', webhook.type, world);
			webhook.events = [...new Set([...webhook.events, ...ids])];
			touch(webhook, world);
			return webhookAnswer(webhook, world);
		},
	},
	removal('/webhooks/:id/events', 'events'),
	removal('/webhooks/:id/events/:ids', 'events'),
	{
		method: 'POST',
		path: '/webhooks/:id/apps',
		scope: 'webhooks.UPDATE',
		answer: (call, world) => {
			const webhook = findWebhook(call, world);
			const ids = textsIn(readJson(call), 'ids');
			checkApps(ids, 'ids', webhook.type, world);
			webhook.appIds = [...new Set([...webhook.appIds, ...ids])];
			touch(webhook, world);
			return { undocumented: 'webhook' };
		},
	},
	removal('/webhooks/:id/apps', 'appIds'),
	removal('/webhooks/:id/apps/:ids', 'appIds'),
];

/** Takes away the entries that the path lists, or all of them. */
function removal(path: string, part: 'events' | 'appIds'): Route {
	return {
		method: 'DELETE',
		path,
		scope: 'webhooks.DELETE',
		answer: (call, world) => {
			const webhook = findWebhook(call, world);
			const gone = call.params.ids?.split(',') ?? webhook[part];
			if (gone.some((id) => !webhook[part].includes(id))) throw unknownResource();
			webhook[part] = webhook[part].filter((id) => !gone.includes(id));
			touch(webhook, world);
			return { undocumented: 'webhook' };
		},
	};
}
