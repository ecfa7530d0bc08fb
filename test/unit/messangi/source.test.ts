import { messangiSource } from '../../../nodes/Messangi/source';

const source = messangiSource({ where: 'header', headerName: 'x-token' });
const read = (body: string, headers = {}) =>
	source.read({ body: Buffer.from(body), headers, query: {} });
const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe('reading a Messangi delivery', () => {
	test('a form of the old callback', () => {
		expect(read('TYPE=SMS&STATUS=OK', form)).toEqual({
			payloads: [{ TYPE: 'SMS', STATUS: 'OK' }],
		});
		expect(read('{"a":1}', form)).toEqual({ payloads: [{ a: 1 }] });
	});

	test('nothing else', () => {
		expect(read('{"a":')).toEqual({ unreadable: 'The body is not valid JSON' });
	});
});
