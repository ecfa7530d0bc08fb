import fc from 'fast-check';
import { conversationEvent } from '../../../nodes/shared/conversation';
import { readJson } from '../../../nodes/shared/json';
import { describe as tell } from '../../../nodes/ZohoSalesIq/describe';
import { catalogue } from '../../../nodes/ZohoSalesIq/events';
import { entityOf, envelopeOf, eventOf, exampleNames } from '../../support/salesiqExamples';

const bareNames = exampleNames.filter((name) => entityOf(name) !== undefined);

describe('a SalesIQ event in the one event', () => {
	test.each(exampleNames)('%s as a whole delivery', (name) => {
		const payload = envelopeOf(name);
		const event = conversationEvent.parse(tell(payload));
		const isCaptured = name === 'visitor.updated-lead-to-contact';
		expect(event).toMatchObject({
			vendor: 'zohoSalesIq',
			event: isCaptured ? 'contact.captured' : catalogue[eventOf(name)]?.event,
			vendorEvent: eventOf(name),
			payload,
		});
		expect(event.occurredAt).toMatch(/^20\d\d-.*Z$/);
	});

	test.each(bareNames)('%s as a bare entity: no event is made up', (name) => {
		const entity = entityOf(name) ?? {};
		const event = conversationEvent.parse(tell(entity));
		expect(event).toMatchObject({ vendorEvent: null, occurredAt: null, payload: entity });
	});

	// The operators' own entities cannot be told from those of departments.
	test.each(bareNames.filter((name) => /^(conversation|visitor)/.test(name)))(
		'%s is about the same in both forms',
		(name) => {
			const wrapped = tell(envelopeOf(name));
			const bare = tell(entityOf(name) ?? {});
			// Which way a message went is in the name of the event.
			const ids = ({ contact, agent, message, rating }: typeof bare) => ({
				contact,
				agent,
				rating,
				message: { ...message, direction: null },
			});
			expect(ids(bare)).toEqual(ids(wrapped));
			if (entityOf(name)?.id !== undefined) expect(bare.conversation).toEqual(wrapped.conversation);
		},
	);

	test('a missed conversation', () => {
		expect(tell(envelopeOf('conversation.missed'))).toMatchObject({
			event: 'conversation.missed',
			occurredAt: '2019-08-22T13:31:48.268Z',
			conversation: { id: '17000000004021', url: null },
			contact: {
				id: '30000000090034',
				name: 'Grace Example',
				email: 'grace@example.com',
				phone: '+15550100103',
			},
			agent: { id: '30102333033335', name: 'Ada Example', email: 'ada@example.com' },
		});
	});

	test('what an operator changes about themselves', () => {
		expect(tell(envelopeOf('operator.updated'))).toMatchObject({
			event: 'agent.updated',
			conversation: { id: null },
			contact: { id: null },
			agent: { id: '115000000000094', email: 'ada@example.com' },
		});
	});

	test('a deleted operator, of whom only the ID is left', () => {
		expect(tell(envelopeOf('operator.deleted'))).toMatchObject({
			event: 'agent.deleted',
			agent: { id: '115000000029087', name: null },
			conversation: { id: null },
		});
	});

	test.each(['department.created', 'department.deleted', 'tag.created', 'brands.enabled'])(
		'%s has no conversation, however its entity is called',
		(event) => {
			const payload = { event, event_time: 1, entity_id: '5', entity: { id: '5', name: 'x' } };
			expect(tell(payload)).toMatchObject({ conversation: { id: null }, contact: { id: null } });
		},
	);

	test('a lead is one whose type has a blank after it; one that becomes a contact is captured', () => {
		const names = ['visitor.updated-lead', 'visitor.updated-lead-to-contact'];
		const events = names.map((name) => tell(envelopeOf(name)));
		expect(events.map(({ event }) => event)).toEqual(['contact.updated', 'contact.captured']);
		expect(events[0]?.contact).toEqual({
			id: '30000000095001',
			externalId: null,
			kind: 'lead',
			name: 'Alan Example',
			email: null,
			phone: null,
		});
		expect(tell(entityOf('visitor.updated-lead-to-contact') ?? {}).event).toBe('contact.captured');
	});

	test('a rating and its feedback are two deliveries, also at the same moment', () => {
		const at = { event_time: '1', entity_id: '2' };
		const ids = ['rating', 'feedback'].map(
			(name) => tell(envelopeOf(`conversation.rated-${name}`, at)).deliveryId,
		);
		expect(new Set(ids).size).toBe(2);
	});

	test('a rating, and feedback without one', () => {
		expect(tell(envelopeOf('conversation.rated-rating')).rating).toEqual({
			kind: 'csat',
			score: 4,
			outOf: null,
			answer: null,
			comment: 'Example feedback',
		});
		expect(tell(envelopeOf('conversation.rated-feedback'))).toMatchObject({
			conversation: { id: '17000000004021' },
			rating: { kind: null, score: null, comment: 'Example feedback' },
		});
		// The printed rating does not name its conversation; the envelope does.
		expect(tell(envelopeOf('conversation.rated-rating')).conversation.id).toBe('17000000004021');
		expect(tell({ event: 'conversation.rated', entity: { rating: 0 } }).rating.score).toBe(0);
		expect(tell({ event: 'conversation.rated', entity: { rating: '4' } }).rating.score).toBe(4);
	});
});

