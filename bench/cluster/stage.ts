import { startHost, type Host } from '../../host/host';
import { swapTo } from '../../host/swap';
import { forExamples, useTemplate } from '../../host/templates';
import type { DeliveryReport } from '../../simulators/simulator';
import { startFeed } from '../../test/e2e/support/feed';
import { activate } from '../n8n/calls/activate';
import { contenders } from '../n8n/calls/contenders';
import type { Say } from '../n8n/settings';

export const MOST = { processors: 2, workers: 4 };

export interface ClusterStage {
	readonly host: Host;
	/** Behind the balancer's address: an iAdvize Trigger with nothing to do behind it. */
	readonly path: string;
	/** Lets a new conversation end, which the email template hears of. */
	endConversation(): Promise<DeliveryReport>;
	/** Lets that many workers work, and the others rest. */
	employ(workers: number): Promise<void>;
	/** Works with the first processor alone. */
	withOneProcessor(work: () => Promise<void>): Promise<void>;
}

/** One cluster for all shapes: what is too many for a shape rests while it is measured. */
export async function startStage(say: Say): Promise<ClusterStage> {
	const feed = await startFeed('iadvize');
	const host = await startHost({
		folder: 'bench-cluster',
		vendors: [feed.vendor],
		cluster: MOST,
		say,
	});
	try {
		const { rest, credentials, vendors, cluster } = host;
		if (!cluster) throw new Error('This is no cluster');
		// Each call is a new event, so it does not matter who gets it.
		await cluster.balancer.setBalance('turn');
		const [trigger] = await contenders(rest);
		if (!trigger) throw new Error('There is no trigger to call');
		await activate(rest, trigger);
		const job = await useTemplate(
			rest,
			'email-at-conversation-end',
			credentials,
			vendors,
			(imported) => swapTo('iadvize', 'ended')(forExamples(imported)),
		);
		const endpoint = await host.endpointOf(job, feed.vendor);
		let conversation = 0;
		const resting = new Set<number>();
		return {
			host,
			path: trigger.path,
			endConversation() {
				conversation += 1;
				return feed.tell('ended', { conversation }, endpoint);
			},
			async employ(workers) {
				for (const [index, worker] of cluster.workers.entries()) {
					if (index >= workers) {
						await worker.stop();
						resting.add(index);
					} else if (resting.delete(index)) await worker.restart();
				}
			},
			async withOneProcessor(work) {
				const other = cluster.processors[1];
				if (!other) throw new Error('There is no second processor');
				await cluster.balancer.without(other.url, async () => {
					await other.stop();
					try {
						await work();
					} finally {
						await other.restart();
					}
				});
			},
		};
	} catch (error) {
		await host.stop();
		throw error;
	}
}
