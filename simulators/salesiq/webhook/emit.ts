import type { TimedReport } from '../../shared/delivery';
import type { Endpoint } from '../../simulator';
import { callsAt, type Occurrence, type Webhook } from '../account/webhooks';
import type { World } from '../world';
import { typeOf } from './catalogue';
import { eventOf } from './examples';
import { freshOccurrenceOf, occurrenceOf } from './occurrence';
import type { Happening } from './occurrence';
import { notRegistered } from './sender';
import { tell } from './tell';

/** What became of one webhook's delivery. */
export interface EmitReport extends TimedReport {
	readonly webhookId: string;
	readonly url: string;
}

/**
 * Lets an event happen: every enabled webhook that is registered for it is told, all at a time.
 * Data events reach the webhooks of their app only.
 */
export async function emit(name: string, world: World, wanted?: Happening): Promise<EmitReport[]> {
	const occurrence = occurrenceOf(name, world, wanted);
	const listeners = world.account.webhooks.filter((webhook) => hears(webhook, occurrence));
	return Promise.all(
		listeners.map(async (webhook) => ({
			webhookId: webhook.id,
			url: webhook.url,
			...(await tell(occurrence, webhook, world)),
		})),
	);
}

/** Delivers an example to one address, whose webhook signs; whether it listens does not matter. */
export async function send(name: string, endpoint: Endpoint, world: World): Promise<TimedReport> {
	const webhook = webhookFor(name, endpoint, world);
	const appId = webhook.appIds[0];
	return tell(
		freshOccurrenceOf(name, world, appId ? { appId } : {}),
		webhook,
		world,
		endpoint.proxy,
	);
}

/** The webhook of an address that an event is told to: the one that listens, if there is one. */
export function webhookFor(name: string, { url }: Endpoint, { account }: World): Webhook {
	const candidates = account.webhooks.filter((webhook) => callsAt(webhook, url));
	const event = eventOf(name);
	const webhook =
		candidates.find(({ events }) => events.includes(event)) ??
		candidates.find(({ type }) => type === typeOf(event)) ??
		candidates[0];
	if (!webhook) throw notRegistered(url);
	return webhook;
}

function hears(webhook: Webhook, { event, appId }: Occurrence): boolean {
	if (webhook.status !== 'enabled' || !webhook.events.includes(event)) return false;
	return webhook.type === 'administration' || appId === undefined || webhook.appIds.includes(appId);
}
