import {
	NodeApiError,
	NodeOperationError,
	type IHookFunctions,
	type JsonObject,
} from 'n8n-workflow';
import { keyFrom } from '../keys';
import { newToken, proofInForce } from '../proof';
import { appIdsOf, ownWebhooks, remove, webhookById, write, writeKey } from './atPortal';
import { portalToRemember } from './portalInForce';
import { hidingToken, isClear, withHint, type Refused } from './refused';
import type { Registered } from './registered';
import { storedIn, type Registration } from './stored';
import { bodyOf, isAsWanted, type Wanted } from './wanted';

/** Adopts, changes or creates the webhook of a kind, so that there is exactly one. */
export async function register(context: IHookFunctions, chosen: Wanted): Promise<void> {
	const isForAll = chosen.type === 'data' && chosen.appIds.length === 0;
	const wanted = isForAll ? { ...chosen, appIds: await appIdsOf(context) } : chosen;
	const [own, ...surplus] = await ownWebhooks(context, wanted);
	for (const { id } of surplus) await remove(context, id);

	const { token, webhook } = await registered(context, wanted, own);
	if (webhook === undefined) {
		throw new NodeOperationError(context.getNode(), 'SalesIQ returned no ID for the webhook', {
			description: 'Publish again: the webhook is then found by its address',
		});
	}
	const { keys, keyForms } = await withKeys(context, webhook, token);
	const registration: Registration = { id: webhook.id, keys, appIds: chosen.appIds };
	if (token !== undefined) registration.token = token;
	const portal = await portalToRemember(context);
	if (portal !== undefined) registration.portal = portal;
	// Kept even when it proves nothing: the next publishing finds it.
	const stored = storedIn(context);
	stored.registrations = { ...stored.registrations, [wanted.type]: registration };
	requireProof(context, registration, keyForms);
}

/** The webhook as it should be, and the token that its address holds. */
async function registered(context: IHookFunctions, wanted: Wanted, own?: Registered) {
	const remembered = storedIn(context).registrations?.[wanted.type];
	if (own && remembered && isAsWanted(own, wanted, remembered.token)) {
		return { webhook: own, token: remembered.token };
	}
	const token = remembered?.token ?? newToken();
	try {
		return { webhook: await write(context, bodyOf(wanted, token), own), token };
	} catch (error) {
		const refused = hidingToken(error, token);
		if (isClear(refused)) throw withHint(refused, wanted);
		context.logger.warn(
			`SalesIQ refused an address with a token (${refused.message}); it is registered without one, so that only the signature proves its calls`,
		);
	}
	try {
		return { webhook: await write(context, bodyOf(wanted), own), token: undefined };
	} catch (error) {
		throw withHint(error as Refused, wanted);
	}
}

type Keys = Pick<Registered, 'keys' | 'keyForms'>;

/**
 * A new webhook may have a key already; only if there is none, one is made. If the address has a
 * token, a webhook without obtainable keys works anyway.
 */
async function withKeys(
	context: IHookFunctions,
	webhook: Registered,
	token?: string,
): Promise<Keys> {
	if (webhook.keys.length > 0) return webhook;
	try {
		const details = await webhookById(context, webhook.id);
		if (details && details.keyForms.length > 0) return details;
		return await writeKey(context, webhook.id);
	} catch (error) {
		if (token === undefined) throw new NodeApiError(context.getNode(), error as JsonObject);
		return { keys: [], keyForms: [`none, as ${(error as Error).message}`] };
	}
}

/** @throws NodeOperationError when neither a key nor a token proves the calls of a webhook */
function requireProof(
	context: IHookFunctions,
	registration: Registration,
	keyForms: readonly string[],
): void {
	const given = `Its key: ${keyForms.join('; ') || 'none'}`;
	const proof = proofInForce(context, registration);
	const pasted = context.getNodeParameter('options.publicKey', '') as string;
	if (proof !== '') {
		context.logger.info(
			`SalesIQ webhook ${registration.id} is registered; its calls are proved by ${proof}. ${given}`,
		);
	} else if (keyFrom(pasted) === undefined) {
		throw new NodeOperationError(
			context.getNode(),
			'Nothing would prove the calls of SalesIQ: it accepts no token in the address, and its key cannot be read',
			{ description: `${given}. Please report this line` },
		);
	}
}
