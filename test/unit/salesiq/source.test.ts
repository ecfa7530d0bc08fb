import { salesIqSource } from '../../../nodes/ZohoSalesIq/source';

const read = (body: string) =>
	salesIqSource.read({ body: Buffer.from(body), headers: {}, query: {} });

describe('reading a SalesIQ delivery', () => {
	test('odd elements are skipped, and the others keep their places', () => {
		expect(read('[1,{"event":"a"},null]')).toEqual({
			payloads: [undefined, { event: 'a' }, undefined],
			odd: '2 of 3 elements are not JSON objects',
		});
	});
});
