import type { Webhook } from '../account/webhooks';
import { badParam, SalesIqError } from '../errors';
import { namesIn } from '../rest/paging';
import type { Answer, Call } from '../rest/route';
import type { World } from '../world';
import { printWebhook } from './printWebhook';

/** The webhooks of one type, or with `mode=meta` how many there are (contract §5.5). */
export function listWebhooks(call: Call, world: World): Answer {
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