describe('messages', () => {
	const message = (fields: object) =>
		tell({ event: 'conversation.operator.replied', entity: { message: fields } }).message;

	test('of visitors', () => {
		expect(tell(envelopeOf('conversation.visitor.replied'))).toMatchObject({
			event: 'message.received',
			conversation: { id: '8000000005001' },
			message: {
				id: '1566481170562',
				kind: 'text',
				text: 'Hello, i need help choosing a table',
			},
		});
	});

	test('of bots have a list or meta, and the texts of the list', () => {
		const { message: told } = tell(envelopeOf('conversation.operator.replied-bot'));
		expect(told).toEqual({
			id: null,
			kind: 'rich',
			direction: 'outbound',
			attachments: [],
			text: 'Which table do you like?\nTake your time.',
		});
		expect(message({ list: [] }).kind).toBe('rich');
		expect(message({ meta: {} }).kind).toBe('rich');
	});

	test('with meta beside a text are texts', () => {
		expect(message({ text: 'Hello', meta: { some: 'thing' } })).toMatchObject({
			kind: 'text',
			text: 'Hello',
		});
	});

	test('without anything are of no kind', () => {
		expect(message({}).kind).toBeNull();
		expect(message({ text: '', meta: null, list: null }).kind).toBeNull();
	});
});

describe('IDs and times', () => {
	test('come as numbers and as texts', () => {
		const event = tell({
			event: 'conversation.created',
			event_time: '1566480708268',
			entity: { id: 17000000004021, visitor: { id: 30000000090034 }, owner: { id: 5 } },
		});
		expect(event).toMatchObject({
			conversation: { id: '17000000004021' },
			contact: { id: '30000000090034' },
			agent: { id: '5' },
			occurredAt: '2019-08-22T13:31:48.268Z',
		});
		expect(tell({ event_time: 1566480708268 }).occurredAt).toBe('2019-08-22T13:31:48.268Z');
	});

	test('beyond 2^53 keep every digit', () => {
		const id = '19000000000000001';
		const body = `{"event":"conversation.created","entity":{"id":${id},"visitor":{"id":${id}}}}`;
		const event = tell(readJson(Buffer.from(body)) as Record<string, unknown>);
		expect([event.conversation.id, event.contact.id]).toEqual([id, id]);
	});

	test.each([['soon'], [''], [null], [-1], [1.5], ['1e3'], [{}], ['9'.repeat(16)], [Infinity]])(
		'the time %j is told as null',
		(event_time) => {
			expect(tell({ event_time }).occurredAt).toBeNull();
		},
	);
});

describe('deliveryId', () => {
	const idOf = (payload: Record<string, unknown>) => tell(payload).deliveryId;

	test.each(exampleNames)('%s: the same on every attempt', (name) => {
		const ids = [1, 2, 3, 4, '4'].map((attempt) => idOf(envelopeOf(name, { attempt })));
		expect(new Set(ids).size).toBe(1);
		expect(ids[0]).not.toBe('');
	});

	test('the same whether SalesIQ writes numbers or texts', () => {
		expect(idOf(envelopeOf('conversation.created', { event_time: 1566480708268 }))).toBe(
			idOf(envelopeOf('conversation.created')),
		);
	});

	test('no two examples share one, in either form', () => {
		const wrapped = exampleNames.map((name, n) => idOf(envelopeOf(name, { event_time: n })));
		expect(new Set(wrapped).size).toBe(wrapped.length);
		// Some of the printed entities are the same to the letter, though the events differ.
		const bare = bareNames
			.filter((name) => name !== 'conversation.operator.replied-envelope') // The same message.
			.map((name) => entityOf(name) ?? {});
		const contents = new Set(bare.map((entity) => JSON.stringify(entity)));
		expect(new Set(bare.map(idOf)).size).toBe(contents.size);
	});

	test('differs for two replies of one millisecond', () => {
		const reply = (msgid: string) =>
			idOf({
				event: 'conversation.visitor.replied',
				event_time: '1',
				entity_id: '2',
				entity: { id: '2', message: { msgid } },
			});
		expect(reply('10')).not.toBe(reply('11'));
	});

	test('differs for two webhooks that tell the same', () => {
		const told = (id: string) => idOf(envelopeOf('conversation.created', { webhook: { id } }));
		expect(told('1')).not.toBe(told('2'));
	});

	test('differs for two events of one conversation that are told as bare entities', () => {
		const created = entityOf('conversation.created') ?? {};
		expect(idOf(created)).not.toBe(idOf({ ...created, status: 'Closed' }));
		expect(idOf({ ...created, attempt: 1 })).toBe(idOf({ ...created, attempt: 2 }));
	});
});

test.each(['constructor', '__proto__', 'toString', 'conversation.ended', 'conversation.', ''])(
	'an event named "%s" becomes other',
	(event) => {
		expect(tell({ event, entity: {} }).event).toBe('other');
	},
);

test('whatever the payload, the event has its shape and the payload stays as sent', () => {
	const keys = [
		...['event', 'event_time', 'attempt', 'entity', 'entity_id', 'entity_type', 'webhook'],
		...['id', 'visitor', 'owner', 'message', 'list', 'meta', 'lead', 'type', 'rating', 'text'],
		...['sender', 'modifier', 'ended_by', 'status', 'question', 'opened_time', 'app_id', 'channel'],
	];
	const { tree } = fc.letrec((tie) => ({
		tree: fc.oneof({ depthSize: 'small' }, fc.jsonValue(), tie('node')),
		node: fc.dictionary(fc.constantFrom(...keys), tie('tree')),
	}));
	const event = fc.constantFrom(...Object.keys(catalogue), 'other');
	const payload = fc.dictionary(fc.constantFrom(...keys), tree);
	fc.assert(
		fc.property(payload, fc.option(event), (fields, name) => {
			const whole = name === null ? fields : { ...fields, event: name };
			const told = tell(whole);
			expect(() => conversationEvent.parse(told)).not.toThrow();
			expect(told.payload).toBe(whole);
		}),
		{ numRuns: 1000 },
	);
});
