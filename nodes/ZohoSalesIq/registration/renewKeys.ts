import type { IWebhookFunctions } from 'n8n-workflow';
import { seenBy } from '../../shared/webhook/seen';
import { KINDS } from '../events';
import type { PublicKey } from '../keys';
import { proofsFrom, type Proof } from '../proof';
import { webhookById } from './atPortal';
import { storedIn } from './stored';

/** However many forged calls come, SalesIQ is asked for keys no more often than this. */
const LOOK_UP_INTERVAL_MS = 60_000;

// Per process and not in n8n's store, which is written only after a call: of many calls at once each
// would find it old.
const lastLookUpsMs = new Map<string, number>();

// By webhook of SalesIQ, as JSON: the keys that were found, and those in whose place they came. A call
// that was there before the renewal has n8n store the old ones once more.
const renewals = new Map<string, { old: string; found: string }>();

/** The proofs in force, with the keys found last. */
export function proofsOf(context: IWebhookFunctions): Proof[] {
	const { registrations = {} } = storedIn(context);
	for (const registration of Object.values(registrations)) {
		const renewal = renewals.get(registration.id);
		if (renewal?.old !== JSON.stringify(registration.keys)) continue;
		registration.keys = JSON.parse(renewal.found) as PublicKey[];
	}
	return proofsFrom(
		context,
		KINDS.flatMap((kind) => registrations[kind] ?? []),
	);
}

/**
 * Asks SalesIQ for the current keys, because no stored key matches a call: the key may have been
 * rotated. What is found is stored, whether it proves this call or not: SalesIQ itself has said it.
 *
 * A look-up is owed while the last one is too recent, in progress or without an answer: whoever
 * caused it, the key may have been rotated since, and SalesIQ calls again a minute later.
 */
export async function renewKeys(
	context: IWebhookFunctions,
	nowMs = Date.now(),
): Promise<Proof[] | 'owed'> {
	const { registrations = {} } = storedIn(context);
	const registered = KINDS.flatMap((kind) => registrations[kind] ?? []);
	// Nothing to ask for: a key that the user pasted is all there is.
	if (registered.length === 0) return [];

	const { id: nodeId, webhookId } = context.getNode();
	const name = webhookId ?? `${context.getWorkflow().id ?? ''} ${nodeId}`;
	if (nowMs - (lastLookUpsMs.get(name) ?? -Infinity) < LOOK_UP_INTERVAL_MS) return 'owed';
	lastLookUpsMs.set(name, nowMs);

	try {
		for (const registration of registered) {
			const webhook = await webhookById(context, registration.id, { isUrgent: true });
			const keys = webhook?.keys ?? [];
			const [old, found] = [JSON.stringify(registration.keys), JSON.stringify(keys)];
			// An answer without keys removes none: a webhook always has one.
			if (keys.length === 0 || found === old) continue;
			renewals.set(registration.id, { old, found });
			registration.keys = keys;
		}
	} catch (error) {
		context.logger.warn(`The keys of SalesIQ could not be renewed: ${(error as Error).message}`);
		return 'owed';
	}
	// Saved with the keys: what was taken while SalesIQ was asked.
	seenBy(context).restore();
	return proofsOf(context);
}
