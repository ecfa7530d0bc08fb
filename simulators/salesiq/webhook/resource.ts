import type { Webhook, WebhookKey } from '../account/webhooks';
import { badKey, badParam, SalesIqError, unknownResource } from '../errors';
import { readJson } from '../rest/body';
import { namesIn } from '../rest/paging';
import type { Answer, Call, Route } from '../rest/route';
import type { World } from '../world';
import type { WebhookChanges } from './form';
import { readChanges, readType } from './form';
import { newKey, printKey } from './keys';
import { probe } from './probe';

const MAX_ADMINISTRATION = 3;
const DEFAULT_EXPIRY_MS = 5_184_000_000;

/** The webhook resource itself (contract §5.5). */
export const webhookRoutes: readonly Route[] = [
	{ method: 'GET', path: '/webhooks', scope: 'webhooks.READ', answer: list },
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

/** A webhook as the vendor prints it. */
export function webhookAnswer(webhook: Webhook, world: World): Answer {
	return { object: 'webhook', data: printWebhook(webhook, world) };
}

/** Notes who changed the webhook and when. */
export function touch(webhook: Webhook, world: World): void {
	webhook.modified_time = world.nowText();
	webhook.modifierId = world.account.operatorId;
}

function list(call: Call, world: World): Answer {
	const { webhooks } = world.account;
	if (!world.settings.webhooksInPlan) throw new SalesIqError(1021);
	const { mode, type, sort_by: order = '+modified_time' } = call.query;
	if (mode === 'meta') return summary(webhooks);
	if (type !== 'data' && type !== 'administration') throw badParam('type');
	const apps = namesIn(call, 'app_ids');
	// A client that forgets to encode the plus sends a blank.
	const [, sign, field] = /^([+\- ]?)(created_time|modified_time)$/.exec(order) ?? [];
	if (field !== 'created_time' && field !== 'modified_time') throw badParam('sort_by');
	const rows = webhooks
		.filter((webhook) => webhook.type === type)
		.filter(({ appIds }) => apps.length === 0 || apps.some((id) => appIds.includes(id)))
		.sort((a, b) => Number(a[field]) - Number(b[field]));
	if (sign === '-') rows.reverse();
	return { object: 'list', data: rows.map((webhook) => printWebhook(webhook, world)) };
}

function summary(webhooks: readonly Webhook[]): Answer {
	const count = (fits: (webhook: Webhook) => boolean) => String(webhooks.filter(fits).length);
	const data = {
		administration: count(({ type }) => type === 'administration'),
		disabled: count(({ status }) => status === 'disabled'),
		enabled: count(({ status }) => status === 'enabled'),
		data: count(({ type }) => type === 'data'),
	};
	return { object: 'summary', data };
}

async function create(call: Call, world: World): Promise<Answer> {
	const { account, settings } = world;
	if (!settings.webhooksInPlan) throw new SalesIqError(1021);
	const body = readJson(call);
	const type = readType(body);
	const { url, events, appIds = [], ...changes } = readChanges(body, type, world);
	if (url === undefined) throw badKey('url');
	if (!events) throw badKey('events');
	if (type === 'data' && settings.appIdsRequired && appIds.length === 0) throw badKey('app_ids');
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

/** Whether a webhook owns a key as soon as it is secured is not documented (contract §8). */
async function firstKeys(isSecured: boolean, world: World): Promise<WebhookKey[]> {
	return isSecured && world.settings.newWebhookHasKey ? [await newKey(world)] : [];
}

function checkLimit({ account }: World, type: Webhook['type']): void {
	if (type !== 'administration') return;
	const count = account.webhooks.filter((webhook) => webhook.type === type).length;
	if (count >= MAX_ADMINISTRATION) throw new SalesIqError(1017);
}

function printWebhook(webhook: Webhook, { settings }: World) {
	return {
		modified_time: webhook.modified_time,
		url: webhook.url,
		expiry_time_for_executions_data: String(webhook.expiryMs),
		id: webhook.id,
		modifier: { id: webhook.modifierId },
		creator: { id: webhook.creatorId },
		status: webhook.status,
		failures_count: String(webhook.executions.length),
		secured: webhook.secured,
		app_ids: webhook.appIds,
		version: 1,
		type: webhook.type,
		public_keys: webhook.keys.map(({ id, publicKey, creatorId, created_time }) => ({
			key: printKey(publicKey, settings.keyFormat),
			creator: { id: creatorId },
			created_time,
			id,
		})),
		created_time: webhook.created_time,
		events: webhook.events,
	};
}
