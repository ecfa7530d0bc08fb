import fc from 'fast-check';
import { nested } from '../support/hostile';
import { CHARACTERS } from '../support/longInputs';
import type { Target } from '../support/targets';

/** Bodies of all kinds that a stranger may send; few of them are large. */

const asBytes = (value: unknown) => Buffer.from(JSON.stringify(value));

/** Mostly a few, now and then thousands. */
const count = fc.oneof(
	{ weight: 60, arbitrary: fc.nat(8) },
	{ weight: 4, arbitrary: fc.nat(300) },
	{ weight: 1, arbitrary: fc.nat(20_000) },
);

/** Of forms more are wide: each field has a name of its own to be looked up. */
const fields = fc.oneof({ weight: 12, arbitrary: count }, { weight: 1, arbitrary: fc.nat(40_000) });

/** A text as no vendor sends it, or one of these. */
export const hostileText = (words: readonly string[]) =>
	fc.oneof(
		fc.constantFrom(...words, '', ' ', '\r\nforged: line', '__proto__', 'constructor'),
		fc.string({ unit: 'binary', maxLength: 40 }),
		fc.tuple(fc.constantFrom(...CHARACTERS), count).map(([one, times]) => one.repeat(times)),
	);

export function hostileBody({ examples, listOf }: Target, words: readonly string[]) {
	const text = hostileText(words);
	const value = fc.oneof(
		text,
		fc.constantFrom(null, true, 0, -1, 1e308, [], {}, ...examples),
		fc.bigInt({ min: 10n ** 15n, max: 10n ** 40n }).map(Number),
		fc.dictionary(text, text, { maxKeys: 4 }),
		fc.jsonValue({ maxDepth: 3 }),
	);
	const example = fc.constantFrom(...examples);
	return fc.oneof(
		fc
			.tuple(example, fc.nat(60), value)
			.map(([one, place, other]) => asBytes(spoilt(one, place, other))),
		fc.array(value, { maxLength: 4 }).map((elements) => asBytes(listOf(elements))),
		fc.tuple(count, value).map(([times, one]) => listOfMany(listOf, times, one)),
		fc.tuple(fields, text).map(([times, name]) => Buffer.from(formOf(times, name))),
		fc.tuple(text, text).map((pair) => Buffer.from(new URLSearchParams([pair, pair]).toString())),
		count.map((depth) => Buffer.from(nested(depth))),
		count.map((digits) => Buffer.from(`{"id":${'9'.repeat(digits + 1)}}`)),
		text.map((one) => Buffer.from(one)),
		fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes)),
		fc.constantFrom(undefined, Buffer.alloc(0)),
	);
}

/** A form of so many names, each once, and one that comes twice. */
const formOf = (times: number, name: string) =>
	`${Array.from({ length: times }, (_, index) => index).join('&')}&${new URLSearchParams([[name, '1']]).toString()}&token=1`;

// So large a list of anything else would be one large value many times.
function listOfMany(listOf: Target['listOf'], times: number, one: unknown): Buffer {
	const isSmall = JSON.stringify(one).length * times < 200_000;
	return asBytes(listOf(Array.from({ length: times }, () => (isSmall ? one : {}))));
}

/** The value with the part at a place, counted through all levels, replaced by another. */
function spoilt(value: unknown, place: number, other: unknown): unknown {
	let left = place;
	const walk = (part: unknown): unknown => {
		if (left-- === 0) return other;
		if (Array.isArray(part)) return part.map(walk);
		if (typeof part !== 'object' || part === null) return part;
		return Object.fromEntries(Object.entries(part).map(([name, child]) => [name, walk(child)]));
	};
	return walk(value);
}
