import os from 'node:os';
import type { Say } from '../n8n/settings';
import { figure, percentile, spread, table } from '../support/table';
import { FLOOD, flood, type Flooded } from './flood';
import { CONNECTIONS, JOBS, measure, type Figures } from './measure';
import { MOST, startStage } from './stage';

const WORKERS = [1, 2, 4];

/** What n8n takes and does in queue mode, by number of processes, and beside a flood of forged calls. */
export async function benchCluster(say: Say): Promise<void> {
	const stage = await startStage(say);
	const figures: Figures[] = [];
	const flooded: Flooded[] = [];
	const shape = async (processors: number, workers: number) => {
		say(`Measuring ${processors} × ${workers}`);
		await stage.employ(workers);
		figures.push(await measure(stage, { processors, workers }));
	};
	try {
		for (const workers of [...WORKERS].reverse()) await shape(MOST.processors, workers);
		say('Flooding both processors');
		flooded.push(await flood(stage, MOST.processors));
		await stage.withOneProcessor(async () => {
			say('Flooding one processor');
			flooded.push(await flood(stage, 1));
			for (const workers of WORKERS) await shape(1, workers);
		});
	} finally {
		await stage.host.stop();
	}
	print(figures, flooded, say);
}

function print(figures: readonly Figures[], flooded: readonly Flooded[], say: Say): void {
	const [cpu] = os.cpus();
	const ordered = [...figures].sort((a, b) => a.processors - b.processors || a.workers - b.workers);
	const shapeOf = ({ processors, workers }: Figures) => [String(processors), String(workers)];
	say(
		`\nAll processes, the servers, the balancer and the caller on ${os.cpus().length} cores ` +
			`(${cpu?.model ?? 'unknown'}); a second, median (lowest to highest)\n`,
	);
	const done = ordered.map((one) => [
		...shapeOf(one),
		...one.calls.map(({ rounds }) => spread(rounds.map(({ perSecond }) => perSecond))),
		spread(one.executions),
		spread(one.jobs, 1),
	]);
	const calls = CONNECTIONS.map((connections) => `calls, ${connections} connections`);
	say(table(['processors', 'workers', ...calls, 'executions', 'email jobs'], done));
	say(`\nEmail jobs: ${JOBS.deliveries} deliveries, ${JOBS.atATime} at a time`);

	say('\nMilliseconds until the answer\n');
	const percentiles = ordered.map((one) => [
		...shapeOf(one),
		...one.calls.flatMap(({ rounds }) => {
			const ms = rounds.flatMap((round) => round.ms);
			return [figure(percentile(ms, 0.5)), figure(percentile(ms, 0.99))];
		}),
	]);
	const heads = CONNECTIONS.flatMap((connections) => [
		`p50, ${connections} connections`,
		`p99, ${connections} connections`,
	]);
	say(table(['processors', 'workers', ...heads], percentiles));

	const { strangers, seconds, genuinePerSecond } = FLOOD;
	say(
		`\nForged calls by ${figure(strangers)} strangers for ${seconds} s, and beside them ` +
			`${genuinePerSecond} genuine calls a second; milliseconds until these are answered\n`,
	);
	const floods = [...flooded]
		.reverse()
		.map(({ processors, ms, failed, ...forged }) => [
			String(processors),
			figure(forged.forgedPerSecond),
			figure(forged.forgedFailed),
			figure(ms.length),
			figure(failed),
			...[0.5, 0.99, 1].map((share) => figure(percentile(ms, share))),
		]);
	const names = ['processors', 'forged refused a second', 'forged failed', 'genuine', 'failed'];
	say(table([...names, 'p50', 'p99', 'longest'], floods));
}
