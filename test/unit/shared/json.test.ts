import fc from 'fast-check';
import { readJson } from '../../../nodes/shared/json';

const read = (text: string) => readJson(Buffer.from(text));

describe('readJson', () => {
	test.each([
		['beyond 2^53', '{"id":9007199254740993}', { id: '9007199254740993' }],
		['40 digits', `[${'1234567890'.repeat(4)}]`, ['1234567890'.repeat(4)]],
		['negative', '{"id":-9007199254740993}', { id: '-9007199254740993' }],
		['at the top', '12345678901234567890', '12345678901234567890'],
		['the largest safe one stays a number', '[9007199254740991]', [9007199254740991]],
		[
			'digits in a text stay as they are',
			'{"a":"x 12345678901234567890"}',
			{ a: 'x 12345678901234567890' },
		],
		['behind an escaped quote', '{"a":"\\"12345678901234567890"}', { a: '"12345678901234567890' }],
		[
			'behind an escaped backslash',
			'["\\\\",12345678901234567890]',
			['\\', '12345678901234567890'],
		],
		['a fraction is no integer', '[0.12345678901234567890]', [0.12345678901234568]],
		['nor is its whole part', '[12345678901234567.5]', [Number('12345678901234567.5')]],
		['nor an exponent', '[1e-1234567890123456789]', [0]],
	])('keeps every digit: %s', (_name, text, value) => {
		expect(read(text)).toEqual(value);
	});

	test('passes over a byte order mark', () => {
		expect(read('\uFEFF{"a":1}')).toEqual({ a: 1 });
	});

	test.each([
		['nothing', ''],
		['cut short', '{"a":1'],
		['an unquoted long key', '{12345678901234567890:1}'],
		['a form', 'a=1&b=2'],
		['nesting of 100,000 levels', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
		['nesting in objects', `${'{"a":'.repeat(70)}1${'}'.repeat(70)}`],
	])('refuses: %s', (_name, text) => {
		expect(() => read(text)).toThrow(SyntaxError);
	});

	test('reads what JSON.parse reads, long integers apart', () => {
		fc.assert(
			fc.property(fc.jsonValue({ maxDepth: 5, noUnicodeString: false }), (value) => {
				const text = JSON.stringify(value);
				fc.pre(!/\d{16}/.test(text.replace(/"(\\.|[^"\\])*"/g, '')));
				expect(read(text)).toEqual(JSON.parse(text));
			}),
		);
	});

	test('gives back the digits of any integer', () => {
		fc.assert(
			fc.property(fc.bigInt(), fc.string(), (id, text) => {
				const source = `{"text":${JSON.stringify(text)},"id":${id}}`;
				const { text: kept, id: read } = readJson(Buffer.from(source)) as Record<string, unknown>;
				expect(kept).toBe(text);
				expect(String(read)).toBe(String(id));
			}),
		);
	});
});
