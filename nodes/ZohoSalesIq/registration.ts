import {
	NodeApiError,
	type IDataObject,
	type IHookFunctions,
	type IWebhookFunctions,
	type JsonObject,
} from 'n8n-workflow';
import { flagOf, listOf, textOf } from '../shared/fields';
import { isGone } from '../shared/operations/errors';
import { SECRET_PARAMETER } from '../shared/webhook/address';
import { entryIn } from '../shared/webhook/catalogue';
import { ALL_EVENTS } from '../shared/webhook/choose';
import { rowsIn } from './api/paging';
import { salesIq } from './api/request';
import { catalogue, type Kind } from './events';
import type { PublicKey } from './keys';
import { portalPath } from './portal';

/** A webhook at SalesIQ that is ours, with the keys that prove its calls. */
export interface Registration {
	id: string;
	keys: PublicKey[];
	/** In the address; absent where SalesIQ takes no address with a query. */
	token?: string;
	/** As chosen: none for all apps that there were. */
	appIds: string[];
}

/** What n8n keeps for the trigger between calls. */
export interface Stored {
	registrations?: Partial<Record<Kind, Registration>>;
}

export const KINDS: readonly Kind[] = ['data', 'administration'];

/** What one webhook at SalesIQ should be like. */
export interface Wanted {
	type: Kind;
	/** Without the token. */
	url: string;
	events: string[];
	/** Data webhooks only. As chosen, none means all apps of the portal. */
	appIds: string[];
}

/** The address that is registered: n8n's own, with the token that only SalesIQ is told. */
export function addressWith(url: string, token: string | undefined): string {
	return token === undefined ? url : `${url}?${SECRET_PARAMETER}=${token}`;
}

/** A registered address with its token blotted out. */
export const withoutToken = (url: string): string =>
	url.replace(new RegExp(`([?&]${SECRET_PARAMETER}=)[^&]+`), '$1…');

/** A registered address without its query. */
export const addressIn = (url: string): string => url.split('?')[0] ?? url;

export const storedIn = (context: IHookFunctions | IWebhookFunctions): Stored =>
	context.getWorkflowStaticData('node') as Stored;

/** A webhook has one kind of events, so there are up to two of them. */
export function wantedBy(context: IHookFunctions): Wanted[] {
	const url = context.getNodeWebhookUrl('default') ?? '';
	const appIds = context.getNodeParameter('app_ids', []) as string[];
	return KINDS.map((type) => ({
		type,
		url,
		events: eventsOf(context, type),
		appIds: type === 'data' ? appIds : [],
	})).filter(({ events }) => events.length > 0);
}

function eventsOf(context: IHookFunctions, kind: Kind): string[] {
	const ticked = context.getNodeParameter('events') as string[];
	const known = ticked.includes(ALL_EVENTS)
		? Object.keys(catalogue).filter((name) => catalogue[name]?.newer === undefined)
		: ticked;
	const names = [
		...known.filter((name) => entryIn(catalogue, name)?.kind === kind),
		...otherEventsOf(context).flatMap((other) => (other.kind === kind ? [other.name] : [])),
	];
	return [...new Set(names)].sort();
}

/** Events that are not in the catalogue, by names that the user entered; none of them is empty. */
export function otherEventsOf(
	context: IHookFunctions | IWebhookFunctions,
): { name: string; kind: Kind }[] {
	const { event = [] } = context.getNodeParameter('options.otherEvents', {}) as {
		event?: { name: string; kind: Kind }[];
	};
	return event
		.map(({ name, kind }) => ({ name: name.trim(), kind }))
		.filter(({ name }) => name !== '');
}

/** The path of a portal's webhooks, or of one of them. */
export function webhooksPath(context: IHookFunctions | IWebhookFunctions, id?: string): string {
	const portal: unknown = context.getNodeParameter('portal', '', { extractValue: true });
	const path = `${portalPath(context, portal)}/webhooks`;
	return id === undefined ? path : `${path}/${encodeURIComponent(id)}`;
}

/** A webhook as SalesIQ has it; undefined when there is none of this ID. */
export async function webhookById(
	context: IHookFunctions | IWebhookFunctions,
	id: string,
	{ isUrgent = false } = {},
): Promise<IDataObject | undefined> {
	const path = webhooksPath(context, id);
	try {
		const [webhook] = rowsIn(await salesIq(context, { path, isUrgent }));
		return webhook;
	} catch (error) {
		if (isGone(error)) return undefined;
		throw new NodeApiError(context.getNode(), error as JsonObject);
	}
}

/**
 * The webhooks of a kind that are ours: first the one that n8n remembers, whatever address it has by
 * now, then those with exactly our address, whatever its token. It holds an ID of n8n's, so whatever
 * has it is ours, left by a crash or not.
 */
export async function ownWebhooks(
	context: IHookFunctions,
	{ type, url }: Pick<Wanted, 'type' | 'url'>,
): Promise<IDataObject[]> {
	const rememberedId = storedIn(context).registrations?.[type]?.id;
	const list = rowsIn(await salesIq(context, { path: webhooksPath(context), query: { type } }));
	const isRemembered = ({ id }: IDataObject) =>
		rememberedId !== undefined && textOf(id) === rememberedId;
	return [
		...list.filter(isRemembered),
		...list.filter(
			(webhook) => addressIn(textOf(webhook.url) ?? '') === url && !isRemembered(webhook),
		),
	];
}

const isSame = (value: unknown, wanted: string[]) =>
	JSON.stringify(textsIn(value).sort()) === JSON.stringify([...wanted].sort());

/** Whether a registration was made for the apps that are chosen now. */
export const isForApps = (registration: Registration | undefined, { appIds }: Wanted): boolean =>
	registration?.appIds !== undefined && isSame(registration.appIds, appIds);

/** Whether a webhook is as it should be, its apps left aside when all are wanted. */
export function isAsWanted(
	webhook: IDataObject,
	{ url, events, appIds, type }: Wanted,
	token: string | undefined,
): boolean {
	return (
		webhook.url === addressWith(url, token) &&
		webhook.type === type &&
		flagOf(webhook.secured) === true &&
		isSame(webhook.events, events) &&
		(type === 'administration' || appIds.length === 0 || isSame(webhook.app_ids, appIds))
	);
}

const textsIn = (value: unknown): string[] => listOf(value).map((entry) => textOf(entry) ?? '');

/** What SalesIQ is sent to create a webhook, or to change one. */
export function bodyOf({ type, url, events, appIds }: Wanted, token?: string): IDataObject {
	const apps = type === 'data' ? { app_ids: appIds } : {};
	return { type, url: addressWith(url, token), events, ...apps, secured: true, version: '1' };
}

/** The same with the apps of the portal where none is chosen. */
export async function withApps(context: IHookFunctions, wanted: Wanted): Promise<Wanted> {
	if (wanted.type !== 'data' || wanted.appIds.length > 0) return wanted;
	const path = webhooksPath(context).replace(/\/webhooks$/, '/apps');
	const apps = rowsIn(await salesIq(context, { path }));
	return { ...wanted, appIds: apps.map(({ id }) => textOf(id) ?? '') };
}
