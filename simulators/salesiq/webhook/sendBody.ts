import type { TimedReport } from '../../shared/delivery';
import type { Endpoint, SendBodyOptions } from '../../simulator';
import type { World } from '../world';
import { webhookFor } from './emit';
import { createSigningKey } from './keys';
import { freshOccurrenceOf } from './occurrence';
import { printDelivery } from './print';
import { deliver, keyOf } from './sender';

/** The first try of an example's delivery, to whichever webhook, laid out for a person to read. */
export function exampleOf(event: string, world: World): string {
	const [webhook = { id: '' }] = world.account.webhooks;
	return printDelivery(freshOccurrenceOf(event, world), webhook, 1, world.settings, 2);
}

/** Delivers a body once to the address, signed by its webhook, or with a key of a stranger's own. */
export async function sendBody(
	event: string,
	body: string,
	endpoint: Endpoint,
	{ forged = false }: SendBodyOptions,
	world: World,
): Promise<TimedReport> {
	const webhook = webhookFor(event, endpoint, world);
	const signWith = forged ? (await createSigningKey()).privateKey : keyOf(webhook, world);
	return await deliver({ endpoint, body, signWith, maxAttempts: 1 }, world);
}
