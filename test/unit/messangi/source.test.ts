import { messangiSource } from '../../../nodes/Messangi/source';
import { nested } from '../../support/hostile';

const source = messangiSource({ where: 'header', headerName: 'x-token' });
const read = (body: string, headers = {}) =>
	source.read({ body: Buffer.from(body), headers, query: {} });
const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe('reading a Messangi delivery', () => {
	test('one object, or a list of them', () => {
		expect(read('{"a":1}')).toEqual({ payloads: [{ a: 1 }] });
		expect(read('[{"a":1},{"a":2}]')).toEqual({ payloads: [{ a: 1 }, { a: 2 }] });
	});

	test('the good elements of a list, the others told', () => {
		expect(read('[{"a":1},2]')).toEqual({
			payloads: [{ a: 1 }],
			odd: '1 of 2 elements are no JSON objects',
		});
	});

	test('a form of the old callback', () => {
		expect(read('TYPE=SMS&STATUS=OK', form)).toEqual({
			payloads: [{ TYPE: 'SMS', STATUS: 'OK' }],
		});
		expect(read('{"a":1}', form)).toEqual({ payloads: [{ a: 1 }] });
	});

	test.each([
		['', 'empty'],
		['{"a":', 'not valid JSON'],
		['"text"', 'must be a JSON object'],
		['null', 'must be a JSON object'],
		['[1]', 'must be a JSON object'],
		[nested(100), 'levels deep'],
	])('%j is told as unreadable', (body, why) => {
		expect(read(body)).toEqual({ unreadable: expect.stringContaining(why) as string });
	});
});
