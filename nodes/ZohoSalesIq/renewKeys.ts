import type { KeyObject } from 'node:crypto';
import type { IWebhookFunctions } from 'n8n-workflow';
import { keysFrom, publicKeysOf } from './keys';
import { KINDS, storedIn, webhookById } from './registration';

/** However many forged calls come, SalesIQ is asked for keys no more often than this. */
const LOOK_UP_INTERVAL_MS = 60_000;

// Per process and not in n8n's store, which is written only after a call: of many calls at once each
// would find it old.
const lastLookUpsMs = new Map<string, number>();

/** The keys that prove a call: those of both webhooks, and one that the user pasted. */
export function keysOf(context: IWebhookFunctions): KeyObject[] {
	const { registrations = {} } = storedIn(context);
	const texts = KINDS.flatMap((kind) => registrations[kind]?.keys ?? []).map(({ key }) => key);
	return keysFrom([...texts, context.getNodeParameter('options.publicKey', '') as string]);
}

/**
 * Asks SalesIQ for the current keys, because none that is stored fits a call: the key may have been
 * rotated. What is found is stored even when it does not prove this call.
 *
 * @returns whether the new keys prove the call
 */
export async function renewKeys(
	context: IWebhookFunctions,
	proves: (keys: readonly KeyObject[]) => boolean,
	nowMs = Date.now(),
): Promise<boolean> {
	const { id: nodeId, webhookId } = context.getNode();
	const name = webhookId ?? `${context.getWorkflow().id ?? ''} ${nodeId}`;
	if (nowMs - (lastLookUpsMs.get(name) ?? -Infinity) < LOOK_UP_INTERVAL_MS) return false;
	lastLookUpsMs.set(name, nowMs);

	const { registrations = {} } = storedIn(context);
	try {
		for (const kind of KINDS) {
			const registration = registrations[kind];
			if (!registration) continue;
			const webhook = await webhookById(context, registration.id, { isUrgent: true });
			const keys = webhook ? publicKeysOf(webhook) : [];
			// An answer without keys takes none away: a webhook always has one.
			if (keys.length > 0) registration.keys = keys;
		}
	} catch (error) {
		context.logger.warn(`The keys of SalesIQ could not be renewed: ${(error as Error).message}`);
		return false;
	}
	return proves(keysOf(context));
}
