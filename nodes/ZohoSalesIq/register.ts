import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type IHookFunctions,
	type JsonObject,
} from 'n8n-workflow';
import { textOf } from '../shared/fields';
import { detailsOf } from '../shared/operations/errors';
import { rowsIn } from './api/paging';
import { salesIq } from './api/request';
import { formsOfKeys, keyFrom, publicKeysOf } from './keys';
import { newToken, proofInForce } from './proof';
import {
	bodyOf,
	isAsWanted,
	ownWebhooks,
	storedIn,
	webhookById,
	webhooksPath,
	withApps,
	type Registration,
	type Wanted,
} from './registration';
import { remove } from './unregister';

/** Adopts, changes or creates the webhook of a kind, so that there is exactly one. */
export async function register(context: IHookFunctions, chosen: Wanted): Promise<void> {
	const wanted = await withApps(context, chosen);
	const [own, ...surplus] = await ownWebhooks(context, wanted);
	for (const { id } of surplus) await remove(context, textOf(id) ?? '');

	const { token, webhook } = await registered(context, wanted, own);
	const id = textOf(webhook.id) ?? textOf(own?.id);
	if (id === null) {
		throw new NodeOperationError(context.getNode(), 'SalesIQ gave the webhook no ID', {
			description: 'Publish again: the webhook is then found by its address',
		});
	}
	const { keys, forms } = await keysOf(context, id, webhook, token);
	const registration = { id, keys, appIds: chosen.appIds, ...(token !== undefined && { token }) };
	// Kept even when it proves nothing: the next publishing finds it.
	const stored = storedIn(context);
	stored.registrations = { ...stored.registrations, [wanted.type]: registration };
	requireProof(context, registration, forms);
}

/** The webhook as it should be, and the token that its address holds. */
async function registered(context: IHookFunctions, wanted: Wanted, own?: IDataObject) {
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
			`SalesIQ refused an address with a token (${refused.message}); it is tried without, so that only the signature proves its calls`,
		);
	}
	try {
		return { webhook: await write(context, bodyOf(wanted), own), token: undefined };
	} catch (error) {
		throw withHint(error as Refused, wanted);
	}
}

async function write(context: IHookFunctions, json: IDataObject, own?: IDataObject) {
	const request = own
		? { method: 'PUT' as const, path: webhooksPath(context, textOf(own.id) ?? ''), json }
		: { method: 'POST' as const, path: webhooksPath(context), json };
	const [webhook = {}] = rowsIn(await salesIq(context, request));
	return webhook;
}

/** A no of SalesIQ as the node shows it. */
type Refused = Error & { description?: string | null };

/** SalesIQ may repeat the address in its words, and whoever reads a log must not learn the token. */
function hidingToken(error: unknown, token: string): Refused {
	const refused = error as Refused;
	const details = detailsOf(error);
	refused.message = refused.message.replaceAll(token, '…');
	refused.description = refused.description?.replaceAll(token, '…');
	details.culprit = details.culprit?.replaceAll(token, '…');
	return refused;
}

/** Codes of SalesIQ that say enough: the address has nothing to do with them. */
const CLEAR = [
	1001, 1002, 1003, 1004, 1005, 1006, 1008, 1009, 1010, 1014, 1016, 1017, 1018, 1019, 1020, 1021,
	1023, 1026,
];

/** Whether a refusal has nothing to do with the address, or no answer of the API came at all. */
function isClear(refused: Refused): boolean {
	const { culprit = '' } = detailsOf(refused);
	return saysEnough(refused) || /^(events|app_ids)\[/.test(culprit);
}

function saysEnough(refused: Refused): boolean {
	const { vendorCode } = detailsOf(refused);
	return vendorCode === undefined || CLEAR.includes(Number(vendorCode));
}

/** What SalesIQ does not say: a probe that failed has no documented code. */
function withHint(refused: Refused, { events }: Wanted): Refused {
	if (saysEnough(refused)) return refused;
	const index = /^events\[(\d+)\]/.exec(detailsOf(refused).culprit ?? '')?.[1];
	const event = index === undefined ? undefined : events[Number(index)];
	const hint =
		event === undefined
			? 'SalesIQ asks the address by HEAD and wants status 200: it must be public, https and without a port number'
			: `The event is ${event}: take it out, this portal does not know it`;
	refused.description = [refused.description, hint].filter(Boolean).join('. ');
	return refused;
}

/**
 * A new webhook may have a key already; only where there is none one is made. Where the address has a
 * token, a webhook whose keys cannot be had works all the same.
 */
async function keysOf(context: IHookFunctions, id: string, webhook: IDataObject, token?: string) {
	if (publicKeysOf(webhook).length > 0) return keysAndForms(webhook);
	try {
		const details = (await webhookById(context, id)) ?? {};
		const hasKey = Array.isArray(details.public_keys) && details.public_keys.length > 0;
		if (hasKey) return keysAndForms(details);
		const path = `${webhooksPath(context, id)}/keys`;
		const [withKey = {}] = rowsIn(await salesIq(context, { method: 'POST', path }));
		return keysAndForms(withKey);
	} catch (error) {
		if (token === undefined) throw new NodeApiError(context.getNode(), error as JsonObject);
		return { keys: [], forms: [`none, as ${(error as Error).message}`] };
	}
}

const keysAndForms = (webhook: IDataObject) => ({
	keys: publicKeysOf(webhook),
	forms: formsOfKeys(webhook),
});

/** @throws NodeOperationError when neither a key nor a token proves the calls of a webhook */
function requireProof(context: IHookFunctions, registration: Registration, forms: string[]): void {
	const given = `Its key: ${forms.join('; ') || 'none'}`;
	const proof = proofInForce(context, registration);
	const pasted = context.getNodeParameter('options.publicKey', '') as string;
	if (proof !== '') {
		context.logger.info(
			`SalesIQ webhook ${registration.id} is registered; its calls are proved by ${proof}. ${given}`,
		);
	} else if (keyFrom(pasted) === undefined) {
		throw new NodeOperationError(
			context.getNode(),
			'Nothing would prove the calls of SalesIQ: it takes no token in the address, and its key cannot be read',
			{ description: `${given}. Please report this line` },
		);
	}
}
