import { readObjects } from '../../../nodes/shared/webhook/readObjects';
import { nested } from '../../support/hostile';

const FORM = 'application/x-www-form-urlencoded; charset=utf-8';

const read = (body: string, contentType = 'application/json') =>
	readObjects(
		{ body: Buffer.from(body), headers: { 'content-type': contentType }, query: {} },
		(form) => ({ payloads: [{ form: form.toString() }] }),
	);

describe('a body of JSON objects', () => {
	test.each<[string, unknown[]]>([
		['{"a":1}', [{ a: 1 }]],
		['[{"a":1},{"a":2}]', [{ a: 1 }, { a: 2 }]],
		['{}', [{}]],
		['[]', []],
	])('%s is read', (body, payloads) => {
		expect(read(body)).toEqual({ payloads });
	});

	test('its odd elements are skipped and reported, and the others keep their places', () => {
		expect(read('["text",{"a":1},null,[{}],{"a":2}]')).toEqual({
			payloads: [undefined, { a: 1 }, undefined, undefined, { a: 2 }],
			odd: '3 of 5 elements are not JSON objects',
		});
	});

	test('is read under the wrong content type, too', () => {
		expect(read('{"a":1}', FORM)).toEqual({ payloads: [{ a: 1 }] });
	});
});

test('a form is read by who knows of forms', () => {
	expect(read('a=1', FORM)).toEqual({ payloads: [{ form: 'a=1' }] });
});

test.each([
	['', 'empty'],
	['{"a":', 'not valid JSON'],
	['a=1', 'not valid JSON'],
	['"text"', 'must be a JSON object'],
	['null', 'must be a JSON object'],
	['[1,"text"]', 'must be a JSON object'],
	['[[{}]]', 'must be a JSON object'],
	[nested(100), 'levels deep'],
])('%j is told as unreadable', (body, why) => {
	expect(read(body)).toEqual({ unreadable: expect.stringContaining(why) as string });
});
