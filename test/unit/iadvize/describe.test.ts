import fc from 'fast-check';
import { conversationEvent } from '../../../nodes/shared/conversation';
import { describe as tell } from '../../../nodes/Iadvize/describe';
import { catalogue } from '../../../nodes/Iadvize/events';
import { exampleEvent, exampleNames } from '../../support/examples';

describe('an iAdvize event in the one event', () => {
	test.each(exampleNames)('%s fits the catalogue, and is told with its payload', (name) => {
		const payload = exampleEvent(name);
		const entry = catalogue[payload.eventType as string];
		expect(entry?.schema.strict().parse(payload)).toEqual(payload);
		const event = conversationEvent.parse(tell(payload, 'delivery'));
		expect(event).toMatchObject({ event: entry?.event, vendorEvent: payload.eventType, payload });
	});

	test('a closed conversation', () => {
		expect(tell(exampleEvent('v2.conversation.closed'), 'd')).toMatchObject({
			vendor: 'iadvize',
			event: 'conversation.closed',
			vendorEvent: 'v2.conversation.closed',
			deliveryId: 'd',
			occurredAt: '2019-04-12T07:58:35.171Z',
			conversation: { id: '4c8c7408-f73c-42cd-89e9-afbbee7d9024', channel: 'chat', url: null },
			contact: { id: 'b05f1b45-c891-4a9c-b47e-91ee6c8ffb44', email: null },
			// Two operators took part, and nothing says who was the last.
			agent: { id: null, kind: null },
		});
	});

	test.each([
		[{ operatorIds: [7] }, '7'],
		[{ operatorIds: [] }, null],
		[{ operatorIds: 'none' }, null],
		[{ operatorId: 8 }, '8'],
		[{ userId: 9 }, '9'],
		[{ operatorId: '12345678901234567890' }, '12345678901234567890'],
	])('the agent of %j is %s', (fields, id) => {
		expect(tell(fields, 'd').agent.id).toBe(id);
	});

	test.each([
		[
			'satisfaction.answered-customerSatisfaction',
			{ kind: 'csat', score: 3, outOf: 5, comment: null },
		],
		['satisfaction.answered-netPromoterScore', { kind: 'nps', score: 3, outOf: 10, comment: null }],
		[
			'satisfaction.answered-satisfactionComment',
			{ kind: null, score: null, outOf: null, comment: 'Example comment' },
		],
	])('%s as a rating', (name, rating) => {
		expect(tell(exampleEvent(name), 'd').rating).toEqual(rating);
	});

	test('a score of 0 is a score', () => {
		expect(tell({ netPromoterScore: 0 }, 'd').rating).toMatchObject({ kind: 'nps', score: 0 });
	});

	test.each([
		['2017-04-22T11:01:00+02:00', '2017-04-22T09:01:00.000Z'],
		['2019-04-12T07:58:35.171Z', '2019-04-12T07:58:35.171Z'],
		['2019-02-30T00:00:00.000Z', '2019-03-02T00:00:00.000Z'],
		['2019-04-12 07:58:35', null],
		['2019-04-12T07:58:35', null],
		['2019-99-12T07:58:35Z', null],
		[1555055915171, null],
	])('the date %s is told as %s', (createdAt, occurredAt) => {
		expect(tell({ createdAt }, 'd').occurredAt).toBe(occurredAt);
	});

	test.each(['constructor', '__proto__', 'toString', 'v3.conversation.paused', ''])(
		'an event named "%s" is told as other',
		(eventType) => {
			expect(tell({ eventType }, 'd').event).toBe('other');
		},
	);

	test('whatever the payload, the event has its shape and the payload stays as sent', () => {
		const keys = fc.constantFrom(
			...['eventType', 'createdAt', 'conversationId', 'channel', 'visitorId', 'operatorIds'],
			...['operatorId', 'customerSatisfaction', 'netPromoterScore', 'satisfactionComment'],
		);
		fc.assert(
			fc.property(fc.dictionary(keys, fc.jsonValue()), (payload) => {
				const event = tell(payload, 'd');
				expect(() => conversationEvent.parse(event)).not.toThrow();
				expect(event.payload).toBe(payload);
			}),
		);
	});
});
