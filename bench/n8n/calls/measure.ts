import type { Rest } from '../../../host/rest';
import { another, forged, genuine, type Call } from '../../support/delivery';
import type { Say } from '../settings';
import { settle } from '../settle';
import { activate } from './activate';
import { check } from './check';
import { contenders, type Contender } from './contenders';
import { callsPerSecond } from './load';

const ROUNDS = 5;
const WARM_UP = { maxCalls: 300, maxMs: 2_000 };
const MEASURED = { maxCalls: 3_000, maxMs: 3_000 };

/** Calls per second of one contender with one kind of call, a figure for each round. */
export interface Figures {
	readonly contender: string;
	readonly call: 'genuine' | 'repeated' | 'forged' | 'any';
	readonly rounds: readonly number[];
}

/** Measures every contender in one n8n, all in turn, so that a busy moment hits them alike. */
export async function measure(rest: Rest, say: Say): Promise<Figures[]> {
	const all = await contenders(rest);
	for (const contender of all) {
		say(`Checking ${contender.name}`);
		await check(rest, await activate(rest, contender), contender);
	}
	const cells = all.flatMap(cellsOf);
	const run = async ({ contender, next, status }: Cell, bounds: Bounds) => {
		const load = { origin: rest.url, path: contender.path, next, status, ...bounds };
		const rate = await callsPerSecond(load);
		await settle(rest);
		return rate;
	};
	say('Warming up');
	for (const cell of cells) await run(cell, WARM_UP);
	for (let round = 1; round <= ROUNDS; round++) {
		for (const cell of cells) cell.rounds.push(await run(cell, MEASURED));
		say(`Round ${round} of ${ROUNDS}: ${cells.map((cell) => brief(cell.rounds)).join(' ')}`);
	}
	return cells.map(({ contender, call, rounds }) => ({ contender: contender.name, call, rounds }));
}

type Bounds = typeof MEASURED;

interface Cell extends Pick<Figures, 'call'> {
	readonly contender: Contender;
	readonly next: () => Call;
	readonly status: number;
	readonly rounds: number[];
}

/** Where nothing is checked, a forged call costs what a genuine one does; the same goes for a repeat. */
function cellsOf(contender: Contender): Cell[] {
	const { repeatStarts, forgedStatus, forgedContinues } = contender;
	const cell = (call: Cell['call'], next: () => Call, status = 200): Cell => ({
		...{ contender, call, next, status },
		rounds: [],
	});
	if (forgedContinues) return [cell('any', another)];
	return [
		cell('genuine', another),
		...(repeatStarts ? [] : [cell('repeated', () => genuine)]),
		cell('forged', () => forged, forgedStatus),
	];
}

const brief = (rounds: readonly number[]) => Math.round(rounds.at(-1) ?? NaN);
