import path from 'node:path';
import { startHost, type Host } from '../host/host';
import type { Moment } from '../host/jobs';
import { root } from '../host/paths';
import { stockPromoCodes } from '../host/promoCodes';
import { swapTo } from '../host/swap';
import { forExamples, useTemplate, type Template } from '../host/templates';
import { startFeed } from '../test/e2e/support/feed';
import { spread, table } from './support/table';

const ROUNDS = 31;
const WARM_UP = 5;

const JOBS = [
	'email-at-conversation-end',
	'promo-code-at-conversation-end',
	'survey-at-conversation-end',
	'lead-to-hubspot',
	'ticket-for-missed-or-bad-conversation',
	'csat-dashboard',
].map((name) => path.join(root, 'templates', `${name}.json`));

/**
 * How long an execution of a job takes from its start to its end, or until it waits for an answer.
 * Every file has one conversation a round, so that all of them meet the same machine.
 */
async function main(files: readonly string[]): Promise<void> {
	const feed = await startFeed('iadvize');
	const host = await startHost({ folder: 'bench-jobs', vendors: [feed.vendor], say: console.log });
	try {
		await stockPromoCodes(host.rest);
		const jobs = [];
		for (const file of files) jobs.push(await jobOf(host, file));
		for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
			for (const [index, job] of jobs.entries()) {
				const endpoint = await host.endpointOf(job.workflow, feed.vendor);
				await feed.tell(job.moment, { conversation: 1000 * index + round, score: 1 }, endpoint);
				const [newest] = await host.rest.executions.waitFor(job.workflow.id, round + 1, 60_000);
				if (!['success', 'waiting'].includes(newest?.status ?? '')) {
					throw new Error(`${job.file}: an execution ended with "${newest?.status ?? 'nothing'}"`);
				}
				if (round >= WARM_UP) job.ms.push(msOf(newest));
			}
		}
		const rows = jobs.map(({ file, nodes, ms }) => [file, String(nodes), spread(ms)]);
		console.log(table(['file', 'nodes', 'ms an execution, median (lowest to highest)'], rows));
	} finally {
		await host.stop();
	}
}

async function jobOf({ rest, credentials, vendors }: Host, file: string) {
	const name = path
		.relative(path.join(root, 'templates'), path.resolve(file))
		.replace(/\.json$/, '');
	const moment: Moment = /ticket|dashboard/.test(name) ? 'rated' : 'ended';
	const workflow = await useTemplate(rest, name, credentials, vendors, (imported) => ({
		...heardBy(forExamples(imported), moment),
		name: file,
		// The dashboard keeps none of its executions otherwise, and then there is none to look at.
		settings: { executionOrder: 'v1' },
	}));
	const nodes = workflow.nodes.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote').length;
	return { file, workflow, nodes, moment, ms: [] as number[] };
}

/** One vendor for all, because how long its API takes counts. */
const heardBy = (template: Template, moment: Moment): Template =>
	template.nodes.some(({ type }) => type.endsWith('.iadvizeTrigger'))
		? template
		: swapTo('iadvize', moment)(template);

function msOf(execution: { startedAt?: string | null; stoppedAt?: string | null } | undefined) {
	return Date.parse(execution?.stoppedAt ?? '') - Date.parse(execution?.startedAt ?? '');
}

const files = process.argv.slice(2);
main(files.length > 0 ? files : JOBS).then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : String(error));
		process.exit(1);
	},
);
