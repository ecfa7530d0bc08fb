import type { Call } from './run';
import { proofHeaders, type Target } from './targets';

/** Calls that grow with a size, in every way in which a stranger can make one large. */

type LongInput = [name: string, call: (size: number) => Call];

/** Whatever a pattern in nodes/ looks for, and a few letters beside it. */
export const CHARACTERS = Array.from('T Z/<>&a1-.,:;"\\{[·¿@+%=\n\té\u0000');

const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const withBody = (body: string, headers = json): Call => ({ rawBody: Buffer.from(body), headers });
const withJson = (value: unknown) => withBody(JSON.stringify(value));

const numbered = <Value>(count: number, value: (index: number) => Value) =>
	Array.from({ length: Math.ceil(count) }, (_, index) => value(index));
const names = (count: number) => numbered(count, (index) => `x-${index}`);
const record = (count: number) => Object.fromEntries(names(count).map((name) => [name, '1']));

/** Node.js takes no longer head of a call: address and headers, 16 kB in all. */
const inHead = (size: number) => Math.min(size, 16 * 1024);

/** Long texts, and what n8n hands on beside them, that leave room for a proof. */
export const longTexts = (target: Target): LongInput[] => [
	...CHARACTERS.flatMap((character): LongInput[] => [
		[
			`texts of ${JSON.stringify(character)} alone`,
			(size) => {
				const { examples, listOf } = target;
				const texts = JSON.stringify(examples).length / 32;
				const text = `${character.repeat(size / texts)}!`;
				return withJson(listOf(examples.map((one) => withText(one, text))));
			},
		],
		[
			`a body of ${JSON.stringify(character)} alone`,
			(size) => withBody(character.repeat(size), character === '%' ? form : json),
		],
	]),
	['a long path', (size) => ({ ...withJson({}), path: `${'/'.repeat(inHead(size))}x/bot` })],
	['many parameters', (size) => ({ ...withJson({}), query: record(inHead(size) / 8) })],
];

/** Forms and JSON of many parts, which leave room for a proof, too. */
export const manyParts = (target: Target): LongInput[] => [...longForms, ...longJson(target)];

const longForms: LongInput[] = [
	['many names in a form', (size) => withBody(names(size / 8).join('&'), form)],
	['one name many times in a form', (size) => withBody('token=1&'.repeat(size / 8), form)],
	['a long value in a form', (size) => withBody(`token=${'%41'.repeat(size / 3)}`, form)],
];

/** Recognised by the bytes of the whole delivery, where its vendor names none. */
const nameless = { note: 'x'.repeat(100) };

const longJson = ({ examples, listOf }: Target): LongInput[] => [
	['deep JSON', (size) => withBody('['.repeat(size / 2) + ']'.repeat(size / 2))],
	['JSON that ends too early', (size) => withBody('{"a":'.repeat(size / 5))],
	['many names', (size) => withJson(listOf([record(size / 16)]))],
	['one name many times', (size) => withBody(`{${'"token":"1",'.repeat(size / 12)}"a":1}`)],
	['many empty elements', (size) => withJson(listOf(numbered(size / 8, () => ({}))))],
	['many elements of no kind', (size) => withJson(listOf(numbered(size / 8, () => null)))],
	['many events', (size) => withJson(listOf(numbered(size / 1024, () => examples[0])))],
	['many events without an ID', (size) => withJson(listOf(numbered(size / 128, () => nameless)))],
	['a long number', (size) => withBody(withNumber(listOf, '9'.repeat(size)))],
	[
		'many long numbers',
		(size) =>
			withBody(withNumber(listOf, `[${'9'.repeat(30)}${`,-${'1'.repeat(30)}`.repeat(size / 32)}]`)),
	],
];

/** Calls without a proof, whose places are taken up by something long. */
export const longProofs: LongInput[] = [
	...CHARACTERS.map(
		(character): LongInput => [
			`headers of ${JSON.stringify(character)} alone`,
			(size) => ({ ...withJson({}), headers: longHeaders(character, inHead(size)) }),
		],
	),
	['many headers', (size) => ({ ...withJson({}), headers: record(inHead(size) / 8) })],
	['a long parameter', (size) => ({ ...withJson({}), query: { token: 'a'.repeat(inHead(size)) } })],
	[
		'a parameter many times',
		(size) => ({ ...withJson({}), query: { token: numbered(inHead(size) / 8, String) } }),
	],
];

const OTHERS = ['token', 'content-type', 'x-iadvize-delivery', 'x-iadvize-correlationid'];

function longHeaders(character: string, size: number): Record<string, string> {
	const value = `${character.repeat(size / 10)} !`;
	const named = [...proofHeaders, ...OTHERS].map((name): [string, string] => [name, value]);
	return {
		...Object.fromEntries(named),
		authorization: `Bearer ${value}`,
		[`x-${`${character}-`.repeat(size / 20)}`]: value,
	};
}

/** A list as a vendor sends it, of one element with this number. */
const withNumber = (listOf: Target['listOf'], number: string) =>
	JSON.stringify(listOf([{ id: 0 }])).replace('0', number);

/** Every text of a value replaced, but for what says which kind of event it is. */
function withText(value: unknown, text: string): unknown {
	if (Array.isArray(value)) return value.map((child) => withText(child, text));
	if (typeof value !== 'object' || value === null) return text;
	return Object.fromEntries(
		Object.entries(value).map(([name, child]) => [
			name,
			/type|event$/i.test(name) && typeof child === 'string' ? child : withText(child, text),
		]),
	);
}
