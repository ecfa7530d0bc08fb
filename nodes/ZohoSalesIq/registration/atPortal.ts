import {
	NodeApiError,
	type IDataObject,
	type IHookFunctions,
	type IWebhookFunctions,
	type JsonObject,
} from 'n8n-workflow';
import { textOf } from '../../shared/fields';
import { isGone } from '../../shared/operations/errors';
import { rowsIn } from '../api/paging';
import { salesIq } from '../api/request';
import { portalPath } from '../whichPortal';
import { addressIn } from './address';
import { chosenPortal, rememberedPortal } from './portalInForce';
import { idIn, registeredAs, registeredIn, type Registered } from './registered';
import { storedIn } from './stored';
import type { Wanted } from './wanted';

type Context = IHookFunctions | IWebhookFunctions;

const portalPathOf = (context: Context) =>
	portalPath(context, chosenPortal(context) || rememberedPortal(context));

const webhooksPath = (context: Context) => `${portalPathOf(context)}/webhooks`;
const pathOf = (context: Context, id: string) =>
	`${webhooksPath(context)}/${encodeURIComponent(id)}`;

/** A webhook as SalesIQ has it; undefined when there is none of this ID. */
export async function webhookById(
	context: Context,
	id: string,
	{ isUrgent = false } = {},
): Promise<Registered | undefined> {
	try {
		const [row] = rowsIn(await salesIq(context, { path: pathOf(context, id), isUrgent }));
		return row && registeredAs(id, row);
	} catch (error) {
		if (isGone(error)) return undefined;
		throw new NodeApiError(context.getNode(), error as JsonObject);
	}
}

/**
 * The webhooks of a kind that are ours: first the one that n8n remembers, whatever address it has
 * by now, then those with exactly our address, whatever its token. It contains an ID of n8n's, so
 * whatever has it is ours, left by a crash or not.
 */
export async function ownWebhooks(
	context: IHookFunctions,
	{ type, url }: Pick<Wanted, 'type' | 'url'>,
): Promise<Registered[]> {
	const rememberedId = storedIn(context).registrations?.[type]?.id;
	const rows = rowsIn(await salesIq(context, { path: webhooksPath(context), query: { type } }));
	const own = rows.filter(
		(row) =>
			(rememberedId !== undefined && idIn(row) === rememberedId) ||
			addressIn(textOf(row.url) ?? '') === url,
	);
	const webhooks = own.flatMap((row) => registeredIn(row) ?? []);
	if (webhooks.length < own.length) {
		context.logger.warn(
			`SalesIQ lists a webhook without its ID: see under Settings > Developers > Webhooks whether one too many calls ${url}`,
		);
	}
	return webhooks.sort((a, b) => Number(b.id === rememberedId) - Number(a.id === rememberedId));
}

/** Creates a webhook, or changes one; undefined when SalesIQ returns no ID. */
export async function write(
	context: IHookFunctions,
	json: IDataObject,
	own?: Registered,
): Promise<Registered | undefined> {
	const answer = await salesIq(
		context,
		own
			? { method: 'PUT', path: pathOf(context, own.id), json }
			: { method: 'POST', path: webhooksPath(context), json },
	);
	const [row = {}] = rowsIn(answer);
	return own ? registeredAs(own.id, row) : registeredIn(row);
}

/** Makes a key for a webhook. */
export async function writeKey(context: IHookFunctions, id: string): Promise<Registered> {
	const path = `${pathOf(context, id)}/keys`;
	const [row = {}] = rowsIn(await salesIq(context, { method: 'POST', path }));
	return registeredAs(id, row);
}

/** Whether a webhook is gone now. */
export async function remove(context: IHookFunctions, id: string): Promise<boolean> {
	try {
		await salesIq(context, { method: 'DELETE', path: pathOf(context, id) });
		return true;
	} catch (error) {
		if (isGone(error)) return true;
		context.logger.warn(
			`SalesIQ webhook ${id} could not be removed (${(error as Error).message}): remove it under Settings > Developers > Webhooks`,
		);
		return false;
	}
}

/** The apps of the portal. */
export async function appIdsOf(context: IHookFunctions): Promise<string[]> {
	const apps = rowsIn(await salesIq(context, { path: `${portalPathOf(context)}/apps` }));
	return apps.flatMap((app) => idIn(app) ?? []);
}
