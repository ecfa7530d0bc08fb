import type { Webhook } from '../account/webhooks';
import type { Answer } from '../rest/route';
import type { World } from '../world';
import { printKey } from './keys';
import { textValues } from './textValues';

/** A webhook as the vendor prints it. */
export function webhookAnswer(webhook: Webhook, world: World): Answer {
	return { object: 'webhook', data: printWebhook(webhook, world) };
}

export function printWebhook(webhook: Webhook, { settings }: World): Record<string, unknown> {
	const printed = {
		modified_time: webhook.modified_time,
		url: webhook.url,
		expiry_time_for_executions_data: String(webhook.expiryMs),
		id: webhook.id,
		modifier: { id: webhook.modifierId },
		creator: { id: webhook.creatorId },
		status: webhook.status,
		failures_count: String(webhook.executions.length),
		secured: webhook.secured,
		app_ids: webhook.appIds,
		version: 1,
		type: webhook.type,
		public_keys: webhook.keys.map(({ id, publicKey, creatorId, created_time }) => ({
			key: printKey(publicKey, settings.keyFormat),
			creator: { id: creatorId },
			created_time,
			id,
		})),
		created_time: webhook.created_time,
		events: webhook.events,
	};
	return settings.textValues ? (textValues(printed) as typeof printed) : printed;
}
