import fc from 'fast-check';
import type { Pack } from '../support/pack';
import { runWebhook } from '../support/run';
import { published } from '../support/targets';
import { hostileCalls, type HostileCall } from './calls';
import { faultOf, type Answered } from './judge';

/** No call may take longer, in ms of the processor; the largest here have some 200 kB. */
export const MAX_MS = 2000;

/** So many calls are made of one seed. */
export const BATCH = 1000;

export interface Timed {
	node: string;
	ms: number;
	seed: number;
	/** Its place among the calls of the seed. */
	index: number;
}

export interface Campaign {
	calls: number;
	/** Calls that were answered 200: all of them proved, or it is a fault. */
	accepted: number;
	slowest: Timed | undefined;
	/** What must never happen, each with its seed. */
	faults: string[];
}

/**
 * Hostile calls to every trigger in n8n's own context: bodies, headers and parameters of all kinds,
 * with proofs that nearly fit, and the secrets wherever an answer or the log might take them from.
 * One call in four is proved.
 *
 * @param seed of the first batch; each later one counts on
 * @param progress told after each batch
 */
export async function campaign(
	pack: Pack,
	{ calls, seed }: { calls: number; seed: number },
	progress: (soFar: Campaign, seed: number) => void = () => undefined,
): Promise<Campaign> {
	const sum: Campaign = { calls: 0, accepted: 0, slowest: undefined, faults: [] };
	for (let batch = seed; sum.calls < calls; batch++) {
		const numRuns = Math.min(BATCH, calls - sum.calls);
		for (const [index, call] of fc.sample(hostileCalls, { seed: batch, numRuns }).entries()) {
			await take(pack, sum, call, { seed: batch, index });
		}
		progress(sum, batch);
	}
	return sum;
}

async function take(
	pack: Pack,
	sum: Campaign,
	hostile: HostileCall,
	at: { seed: number; index: number },
) {
	const { node } = hostile.target;
	let { answered, ms } = await timed(pack, hostile);
	// The first of its kind, or one during which n8n tidied up, may be slow by chance.
	if (ms > MAX_MS) ({ answered, ms } = await timed(pack, hostile));
	sum.calls += 1;
	if ('outcome' in answered && answered.outcome.status === 200) sum.accepted += 1;
	if (ms > (sum.slowest?.ms ?? 0)) sum.slowest = { node, ms, ...at };
	const fault =
		faultOf(hostile, answered) ?? (ms > MAX_MS ? `slow: ${ms.toFixed(0)} ms` : undefined);
	if (fault !== undefined) sum.faults.push(`${node}: ${fault} (seed ${at.seed}, call ${at.index})`);
}

async function timed(pack: Pack, { target, call }: HostileCall) {
	const log: string[] = [];
	const before = process.cpuUsage();
	const answered = await runWebhook({ ...published(pack, target), log }, call).then(
		(outcome): Answered => ({ outcome, log }),
		(thrown: unknown): Answered => ({ thrown }),
	);
	const { user, system } = process.cpuUsage(before);
	return { answered, ms: (user + system) / 1000 };
}
