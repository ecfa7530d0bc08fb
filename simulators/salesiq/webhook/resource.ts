import type { Webhook, WebhookKey } from '../account/webhooks';
import { badKey, SalesIqError, unknownResource } from '../errors';
import { readJson } from '../rest/body';
import type { Answer, Call, Route } from '../rest/route';
import type { World } from '../world';
import type { WebhookChanges } from './form';
import { readChanges, readType } from './form';
import { newKey } from './keys';
import { listWebhooks } from './list';
import { webhookAnswer } from './printWebhook';
import { probe } from './probe';

const MAX_ADMINISTRATION = 3;
const DEFAULT_EXPIRY_MS = 5_184_000_000;

/** The webhook resource itself (contract §5.5). */
export const webhookRoutes: readonly Route[] = [
	{ method: 'GET', path: '/webhooks', scope: 'webhooks.READ', answer: listWebhooks },
	{ method: 'POST', path: '/webhooks', scope: 'webhooks.CREATE', answer: create },
	{
		method: 'GET',
		path: '/webhooks/:id',
		scope: 'webhooks.READ',
		answer: (call, world) => webhookAnswer(findWebhook(call, world), world),
	},
	{ method: 'PUT', path: '/webhooks/:id', scope: 'webhooks.UPDATE', answer: update },
	{ method: 'DELETE', path: '/webhooks/:id', scope: 'webhooks.DELETE', answer: remove },
];

export function findWebhook({ params }: Call, { account, settings }: World): Webhook {
	if (!settings.webhooksInPlan) throw new SalesIqError(1021);
	const webhook = account.webhooks.find(({ id }) => id === params.id);
	if (!webhook) throw unknownResource();
	return webhook;
}

/** Notes who changed the webhook and when. */
export function touch(webhook: Webhook, world: World): void {
	webhook.modified_time = world.nowText();
	webhook.modifierId = world.account.operatorId;
}

async function create(call: Call, world: World): Promise<Answer> {
	const { account, settings } = world;
	if (!settings.webhooksInPlan) throw new SalesIqError(1021);
	const body = readJson(call);
	const type = readType(body);
	const { url, events, appIds = allApps(type, world), ...changes } = readChanges(body, type, world);
	if (url === undefined) throw badKey('url');
	if (!events) throw badKey('events');
	if (type === 'data' && appIds.length === 0) throw badKey('app_ids');
	if (settings.uniqueUrls && account.webhooks.some((one) => one.type === type && one.url === url)) {
		throw new SalesIqError(1014);
	}
	checkLimit(world, type);
	await probe(url, world);
	const keys = await firstKeys(changes.secured ?? false, world);
	// Others may have been registered meanwhile.
	checkLimit(world, type);
	const now = world.nowText();
	const webhook: Webhook = {
		id: world.nextId(),
		type,
		url,
		status: 'enabled',
		events,
		appIds,
		secured: false,
		expiryMs: DEFAULT_EXPIRY_MS,
		keys,
		creatorId: account.operatorId,
		modifierId: account.operatorId,
		created_time: now,
		modified_time: now,
		executions: [],
		...changes,
	};
	account.webhooks.push(webhook);
	return webhookAnswer(webhook, world);
}

async function update(call: Call, world: World): Promise<Answer> {
	const webhook = findWebhook(call, world);
	const body = readJson(call);
	// One webhook has exactly one type (contract §1).
	if (readType(body) !== webhook.type) throw badKey('type');
	const changes: WebhookChanges = readChanges(body, webhook.type, world);
	if (changes.url !== undefined && changes.url !== webhook.url) await probe(changes.url, world);
	const keys = webhook.keys.length > 0 ? [] : await firstKeys(changes.secured ?? false, world);
	Object.assign(webhook, changes);
	webhook.keys.push(...keys);
	touch(webhook, world);
	return webhookAnswer(webhook, world);
}

function remove(call: Call, world: World): Answer {
	const webhook = findWebhook(call, world);
	world.account.webhooks.splice(world.account.webhooks.indexOf(webhook), 1);
	return { undocumented: 'webhook' };
}

/** Where `app_ids` may be left out, all apps are meant: an assumption. */
function allApps(type: Webhook['type'], { account, settings }: World): string[] {
	return type === 'data' && !settings.appIdsRequired ? account.apps.map(({ id }) => id) : [];
}

/** Whether a webhook owns a key as soon as it is secured is not documented (contract §8). */
async function firstKeys(isSecured: boolean, world: World): Promise<WebhookKey[]> {
	const { newWebhookHasKey, signUnsecured } = world.settings;
	return (isSecured || signUnsecured) && newWebhookHasKey ? [await newKey(world)] : [];
}

function checkLimit({ account }: World, type: Webhook['type']): void {
	if (type !== 'administration') return;
	const count = account.webhooks.filter((webhook) => webhook.type === type).length;
	if (count >= MAX_ADMINISTRATION) throw new SalesIqError(1017);
}
