import { randomUUID } from 'node:crypto';
import type { TimedReport } from '../../shared/delivery';
import type { Endpoint } from '../../simulator';
import type { Occurrence, Webhook } from '../account/webhooks';
import type { World } from '../world';
import { printDelivery } from './print';
import { deliver, keyOf } from './sender';

/** Tells a webhook what happened; what fails on every attempt is kept (contract §2.1). */
export async function tell(
	occurrence: Occurrence,
	webhook: Webhook,
	world: World,
	proxy?: Endpoint['proxy'],
): Promise<TimedReport> {
	const report = await deliver(
		{
			endpoint: { url: webhook.url, proxy },
			body: (attempt) => printDelivery(occurrence, webhook, attempt, world.settings),
			signWith: keyOf(webhook, world),
		},
		world,
	);
	if (report.delivered || world.sender.stopping.aborted) return report;
	const last = report.attempts.at(-1);
	webhook.executions.push({
		id: randomUUID(),
		occurrence,
		remoteStatus: last?.status ?? 0,
		attempts: report.attempts.length,
		retries: 0,
		lastExecutionMs: last?.at ?? world.clock.now(),
	});
	return report;
}
