import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type IHookFunctions,
	type JsonObject,
} from 'n8n-workflow';
import { textOf } from '../shared/fields';
import { obstacleTo } from '../shared/webhook/lifecycle';
import { isGone } from './api/errors';
import { rowsIn } from './api/paging';
import { salesIq } from './api/request';
import { keyFrom, publicKeysOf, type PublicKey } from './keys';
import {
	bodyOf,
	isAsWanted,
	isForApps,
	KINDS,
	ownWebhooks,
	storedIn,
	wantedBy,
	webhookById,
	webhooksPath,
	withApps,
	type Wanted,
} from './registration';

/**
 * Registers what the trigger needs, and removes it. Any of these calls may end in the middle: n8n is
 * killed, or SalesIQ does not answer. So each starts from what SalesIQ has, not from what n8n
 * remembers: a webhook with our address is adopted, changed or removed, and never doubled.
 */
export const salesIqWebhook = {
	/** One read per registered webhook, and no write. */
	async checkExists(this: IHookFunctions): Promise<boolean> {
		const { registrations = {} } = storedIn(this);
		const wanted = wantedBy(this);
		if (Object.keys(registrations).length !== wanted.length) return false;
		for (const one of wanted) {
			const registration = registrations[one.type];
			if (!registration || !isForApps(registration, one)) return false;
			const webhook = await webhookById(this, registration.id);
			if (!webhook || !isAsWanted(webhook, one)) return false;
			warnIfOff(this, webhook);
			const keys = publicKeysOf(webhook);
			if (keys.length === 0) return false;
			registrations[one.type] = { ...registration, keys };
		}
		return true;
	},

	async create(this: IHookFunctions): Promise<boolean> {
		requireAddress(this);
		const wanted = wantedBy(this);
		if (wanted.length === 0) {
			throw new NodeOperationError(this.getNode(), 'No event is chosen', {
				description: 'Choose at least one event under Trigger On',
			});
		}
		for (const type of KINDS) {
			const one = wanted.find((candidate) => candidate.type === type);
			if (one) await register(this, one);
			else await unregister(this, type);
		}
		return true;
	},

	async delete(this: IHookFunctions): Promise<boolean> {
		for (const type of KINDS) await unregister(this, type);
		return true;
	},
};

/** Adopts, changes or creates the webhook of a kind, so that there is exactly one. */
async function register(context: IHookFunctions, chosen: Wanted): Promise<void> {
	const wanted = await withApps(context, chosen);
	const [own, ...surplus] = await ownWebhooks(context, wanted);
	for (const webhook of surplus) await remove(context, textOf(webhook.id) ?? '');

	const webhook = own && isAsWanted(own, wanted) ? own : await write(context, wanted, own);
	const id = textOf(webhook.id) ?? textOf(own?.id);
	if (id === null) {
		throw new NodeOperationError(context.getNode(), 'SalesIQ gave the webhook no ID', {
			description: 'Publish again: the webhook is then found by its address',
		});
	}
	const keys = await usableKeys(context, id, webhook);
	const stored = storedIn(context);
	const registration = { id, keys, appIds: chosen.appIds };
	stored.registrations = { ...stored.registrations, [wanted.type]: registration };
}

async function write(context: IHookFunctions, wanted: Wanted, own?: IDataObject) {
	const json = bodyOf(wanted);
	const request = own
		? { method: 'PUT' as const, path: webhooksPath(context, textOf(own.id) ?? ''), json }
		: { method: 'POST' as const, path: webhooksPath(context), json };
	try {
		const [webhook = {}] = rowsIn(await salesIq(context, request));
		return webhook;
	} catch (error) {
		throw withHint(error, wanted);
	}
}

/** Codes of SalesIQ that say enough: the address has nothing to do with them. */
const CLEAR = /code (100[1-6]|100[89]|1010|1014|101[6-9]|102[0136])\b/;

/** What SalesIQ does not say: a probe that failed has no documented code. */
function withHint(error: unknown, { events }: Wanted): unknown {
	const refused = error as { message: string; description?: string | null };
	const said = `${refused.message} ${refused.description ?? ''}`;
	if (CLEAR.test(said) || !/code \d/.test(said)) return error;
	const index = /events\[(\d+)\]/.exec(refused.message)?.[1];
	const event = index === undefined ? undefined : events[Number(index)];
	const hint =
		event === undefined
			? 'SalesIQ asks the address by HEAD and wants status 200: it must be public, https and without a port number'
			: `The event is ${event}: take it out, this portal does not know it`;
	refused.description = [refused.description, hint].filter(Boolean).join('. ');
	return error;
}

/** A new webhook may have a key already; only where there is none one is made. */
async function usableKeys(
	context: IHookFunctions,
	id: string,
	webhook: IDataObject,
): Promise<PublicKey[]> {
	const inAnswer = publicKeysOf(webhook);
	if (inAnswer.length > 0) return inAnswer;
	const details = (await webhookById(context, id)) ?? {};
	const inDetails = publicKeysOf(details);
	if (inDetails.length > 0) return inDetails;

	const hasKey = Array.isArray(details.public_keys) && details.public_keys.length > 0;
	const path = `${webhooksPath(context, id)}/keys`;
	const [withKey = {}] = hasKey ? [] : rowsIn(await salesIq(context, { method: 'POST', path }));
	const made = publicKeysOf(withKey);
	const isGiven =
		keyFrom(context.getNodeParameter('options.publicKey', '') as string) !== undefined;
	if (made.length > 0 || isGiven) return made;
	throw new NodeOperationError(context.getNode(), 'SalesIQ gave no usable public key', {
		description:
			'Copy the public key of the webhook from Settings > Developers > Webhooks into Options > Public Key, and publish again',
	});
}

/** Removes whatever of a kind is ours, remembered or not. */
async function unregister(context: IHookFunctions, type: Wanted['type']): Promise<void> {
	const stored = storedIn(context);
	const url = context.getNodeWebhookUrl('default') ?? '';
	for (const { id } of await ownWebhooks(context, { type, url })) {
		await remove(context, textOf(id) ?? '');
	}
	delete stored.registrations?.[type];
}

async function remove(context: IHookFunctions, id: string): Promise<void> {
	try {
		await salesIq(context, { method: 'DELETE', path: webhooksPath(context, id) });
	} catch (error) {
		if (isGone(error)) return;
		context.logger.warn(`SalesIQ webhook ${id} could not be removed`);
		throw new NodeApiError(context.getNode(), error as JsonObject);
	}
}

function requireAddress(context: IHookFunctions): void {
	const address = context.getNodeWebhookUrl('default') ?? '';
	const mayBeLocal = context.getNodeParameter('options.allowLocalAddress', false) as boolean;
	const obstacle = obstacleTo(address, { mayBeHttp: true });
	if (obstacle !== undefined && !mayBeLocal) {
		throw new NodeOperationError(context.getNode(), `SalesIQ can't call ${address}: ${obstacle}`, {
			description:
				"Set n8n's WEBHOOK_URL to its public https address (behind a reverse proxy N8N_PROXY_HOPS, too), start n8n again and publish again",
		});
	}
	if (/^http:|^https:\/\/[^/]+:\d/.test(address)) {
		context.logger.warn(`SalesIQ may refuse ${address}: it wants https, and no port number`);
	}
}

function warnIfOff(context: IHookFunctions, { id, status }: IDataObject): void {
	if (status === undefined || status === 'enabled') return;
	context.logger.warn(
		`SalesIQ webhook ${String(id as string)} is switched off: switch it on under Settings > Developers > Webhooks`,
	);
}
