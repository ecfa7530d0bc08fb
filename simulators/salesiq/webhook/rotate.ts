import type { Webhook } from '../account/webhooks';
import type { World } from '../world';
import { newKey } from './keys';

/** Gives a webhook a new key and takes the old ones away, as its owner would in two steps. */
export async function rotateKey(webhook: Webhook, world: World): Promise<void> {
	webhook.keys = [await newKey(world)];
}
