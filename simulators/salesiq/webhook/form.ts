import type { Webhook, WebhookType } from '../account/webhooks';
import { badKey, SalesIqError } from '../errors';
import type { Body } from '../rest/body';
import { optionalText, optionalTexts, textIn } from '../rest/body';
import type { World } from '../world';
import { eventsOf } from './catalogue';

const MIN_EXPIRY_MS = 604_800_000;
const MAX_EXPIRY_MS = 5_184_000_000;

/** What a create or update body may set (contract §5.5); absent keys stay as they are. */
export type WebhookChanges = Partial<
	Pick<Webhook, 'url' | 'events' | 'appIds' | 'secured' | 'expiryMs'>
>;

export function readType(body: Body): WebhookType {
	const type = textIn(body, 'type');
	if (type !== 'data' && type !== 'administration') throw badKey('type');
	return type;
}

/** Checks every key of the body; what is wrong is named in the error's `json_key`. */
export function readChanges(body: Body, type: WebhookType, world: World): WebhookChanges {
	const url = optionalText(body, 'url');
	const events = optionalTexts(body, 'events');
	const appIds = optionalTexts(body, 'app_ids');
	const { secured } = body;
	if (secured !== undefined && typeof secured !== 'boolean') throw badKey('secured', 1007);
	if (body.version !== undefined && !['1', 1].includes(body.version as string)) {
		throw badKey('version');
	}
	if (events) checkEvents(events, 'events', type, world);
	if (appIds) checkApps(appIds, 'app_ids', type, world);
	const expiryMs = readExpiry(body.expiry_time_for_executions_data);
	return {
		...(url !== undefined && { url }),
		...(events && { events: [...new Set(events)] }),
		...(appIds && { appIds: [...new Set(appIds)] }),
		...(secured !== undefined && { secured }),
		...(expiryMs !== undefined && { expiryMs }),
	};
}

/** A webhook has events of its own kind only. */
export function checkEvents(events: string[], key: string, type: WebhookType, world: World): void {
	if (events.length === 0) throw badKey(key);
	const known = eventsOf(type, world.settings.workflowsEvents);
	const wrong = events.findIndex((event) => !known.includes(event));
	if (wrong !== -1) throw badKey(`${key}[${wrong}]`);
}

/** Apps belong to data webhooks (contract §5.5) and must exist. */
export function checkApps(ids: string[], key: string, type: WebhookType, world: World): void {
	if (type !== 'data' && ids.length > 0) throw badKey(key);
	const wrong = ids.findIndex((id) => !world.account.apps.some((app) => app.id === id));
	if (wrong !== -1) throw badKey(`${key}[${wrong}]`);
}

// The vendor's own sample, 180000000, lies below its documented minimum: it is refused here.
function readExpiry(value: unknown): number | undefined {
	if (value === undefined) return undefined;
	const key = 'expiry_time_for_executions_data';
	if (typeof value !== 'string' && typeof value !== 'number') throw badKey(key, 1007);
	const ms = Number(value);
	if (!(ms >= MIN_EXPIRY_MS && ms <= MAX_EXPIRY_MS))
		throw new SalesIqError(1015, { json_key: key });
	return ms;
}
