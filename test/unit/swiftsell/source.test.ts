import { swiftsellSource } from '../../../nodes/Swiftsell/source';
import { nested } from '../../support/hostile';

const source = swiftsellSource({ where: 'anywhere', headerName: '' });
const read = (body: string) => source.read({ body: Buffer.from(body), headers: {}, query: {} });

describe('reading a Swiftsell delivery', () => {
	test('the elements of events, in order', () => {
		expect(read('{"events":[{"event":{"type":"a"}},{"event":{"type":"b"}}]}')).toEqual({
			payloads: [{ event: { type: 'a' } }, { event: { type: 'b' } }],
		});
	});

	test('an object instead of the list is one element', () => {
		expect(read('{"events":{"event":{"type":"a"}}}')).toEqual({
			payloads: [{ event: { type: 'a' } }],
		});
	});

	test('bad elements are reported along with the good ones', () => {
		expect(read('{"events":[{"event":{"type":"a"}},"text",null,{}]}')).toEqual({
			payloads: [{ event: { type: 'a' } }, { element: 'text' }, { element: null }, {}],
			odd: '3 of 4 elements have no event.type; All Events passes them',
		});
	});

	test.each(['', '{}', '[]', 'null', '"text"', 'token=x', '{"events":[]}', '{"events":null}', '{'])(
		'%j is the test call',
		(body) => {
			expect(read(body)).toEqual({ payloads: [] });
		},
	);

	test.each(['{"events":"text"}', '{"events":1}', '{"events":true}'])('%s is no batch', (body) => {
		expect(read(body)).toEqual({ unreadable: '"events" must be a list of events' });
	});

	test('nesting too deep to be walked is told', () => {
		expect(read(`{"events":[${nested(1000)}]}`)).toEqual({
			unreadable: 'The JSON is nested more than 64 levels deep',
		});
	});
});
