import { bodyBytes } from '../../shared/http';
import type { FailedExecution, Webhook } from '../account/webhooks';
import { badKey, badParam, unknownResource } from '../errors';
import { readJson, textsIn } from '../rest/body';
import { byPage, namesIn, numberIn } from '../rest/paging';
import type { Answer, Call, Route } from '../rest/route';
import type { World } from '../world';
import { printDelivery } from './print';
import { findWebhook } from './resource';
import { deliver, keyOf } from './sender';

const MAX_RETRIES = 99;
const MAX_DELETED = 300;

const path = '/webhooks/:id/executions';

/** Deliveries that failed for good: kept, listed, retried, deleted (contract §5.5). */
export const executionRoutes: readonly Route[] = [
	{ method: 'GET', path, scope: 'webhooks.READ', answer: list },
	{ method: 'POST', path, scope: 'webhooks.CREATE', answer: retry },
	{ method: 'POST', path: `${path}/:executionId`, scope: 'webhooks.CREATE', answer: retry },
	{ method: 'DELETE', path, scope: 'webhooks.DELETE', answer: remove },
];

function list(call: Call, world: World): Answer {
	const webhook = findWebhook(call, world);
	dropExpired(webhook, world);
	if (call.query.mode === 'meta') return summary(webhook);
	const from = numberIn(call, 'from_time', { otherwise: 0 });
	const to = numberIn(call, 'to_time', { otherwise: Number.MAX_SAFE_INTEGER });
	const events = namesIn(call, 'events');
	const rows = webhook.executions
		.filter(({ lastExecutionMs }) => lastExecutionMs >= from && lastExecutionMs <= to)
		.filter(({ occurrence }) => events.length === 0 || events.includes(occurrence.event));
	const page = byPage(rows, call, { name: 'pageno', otherwise: 50, min: 5, max: 50 });
	return { object: 'list', data: page.map((execution) => print(execution, webhook)) };
}

function summary({ executions }: Webhook): Answer {
	const appBased: Record<string, string> = {};
	for (const { occurrence } of executions) {
		if (occurrence.appId === undefined) continue;
		appBased[occurrence.appId] = String(Number(appBased[occurrence.appId] ?? 0) + 1);
	}
	return { object: 'summary', data: { all: String(executions.length), app_based: appBased } };
}

/** Tries again in the background: the vendor does not tell how it went. */
function retry(call: Call, world: World): Answer {
	const webhook = findWebhook(call, world);
	const { executionId } = call.params;
	const ids = executionId === undefined ? textsIn(readJson(call), 'ids') : [executionId];
	const wanted = find(webhook, ids, world);
	const skipped = wanted.filter(({ retries }) => retries >= MAX_RETRIES);
	for (const execution of wanted.filter((one) => !skipped.includes(one))) {
		const trying = tryAgain(execution, webhook, world);
		world.background.add(trying);
		void trying.finally(() => world.background.delete(trying));
	}
	return { object: 'webhook', data: { skipped: skipped.map(({ id }) => id) } };
}

async function tryAgain(execution: FailedExecution, webhook: Webhook, world: World): Promise<void> {
	execution.retries += 1;
	execution.attempts += 1;
	const attempt = execution.attempts;
	const { attempts, delivered } = await deliver(
		{
			endpoint: { url: webhook.url },
			body: () => printDelivery(execution.occurrence, webhook, attempt, world.settings),
			signWith: keyOf(webhook, world),
			maxAttempts: 1,
		},
		world,
	);
	execution.lastExecutionMs = attempts[0]?.at ?? world.clock.now();
	execution.remoteStatus = attempts[0]?.status ?? 0;
	if (delivered) {
		webhook.executions = webhook.executions.filter((one) => one !== execution);
	}
}

function remove(call: Call, world: World): Answer {
	const webhook = findWebhook(call, world);
	const hasBody = bodyBytes(call.request).length > 0;
	const ids = hasBody ? textsIn(readJson(call), 'ids') : namesIn(call, 'ids');
	if (ids.length === 0) throw badParam('ids');
	if (ids.length > MAX_DELETED) throw hasBody ? badKey('ids') : badParam('ids');
	const gone = find(webhook, ids, world);
	webhook.executions = webhook.executions.filter((execution) => !gone.includes(execution));
	return { undocumented: 'webhook' };
}

/** All of them, or none: an unknown id is error 1019, which the documentation leaves open. */
function find(webhook: Webhook, ids: readonly string[], world: World): FailedExecution[] {
	dropExpired(webhook, world);
	return ids.map((id) => {
		const execution = webhook.executions.find((one) => one.id === id);
		if (!execution) throw unknownResource();
		return execution;
	});
}

function dropExpired(webhook: Webhook, { clock }: World): void {
	const since = clock.now() - webhook.expiryMs;
	webhook.executions = webhook.executions.filter((one) => one.lastExecutionMs > since);
}

/** `payload` is the entity with version and time in it, not the delivery (contract §5.5). */
function print({ id, occurrence, ...execution }: FailedExecution, webhook: Webhook) {
	const { envelope, appId } = occurrence;
	const { entity, entity_type, entity_id, version, event_time } = envelope;
	return {
		id,
		event: occurrence.event,
		entity: entity_type,
		entity_id,
		entity_label: { id: entity_id },
		...(appId !== undefined && { app_id: appId }),
		webhook_id: webhook.id,
		remote_server_status: execution.remoteStatus,
		number_of_retries: execution.retries,
		last_execution_time: String(execution.lastExecutionMs),
		payload: { ...(entity as object | undefined), version, event_time },
	};
}
