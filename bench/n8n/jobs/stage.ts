import { setTimeout as sleep } from 'node:timers/promises';
import { startHost, type Host } from '../../../host/host';
import { stockPromoCodes } from '../../../host/promoCodes';
import { swapTo } from '../../../host/swap';
import { forExamples, useTemplate, type Template } from '../../../host/templates';
import { startFeed } from '../../../test/e2e/support/feed';
import { repeat } from '../../support/repeat';
import type { Say } from '../settings';
import { JOBS, type Job } from './jobs';

/** Two jobs that want the same promo code at once: one of them tries again after two to three minutes. */
const TIMEOUT_MS = 300_000;
const LOOK_MS = 4;

/** A job's template at work in an n8n. */
export interface Worker {
	readonly template: string;
	readonly nodes: number;
	/**
	 * Delivers that many conversations, all new, so many at a time.
	 *
	 * @returns milliseconds from the first delivery until all of their jobs are done
	 */
	work(conversations: number, atATime: number): Promise<number>;
}

/**
 * Every job at work in one private n8n, fed by iAdvize alone, because how long a vendor's API takes
 * counts.
 */
export async function startStage(env: Readonly<Record<string, string>>, say: Say) {
	const feed = await startFeed('iadvize');
	const host = await startHost({ folder: 'bench-jobs', vendors: [feed.vendor], env, say });
	try {
		await stockPromoCodes(host.rest);
		let conversation = 0;
		const workerOf = async (job: Job): Promise<Worker> => {
			const workflow = await publish(host, job);
			const endpoint = await host.endpointOf(workflow, feed.vendor);
			const told = async () => {
				conversation += 1;
				const { attempts } = await feed.tell(job.moment, { conversation, score: 1 }, endpoint);
				if (attempts.at(-1)?.status !== 200) throw new Error(`${job.template} was not called`);
			};
			return {
				template: job.template,
				nodes: workflow.nodes.filter(({ type }) => !type.endsWith('.stickyNote')).length,
				work: async (conversations, atATime) =>
					await timeOf(host, job, conversations, atATime, told),
			};
		};
		const workers = [];
		for (const job of JOBS) workers.push(await workerOf(job));
		return { host, workers };
	} catch (error) {
		await host.stop();
		throw error;
	}
}

const publish = async ({ rest, credentials, vendors }: Host, { template, moment }: Job) =>
	await useTemplate(rest, template, credentials, vendors, (imported) =>
		heardBy(forExamples(imported), moment),
	);

const heardBy = (template: Template, moment: Job['moment']): Template =>
	template.nodes.some(({ type }) => type.endsWith('.iadvizeTrigger'))
		? template
		: swapTo('iadvize', moment)(template);

/** Milliseconds until that many more jobs are done. */
async function timeOf(
	host: Host,
	{ template, done }: Job,
	conversations: number,
	atATime: number,
	tell: () => Promise<void>,
): Promise<number> {
	const wanted = (await done(host)) + conversations;
	const begun = performance.now();
	await repeat(conversations, atATime, tell);
	while ((await done(host)) < wanted) {
		if (performance.now() - begun > TIMEOUT_MS) {
			throw new Error(`${template}: ${wanted - (await done(host))} jobs were never done`);
		}
		await sleep(LOOK_MS);
	}
	return performance.now() - begun;
}
