import { Bench } from 'tinybench';
import { figure, median, ratios, spread, table } from './table';

const ROUNDS = 9;
const CALLS_PER_SAMPLE = 100;

interface Steps {
	/** What nobody can do without, in words and in code. */
	readonly bare: readonly [string, () => unknown];
	prove: () => unknown;
	read: () => unknown;
	/** Proved, read, chosen and described, as `receive` does it. */
	whole: () => unknown;
	/** How many times the bare the whole may take. */
	readonly target: number;
	/** Bytes of the delivery. */
	readonly bytes: number;
}

/** Measures the way in beside the bare minimum, and prints a table with the ratios. */
export function compare({ bare, prove, read, whole, target, bytes }: Steps): void {
	const BARE = `bare: ${bare[0]}`;
	const WHOLE = 'pack: proved, read, chosen and described';
	const tasks: readonly (readonly [string, () => unknown])[] = [
		[BARE, bare[1]],
		['pack: proved', prove],
		['pack: proved and read', read],
		[WHOLE, whole],
	];
	const rounds = Array.from({ length: ROUNDS }, () => round(tasks));
	const micros = (name: string) => rounds.map((one) => one.get(name) ?? NaN);
	const timesTheBare = (name: string) => ratios(micros(name), micros(BARE));

	console.log(
		`One delivery of ${bytes} bytes, Node.js ${process.versions.node}, ` +
			`compiled code; median of ${ROUNDS} rounds (lowest to highest)\n`,
	);
	console.log(
		table(
			['what', 'microseconds', 'deliveries a second', 'times the bare'],
			tasks.map(([name]) => [
				name,
				spread(micros(name), 1),
				figure(1_000_000 / median(micros(name))),
				spread(timesTheBare(name), 2),
			]),
		),
	);
	const ratio = median(timesTheBare(WHOLE));
	console.log(
		`\nTarget: at most ${target} times the bare. Measured: ${ratio.toFixed(2)}, ` +
			(ratio <= target ? 'reached.' : 'missed.'),
	);
}

/** Microseconds a call of every task; all in turn, so that a busy moment hits them alike. */
function round(tasks: readonly (readonly [string, () => unknown])[]): Map<string, number> {
	const bench = new Bench({ time: 250, warmupTime: 100, throws: true });
	for (const [name, task] of tasks) {
		bench.add(name, () => {
			for (let i = 0; i < CALLS_PER_SAMPLE; i++) task();
		});
	}
	bench.runSync();
	return new Map(
		bench.tasks.map(({ name, result }) => {
			if (!('latency' in result)) throw new Error(`${name} was not measured`);
			return [name, (result.latency.p50 * 1000) / CALLS_PER_SAMPLE];
		}),
	);
}
