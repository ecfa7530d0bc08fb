import { contentOf } from '../../../test/e2e/support/database';
import type { Say } from '../settings';
import { settle } from '../settle';
import { startStage } from './stage';

const WARM_UP = 5;
const ALONE = 15;
const ROUNDS = 3;
/** Deliveries of a round, and how many the vendor makes at once. */
export const TOGETHER = { deliveries: 30, atATime: 8 };

/** What a job's template did in one n8n. */
export interface Figures {
	readonly template: string;
	readonly nodes: number;
	/** Milliseconds from a delivery to its job done, one at a time. */
	readonly ms: number[];
	/** Jobs done a second when many are delivered at once, for each round. */
	readonly perSecond: number[];
	/** What a job leaves in n8n's database: rows by table, and bytes of all. */
	left: { readonly rows: Readonly<Record<string, number>>; readonly bytes: number };
}

/** Measures every job in one n8n, all in turn, so that a busy moment hits them alike. */
export async function measure(env: Readonly<Record<string, string>>, say: Say) {
	const { host, workers } = await startStage(env, say);
	try {
		const jobs = workers.map((worker) => {
			const { template, nodes } = worker;
			const figures: Figures = { template, nodes, ms: [], perSecond: [], left: NOTHING };
			return { worker, figures };
		});
		say('One at a time');
		for (let round = 0; round < WARM_UP + ALONE; round++) {
			for (const { worker, figures } of jobs) {
				const ms = await worker.work(1, 1);
				await settle(host.rest);
				if (round >= WARM_UP) figures.ms.push(ms);
			}
		}
		const { deliveries, atATime } = TOGETHER;
		for (let round = 1; round <= ROUNDS; round++) {
			say(`Many at once, round ${round} of ${ROUNDS}`);
			for (const { worker, figures } of jobs) {
				const before = await contentOf(host);
				const ms = await worker.work(deliveries, atATime);
				await settle(host.rest);
				figures.perSecond.push((deliveries * 1000) / ms);
				figures.left = difference(before, await contentOf(host), deliveries);
			}
		}
		return jobs.map(({ figures }) => figures);
	} finally {
		await host.stop();
	}
}

type Content = Figures['left'];
const NOTHING: Content = { rows: {}, bytes: 0 };

/** n8n's own, which it writes in batches: what of it falls into a round says nothing of that round's job. */
const IN_BATCHES = 'insights_raw';

/** What there is more, for each job; tables with no more rows are left out. */
function difference(before: Content, after: Content, jobs: number): Content {
	const rows = Object.entries(after.rows)
		.map(([table, count]) => [table, (count - (before.rows[table] ?? 0)) / jobs] as const)
		.filter(([table, more]) => more !== 0 && table !== IN_BATCHES);
	return { rows: Object.fromEntries(rows), bytes: (after.bytes - before.bytes) / jobs };
}
