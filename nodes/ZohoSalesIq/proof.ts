import { randomBytes, type KeyObject } from 'node:crypto';
import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { textOf } from '../shared/fields';
import { SECRET_PARAMETER } from '../shared/webhook/address';
import type { Delivery } from '../shared/webhook/source';
import { rsaSha256, sharedSecret, type Verdict } from '../shared/webhook/verify';
import { keysFrom, publicKeysOf } from './keys';
import { withoutToken } from './registration/address';
import type { Registration } from './registration/stored';

/** What proves the calls of a webhook: its keys, a token of our own in its address, or both. */
export interface Proof {
	keys: readonly KeyObject[];
	/** Undefined if SalesIQ accepts no address with a query, and for a webhook created by hand. */
	token?: string;
}

/** A token for an address: 192 random bits. */
export const newToken = (): string => randomBytes(24).toString('base64url');

/** What proves the calls of some webhooks, and of one whose key the user pasted. */
export function proofsFrom(
	context: IWebhookFunctions,
	registrations: readonly Registration[],
): Proof[] {
	const wantsSignature = context.getNodeParameter('options.proof', 'both') !== 'token';
	const own = registrations.map(({ keys, token }) => ({
		keys: wantsSignature || token === undefined ? keysFrom(keys.map(({ key }) => key)) : [],
		token,
	}));
	const pasted = keysFrom([context.getNodeParameter('options.publicKey', '') as string]);
	return [...own, ...(pasted.length > 0 ? [{ keys: pasted }] : [])];
}

/** In words, for the log. */
export function proofInForce(
	context: IHookFunctions | IWebhookFunctions,
	{ keys, token }: Pick<Registration, 'keys' | 'token'>,
): string {
	const hasToken = token !== undefined;
	const isTokenEnough = hasToken && context.getNodeParameter('options.proof', 'both') === 'token';
	return proofInWords({ isSigned: keys.length > 0 && !isTokenEnough, hasToken });
}

/** What proves the calls of a webhook as SalesIQ lists it, in words. */
export function proofOfWebhook(webhook: Record<string, unknown>): string {
	const url = textOf(webhook.url) ?? '';
	const isSigned = publicKeysOf(webhook).length > 0;
	return proofInWords({ isSigned, hasToken: withoutToken(url) !== url }) || 'none';
}

/** Empty when nothing proves a call. */
const proofInWords = ({ isSigned, hasToken }: { isSigned: boolean; hasToken: boolean }) =>
	[...(isSigned ? ['signature'] : []), ...(hasToken ? ['address token'] : [])].join(' and ');

/**
 * Whether a call is proved by one of the webhooks. The token comes first: without it, nothing
 * costly is done for a stranger.
 */
export function verdictOf(delivery: Delivery, proofs: readonly Proof[]): Verdict {
	let refusal: Verdict = { genuine: false, reason: 'no-secret' };
	for (const proof of proofs) {
		const verdict = verdictOn(delivery, proof);
		if (verdict.genuine) return verdict;
		// The one that got furthest says the most: a signature is checked only after a matching token.
		if (refusal.reason !== 'mismatch') refusal = verdict;
	}
	return refusal;
}

function verdictOn({ body, headers, query }: Delivery, { keys, token }: Proof): Verdict {
	if (token !== undefined) {
		const address = sharedSecret({ given: query[SECRET_PARAMETER], secrets: [token] });
		if (!address.genuine) {
			return { genuine: false, reason: address.reason === 'mismatch' ? 'wrong-token' : 'no-token' };
		}
		if (keys.length === 0) return address;
	}
	const signature = rsaSha256({ body, signature: headers['x-siqsignature'], keys });
	if (signature.genuine || token === undefined) return signature;
	return { ...signature, detail: TOKEN_ALONE };
}

const TOKEN_ALONE =
	'the address token matches and the signature does not; if SalesIQ reports that its calls fail, set Options > Proof to Address Token';
