import fc from 'fast-check';
import { describe as tell } from '../../../nodes/Iadvize/describe';
import { catalogue } from '../../../nodes/Iadvize/events';
import { conversationEvent } from '../../../nodes/shared/conversation';
import { nothingSaid } from '../../../nodes/shared/describing';
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
			inbox: { id: '1', name: null, kind: 'project' },
			conversation: {
				id: '4c8c7408-f73c-42cd-89e9-afbbee7d9024',
				channel: 'chat',
				vendorChannel: 'CHAT',
				url: null,
				status: 'closed',
				startedAt: null,
				endedAt: '2019-04-12T07:58:35.171Z',
			},
			contact: {
				id: 'b05f1b45-c891-4a9c-b47e-91ee6c8ffb44',
				externalId: '63429889',
				email: null,
			},
			actor: nothingSaid.actor,
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
		['satisfaction.answered-customerSatisfaction', { kind: 'csat', score: 3, outOf: 5 }],
		['satisfaction.answered-netPromoterScore', { kind: 'nps', score: 3, outOf: 10 }],
		['satisfaction.answered-satisfactionComment', { comment: 'Example comment' }],
		['invented/satisfaction.answered-customQuestion', { kind: 'custom', answer: 'true' }],
	])('%s as a rating, by the visitor', (name, rating) => {
		const told = tell(exampleEvent(name), 'd');
		expect(told.rating).toEqual({ ...nothingSaid.rating, ...rating });
		expect(told.actor).toEqual({ ...nothingSaid.actor, kind: 'visitor' });
	});

	test('an answer to a question of your own, whatever it is', () => {
		expect(tell({ customQuestion: false }, 'd').rating.answer).toBe('false');
		expect(tell({ customQuestion: 'By phone' }, 'd').rating.answer).toBe('By phone');
		expect(tell({ customQuestion: null }, 'd').rating).toEqual(nothingSaid.rating);
	});

	test('a conversation that is pushed has an operator, who need not have done it', () => {
		expect(tell(exampleEvent('v2.conversation.pushed'), 'd')).toMatchObject({
			conversation: { status: 'open', startedAt: null, endedAt: null },
			agent: { id: '1', kind: null },
			actor: nothingSaid.actor,
			change: { what: 'assignee', from: null, to: '1' },
		});
	});

	test('a conversation that starts, in the old form', () => {
		expect(tell(exampleEvent('invented/conversation.started'), 'd')).toMatchObject({
			inbox: { id: '1', kind: 'project' },
			conversation: {
				id: '9001',
				channel: 'chat',
				vendorChannel: 'chat',
				status: 'open',
				startedAt: '2019-04-12T07:58:35.171Z',
			},
		});
	});

	test('a transaction', () => {
		expect(tell(exampleEvent('transaction.attributed'), 'd')).toMatchObject({
			inbox: { id: '1' },
			agent: { id: '1' },
			order: { id: '1d94c3e8-8cbe-4e46-933d-0433ec339f79', amount: 300.2, currency: null },
		});
	});

	test('a visitor is changed by an operator, who has no conversation', () => {
		expect(tell(exampleEvent('visitor.updated'), 'd')).toMatchObject({
			contact: { id: '593de0891b628a50b09835dc6c0e92565329c74baa90e' },
			agent: nothingSaid.agent,
			actor: { id: '1', kind: 'human' },
		});
	});

	test.each([
		['user.connected', { id: '1', kind: 'human' }],
		['user.disconnected', { id: '1', kind: 'human' }],
		['user.created', nothingSaid.actor],
		['user.updated', nothingSaid.actor],
		['invented/user.availability.updated', nothingSaid.actor],
	])('%s is about an agent, and done by %j', (name, actor) => {
		expect(tell(exampleEvent(name), 'd')).toMatchObject({ agent: { id: '1' }, actor });
	});

	test('availability, on each channel', () => {
		expect(tell(exampleEvent('invented/user.availability.updated'), 'd').change).toEqual({
			what: 'availability',
			from: null,
			to: 'CHAT: AVAILABLE, CALL: UNAVAILABLE, VIDEO: UNAVAILABLE, THIRD_PARTY: AVAILABLE',
		});
		const odd = {
			eventType: 'user.availability.updated',
			availabilities: [null, { channel: 'CHAT' }],
		};
		expect(tell(odd, 'd').change.to).toBeNull();
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
		'an event named "%s" becomes other',
		(eventType) => {
			expect(tell({ eventType }, 'd').event).toBe('other');
		},
	);

	test('whatever the payload, the event has its shape and the payload stays as sent', () => {
		const keys = fc.constantFrom(
			...['eventType', 'createdAt', 'conversationId', 'channel', 'visitorId', 'operatorIds'],
			...['operatorId', 'customerSatisfaction', 'netPromoterScore', 'satisfactionComment'],
			...['customQuestion', 'availabilities', 'visitorExternalId', 'projectId', 'websiteId'],
			...['userId', 'transactionId', 'amount'],
		);
		const eventType = fc.option(fc.constantFrom(...Object.keys(catalogue)));
		fc.assert(
			fc.property(fc.dictionary(keys, fc.jsonValue()), eventType, (fields, name) => {
				const payload = name === null ? fields : { ...fields, eventType: name };
				const event = tell(payload, 'd');
				expect(() => conversationEvent.parse(event)).not.toThrow();
				expect(event.payload).toBe(payload);
			}),
		);
	});
});
