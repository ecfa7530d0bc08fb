import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { isObject, listOf, textOf } from '../../shared/fields';
import { entryIn } from '../../shared/webhook/catalogue';
import { ALL_EVENTS } from '../../shared/webhook/choose';
import { catalogue, KINDS, type Kind } from '../events';
import { addressWith } from './address';
import type { Registered } from './registered';
import type { Registration } from './stored';

/** What one webhook in SalesIQ should be like. */
export interface Wanted {
	type: Kind;
	/** Without the token. */
	url: string;
	events: string[];
	/** Data webhooks only. As chosen, none means all apps of the portal. */
	appIds: string[];
}

/** A webhook has one kind of events, so there are up to two of them. */
export function wantedBy(context: IHookFunctions): Wanted[] {
	const url = context.getNodeWebhookUrl('default') ?? '';
	const appIds = context.getNodeParameter('app_ids', []) as string[];
	const ticked = context.getNodeParameter('events') as string[];
	const events = [...known(ticked), ...otherEventsOf(context)];
	return KINDS.map((type) => ({
		type,
		url,
		events: namesOf(events, type),
		appIds: type === 'data' ? appIds : [],
	})).filter((one) => one.events.length > 0);
}

interface Event {
	name: string;
	kind: Kind;
}

/** The events of the catalogue among the selected ones. */
function known(ticked: readonly string[]): Event[] {
	const isAll = ticked.includes(ALL_EVENTS);
	const names = isAll ? Object.keys(catalogue) : ticked;
	return names.flatMap((name) => {
		const entry = entryIn(catalogue, name);
		return entry && !(isAll && entry.newer) ? [{ name, kind: entry.kind }] : [];
	});
}

/** Events that are not in the catalogue, by names that the user entered; none of them is empty. */
export function otherEventsOf(context: IHookFunctions | IWebhookFunctions): Event[] {
	const { event } = context.getNodeParameter('options.otherEvents', {}) as { event?: unknown };
	return listOf(event)
		.filter(isObject)
		.flatMap(({ name, kind }) => {
			const text = textOf(name)?.trim() ?? '';
			return text === '' ? [] : [{ name: text, kind: KINDS.find((one) => one === kind) ?? 'data' }];
		});
}

const namesOf = (events: readonly Event[], kind: Kind) => {
	const names = events.filter((event) => event.kind === kind).map(({ name }) => name);
	return [...new Set(names)].sort();
};

const isSame = (texts: readonly string[], wanted: readonly string[]) =>
	JSON.stringify([...texts].sort()) === JSON.stringify([...wanted].sort());

/** Whether a registration was made for the apps that are chosen now. */
export const isForApps = ({ appIds }: Registration, wanted: Wanted): boolean =>
	isSame(appIds, wanted.appIds);

/** Whether a webhook is as it should be, its apps left aside when all are wanted. */
export function isAsWanted(
	webhook: Registered,
	{ url, events, appIds, type }: Wanted,
	token: string | undefined,
): boolean {
	return (
		webhook.url === addressWith(url, token) &&
		webhook.type === type &&
		webhook.isSecured &&
		isSame(webhook.events, events) &&
		(type === 'administration' || appIds.length === 0 || isSame(webhook.appIds, appIds))
	);
}

/** What SalesIQ is sent to create a webhook, or to change one. */
export function bodyOf({ type, url, events, appIds }: Wanted, token?: string): IDataObject {
	const apps = type === 'data' ? { app_ids: appIds } : {};
	return { type, url: addressWith(url, token), events, ...apps, secured: true, version: '1' };
}
