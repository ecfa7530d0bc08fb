import { iadvizeSource } from '../../../nodes/Iadvize/source';
import { example } from '../../support/examples';

const delivery = (body: string | Buffer, headers: Record<string, string> = {}) => ({
	body: Buffer.from(body),
	headers,
	query: {},
});

const idOf = (payload: Record<string, unknown>, headers = {}, index = 0) =>
	iadvizeSource.describe(payload, delivery(JSON.stringify(payload), headers), index).deliveryId;

describe('reading an iAdvize delivery', () => {
	test('one event', () => {
		const body = example('v2.conversation.closed');
		expect(iadvizeSource.read(delivery(body))).toEqual({ payloads: [JSON.parse(body.toString())] });
	});

	test('odd elements of a list are skipped, and the others keep their places', () => {
		expect(iadvizeSource.read(delivery('[1,{"a":1}]'))).toEqual({
			payloads: [undefined, { a: 1 }],
			odd: '1 of 2 elements are not JSON objects',
		});
	});

	test('a form is reported with what to change in iAdvize', () => {
		const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
		expect(iadvizeSource.read(delivery('eventId=1', headers))).toEqual({
			unreadable: expect.stringContaining('choose application/json') as string,
		});
	});
});

describe('deliveryId', () => {
	const correlation = { 'x-iadvize-correlationid': 'corr', 'x-iadvize-delivery': 'attempt-1' };

	test('is the ID of the event', () => {
		expect(idOf({ eventId: 'event' }, correlation)).toBe('event');
	});

	test('is the correlation ID where the event has none, never that of the attempt', () => {
		expect(idOf({}, correlation)).toBe('corr');
		expect(idOf({}, { ...correlation, 'x-iadvize-delivery': 'attempt-2' })).toBe('corr');
	});

	test('differs within a list', () => {
		expect(idOf({}, correlation, 1)).toBe('corr-1');
	});

	test('comes from the bytes where there is nothing else', () => {
		expect(idOf({ a: 1 })).toBe(idOf({ a: 1 }));
		expect(idOf({ a: 1 })).not.toBe(idOf({ a: 2 }));
	});
});
