import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Bench } from 'tinybench';
import type * as filters from '../nodes/Iadvize/filters';
import type * as source from '../nodes/Iadvize/source';
import { body, EVENT, genuine, SECRET } from './support/delivery';
import { figure, median, spread, table } from './support/table';

const ROUNDS = 9;
const CALLS_PER_SAMPLE = 100;
const TARGET = 1.5;

const dist = path.join(__dirname, '../dist/nodes/Iadvize');
if (!existsSync(dist)) throw new Error('There is nothing to measure: run "npm run build" first');
// What is shipped: tsx would wrap every inner function in a call of its own.
const load = createRequire(__filename);
const { iadvizeSource } = load(path.join(dist, 'source.js')) as typeof source;
const { isChosen } = load(path.join(dist, 'filters.js')) as typeof filters;

const delivery = { body, headers: genuine, query: {} };
const secrets = [SECRET];
const choice = { events: [EVENT], filters: {} };

/** What nobody can do without: the HMAC over the bytes, compared in constant time, and the JSON. */
function bare(): unknown {
	const digest = createHmac('sha256', SECRET).update(body).digest();
	const given = Buffer.from((genuine['x-iadvize-signature'] ?? '').slice(7), 'hex');
	if (!timingSafeEqual(digest, given)) throw new Error('The bare version refused');
	return JSON.parse(body.toString('utf8'));
}

function prove(): void {
	const verdict = iadvizeSource.authenticate(delivery, secrets);
	if (!verdict.genuine) throw new Error(`The pack refused: ${verdict.reason}`);
}

function read() {
	prove();
	const reading = iadvizeSource.read(delivery);
	if ('unreadable' in reading) throw new Error(reading.unreadable);
	return reading.payloads;
}

/** As `receive` does it. */
function whole(): unknown {
	const told = read().flatMap((payload, index) =>
		isChosen(payload, choice) ? [iadvizeSource.describe(payload, delivery, index)] : [],
	);
	if (told.length !== 1) throw new Error('The pack told no event');
	return told;
}

const BARE = 'bare: createHmac, timingSafeEqual, JSON.parse';
const WHOLE = 'pack: proved, read, chosen and described';
const tasks: readonly (readonly [string, () => unknown])[] = [
	[BARE, bare],
	['pack: proved', prove],
	['pack: proved and read', read],
	[WHOLE, whole],
];

/** Microseconds a call of every task; all in turn, so that a busy moment hits them alike. */
function round(): Map<string, number> {
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

const rounds = Array.from({ length: ROUNDS }, round);
const micros = (name: string) => rounds.map((one) => one.get(name) ?? NaN);
const ratios = (name: string) =>
	rounds.map((one) => (one.get(name) ?? NaN) / (one.get(BARE) ?? NaN));

console.log(
	`One delivery of ${body.length} bytes, Node.js ${process.versions.node}, ` +
		`compiled code; median of ${ROUNDS} rounds (lowest to highest)\n`,
);
console.log(
	table(
		['what', 'microseconds', 'deliveries a second', 'times the bare'],
		tasks.map(([name]) => [
			name,
			spread(micros(name), 1),
			figure(1_000_000 / median(micros(name))),
			spread(ratios(name), 2),
		]),
	),
);
const ratio = median(ratios(WHOLE));
console.log(
	`\nTarget: at most ${TARGET} times the bare. Measured: ${ratio.toFixed(2)}, ` +
		(ratio <= TARGET ? 'reached.' : 'missed.'),
);
