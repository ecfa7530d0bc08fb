import { createHash } from 'node:crypto';
import { sleep, type IWebhookFunctions } from 'n8n-workflow';
import type { ConversationEvent } from '../conversation';
import { seenBy } from './seen';

/** What counts as already taken: the delivery, the event of a conversation, or nothing at all. */
export type Repeats = 'delivery' | 'conversation' | 'keep';

const LOOK_MS = 25;
const HOUR_MS = 60 * 60_000;

/** What the user chose in `repeatsOption`. */
export const repeatsOf = (context: IWebhookFunctions) =>
	context.getNodeParameter('options.repeats', 'delivery') as Repeats;

export interface Telling {
	/** The events that were not taken before. */
	fresh: ConversationEvent[];
	/** To be called when n8n has stored their execution, and has yet to save static data. */
	told: () => void;
}

/**
 * Lets each event through once. While another call is about to output the same event, this one
 * waits to see whether n8n takes it. Calls from the editor are let through: users who try things
 * out send the same again and again.
 */
export async function once(
	context: IWebhookFunctions,
	events: ConversationEvent[],
	repeats: Repeats,
): Promise<Telling> {
	const isGated = repeats !== 'keep' && context.getMode() !== 'manual' && events.length > 0;
	if (!isGated) return { fresh: events, told: () => {} };

	const seen = seenBy(context);
	const keys = events.map((event) => keyOf(event, repeats, Date.now()));
	while (seen.isUnderway(keys)) await sleep(LOOK_MS);
	// From here to `begin` nothing is awaited, so no other call comes in between.
	const fresh = new Map<string, ConversationEvent>();
	for (const [index, event] of events.entries()) {
		const key = keys[index] ?? '';
		if (!fresh.has(key) && !seen.has(key)) fresh.set(key, event);
	}
	seen.begin([...fresh.keys()]);
	if (fresh.size === 0) seen.restore();
	return {
		fresh: [...fresh.values()],
		told() {
			seen.add([...fresh.keys()]);
		},
	};
}

/**
 * Eight characters, 48 bits: among a thousand others, an event is mistaken for one of them once in
 * 280,000,000,000 times. Without a time in it, two visitors can cause the same delivery, so it
 * counts as the same only within an hour.
 */
export function keyOf(
	{ event, vendorEvent, conversation, deliveryId, occurredAt }: ConversationEvent,
	repeats: Repeats,
	nowMs: number,
): string {
	const hour = occurredAt === null ? Math.floor(nowMs / HOUR_MS) : null;
	const parts =
		repeats === 'conversation' && conversation.id !== null
			? [event, vendorEvent, conversation.id]
			: [deliveryId, hour];
	const digest = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
	return digest.slice(0, 8);
}
