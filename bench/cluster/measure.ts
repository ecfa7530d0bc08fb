import { performance } from 'node:perf_hooks';
import { callAll, type Answers } from '../n8n/calls/load';
import { settle } from '../n8n/settle';
import { another } from '../support/delivery';
import { repeat } from '../support/repeat';
import type { ClusterStage } from './stage';

export const CONNECTIONS = [20, 100] as const;
export const JOBS = { deliveries: 40, atATime: 8 };
const ROUNDS = 3;
const ROUND_MS = 3_000;
const JOBS_TIMEOUT_MS = 120_000;

/** What one shape of the cluster did. */
export interface Figures {
	readonly processors: number;
	readonly workers: number;
	/** Calls to a trigger with nothing to do behind it, by number of connections. */
	readonly calls: readonly { readonly connections: number; readonly rounds: readonly Answers[] }[];
	/** Executions a second of these, from the first call until the last has ended, for each round. */
	readonly executions: readonly number[];
	/** Emails a second, from the first delivery until the last email, for each round. */
	readonly jobs: readonly number[];
}

/** Measures the shape that the stage has. */
export async function measure(
	stage: ClusterStage,
	shape: { readonly processors: number; readonly workers: number },
): Promise<Figures> {
	const executions: number[] = [];
	const call = async (connections: number, maxMs: number) => {
		const { rest } = stage.host;
		const begun = performance.now();
		const load = { origin: rest.url, path: stage.path, next: another, status: 200 };
		const answers = await callAll({ ...load, maxMs, maxCalls: 5_000 }, connections);
		await settle(rest);
		executions.push((answers.ms.length * 1000) / (performance.now() - begun));
		return answers;
	};
	await call(CONNECTIONS[0], 1_000);
	await emails(stage);
	executions.length = 0;
	const calls = CONNECTIONS.map((connections) => ({ connections, rounds: [] as Answers[] }));
	const jobs: number[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		for (const { connections, rounds } of calls) rounds.push(await call(connections, ROUND_MS));
		jobs.push(await emails(stage));
	}
	return { ...shape, calls, executions, jobs };
}

/** Emails a second. */
async function emails(stage: ClusterStage): Promise<number> {
	const { inbox, rest } = stage.host;
	inbox.clear();
	const begun = performance.now();
	await repeat(JOBS.deliveries, JOBS.atATime, async () => {
		const { delivered } = await stage.endConversation();
		if (!delivered) throw new Error('n8n did not take a conversation');
	});
	await inbox.waitFor(JOBS.deliveries, JOBS_TIMEOUT_MS);
	const perSecond = (JOBS.deliveries * 1000) / (performance.now() - begun);
	await settle(rest);
	return perSecond;
}
