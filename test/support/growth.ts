import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Whether work stays in proportion to what it is given. */

/** Four times the input may cost six times the work: the rest is room for a busy machine. */
export const MAX_GROWTH = 6;

const STEP = 4;
/** Shorter times say more about the machine than about the work. */
const MEASURABLE_MS = 80;
const TIMINGS = 3;
const ROUNDS = 3;

// What earlier work has left behind is no work of this one.
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

interface Growth<Input> {
	/** What the work is given, larger by the size. */
	input: (size: number) => Input;
	work: (input: Input) => unknown;
	from?: number;
	to: number;
}

/**
 * How many times longer the work takes when it gets four times as much. Sizes grow until the work
 * can be measured, so that work out of proportion is seen early and never waited for; what cannot be
 * measured at the largest size is 1. Of several timings the smallest counts: a busy machine makes
 * some longer, none shorter. What seems out of proportion must seem so at the next size, too: a
 * collection of the whole heap falls to the larger of two inputs alone, but not twice.
 */
export async function growth<Input>({ input, work, from = 256, to }: Growth<Input>) {
	for (let size = from; size <= to; size *= STEP) {
		if ((await leastTimeOf(work, input(size))) < MEASURABLE_MS) continue;
		const grown = await ratioOf(work, input(size), input(size / STEP));
		if (grown < MAX_GROWTH) return grown;
		return Math.min(grown, await ratioOf(work, input(size * STEP), input(size)));
	}
	return 1;
}

async function ratioOf<Input>(work: (input: Input) => unknown, large: Input, small: Input) {
	let [most, least] = [Infinity, Infinity];
	for (let round = 0; round < ROUNDS && !(most / least < MAX_GROWTH); round++) {
		collectGarbage();
		most = Math.min(most, await leastTimeOf(work, large));
		least = Math.min(least, await leastTimeOf(work, small));
	}
	return most / least;
}

/** In ms; once it is short, or so long that nobody should wait for another, it is not asked again. */
async function leastTimeOf<Input>(work: (input: Input) => unknown, input: Input): Promise<number> {
	let least = Infinity;
	for (let timing = 0; timing < TIMINGS; timing++) {
		least = Math.min(least, await timeOf(work, input));
		if (least < MEASURABLE_MS / 8 || least > MEASURABLE_MS * 25) break;
	}
	return least;
}

/** In ms of the processor, which others that are at work do not lengthen. */
async function timeOf<Input>(work: (input: Input) => unknown, input: Input): Promise<number> {
	const before = process.cpuUsage();
	await work(input);
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}
