import fc from 'fast-check';
import { describe as tell } from '../../../nodes/Swiftsell/describe';
import { swiftsellEvent } from '../../../nodes/Swiftsell/schemas';
import { mutations, nullEverywhere, wrongTypes } from '../../support/hostile';
import { exampleNamesOf, exampleOf } from '../../support/vendorExamples';

type Payload = Record<string, unknown>;

const elementOf = (name: string): Payload => {
	const { events } = JSON.parse(exampleOf('swiftsell', name).toString()) as { events: Payload[] };
	return events[0] ?? {};
};

const names = exampleNamesOf('swiftsell');
const event = (type: string, payload: object = {}) => ({ event: { type, payload } });
const message = (type: string, payload: object) =>
	event('message', { message_by: { type: 'visitor' }, message: { type, payload } });

describe('a Swiftsell event in the one event', () => {
	test.each(names)('%s fits the schema, and is told with its payload', (name) => {
		const payload = elementOf(name);
		const told = tell(payload);
		expect(swiftsellEvent.parse(told)).toEqual(told);
		expect(told.payload).toBe(payload);
		expect(told).toMatchObject({
			vendor: 'swiftsell',
			conversation: { id: '42bb83f00d8240e5bb41290a12eb44401693552452' },
			contact: { id: 'a569015fa03d41a283ed4c66c4601966' },
		});
	});

	test.each([
		['assignee-change', 'conversation.assigned', 'assignee_change'],
		['conversation-create', 'conversation.started', 'conversation_create'],
		['conversation-labels', 'conversation.labelled', 'conversation_labels'],
		['message-text', 'message.received', 'message/text'],
		['message-image', 'message.sent', 'message/image'],
		['message-form-response', 'message.received', 'message/form.response'],
		['note', 'note.added', 'note'],
		['status', 'conversation.closed', 'status'],
		['variables-text', 'contact.updated', 'variables'],
	])('%s is told as %s', (name, common, vendorEvent) => {
		expect(tell(elementOf(name))).toMatchObject({ event: common, vendorEvent });
	});

	test('a conversation that starts brings address, channel, name and who has it', () => {
		expect(tell(elementOf('conversation-create'))).toMatchObject({
			occurredAt: '2023-09-01T14:13:32.141Z',
			conversation: {
				channel: 'chat',
				vendorChannel: 'WEB',
				url: expect.stringContaining('/conversations/') as string,
			},
			contact: { name: 'Sam', email: null },
			agent: { id: '8181', email: 'bot@example.com', kind: 'bot' },
		});
	});

	test.each([
		['Close', 'conversation.closed'],
		['CLOSED', 'conversation.closed'],
		['Open', 'conversation.reopened'],
		['Reopened', 'conversation.reopened'],
		['Snoozed', 'other'],
		[null, 'other'],
	])('the status %s is told as %s', (status, common) => {
		const told = tell(event('status', { opened_by: { type: 'user', id: '7' }, status }));
		expect(told).toMatchObject({ event: common, actor: { id: '7', kind: 'human' } });
		expect(told.change).toEqual({ what: 'status', from: null, to: status });
	});

	test.each([
		[{ type: 'VISITOR' }, 'message.received', 'inbound', 'visitor'],
		[{ type: ' Visitor ' }, 'message.received', 'inbound', 'visitor'],
		[[{ type: 'visitor' }], 'message.received', 'inbound', 'visitor'],
		[{ type: 'User', id: '7' }, 'message.sent', 'outbound', 'human'],
		[{ type: 'BOT' }, 'message.sent', 'outbound', 'bot'],
		[[{ type: 'visitor' }, { type: 'bot' }], 'other', null, null],
		[{ type: 'contact' }, 'other', null, null],
		[{ type: 7 }, 'other', null, null],
		[null, 'other', null, null],
	])('a message by %j is told as %s', (by, common, direction, kind) => {
		const told = tell(event('message', { message_by: by, message: { type: 'text', text: 'Hi' } }));
		expect(told).toMatchObject({ event: common, message: { direction }, actor: { kind } });
	});

	test.each([
		[['visitor_a', 'visitor_b'], 'contact.updated'],
		[['visitor_a', 'order'], 'conversation.updated'],
		[['\u00bf\u00b7$user.info.email\u00b7?'], 'contact.updated'],
		[[], 'conversation.updated'],
	])('variables %j are told as %s', (variables, common) => {
		const told = tell(event('variables', { variables: variables.map((name) => ({ name })) }));
		expect(told.event).toBe(common);
	});

	test.each(['constructor', '__proto__', 'sla_breached', ''])(
		'an event named "%s" becomes other',
		(type) => {
			expect(tell(event(type)).event).toBe('other');
		},
	);
});

describe('dates without a zone', () => {
	test.each([
		['2023-09-01 14:13:32.141788', '2023-09-01T14:13:32.141Z'],
		['2023-09-01 14:13:32', '2023-09-01T14:13:32.000Z'],
		['2023-09-01T14:13:32.1', '2023-09-01T14:13:32.100Z'],
		['2023-09-01T14:13:32+02:00', '2023-09-01T12:13:32.000Z'],
		['2023-02-30 10:00:00', null],
		['2023-13-01 10:00:00', null],
		['2023-09-01 24:00:00', null],
		['yesterday', null],
		[1693577612, null],
		[null, null],
	])('%s is %s', (timestamp, occurredAt) => {
		expect(tell({ timestamp }).occurredAt).toBe(occurredAt);
	});
});

describe('variables and contact', () => {
	test('names come raw and clean, values as sent', () => {
		expect(tell(elementOf('message-javascript-response')).variables).toEqual([
			expect.objectContaining({
				rawName: '\u00bf\u00b7$user.info.JS1\u00b7?',
				name: 'user.info.JS1',
				value: 'hj',
			}),
			expect.objectContaining({ rawName: '\u00bf\u00b7JS2\u00b7?', name: 'JS2', value: 'Mtech' }),
		]);
		expect(tell(elementOf('variables-text')).variables).toEqual([
			{ rawName: 'visitor_var12', name: 'visitor_var12', type: 'text', value: true, label: null },
		]);
	});

	test('the reply to a form tells who it is, though label and variable do not match', () => {
		expect(tell(elementOf('message-form-response')).contact).toMatchObject({
			name: 'abc',
			email: 'visitor@example.com',
			phone: '+15550100101',
		});
	});

	test.each([
		[{ type: 'text', variable: '\u00bf\u00b7$user.info.name\u00b7?', label: 'Who?' }, 'name'],
		[{ type: 'text', variable: 'x', label: 'Full name' }, 'name'],
		[{ type: 'text', variable: 'x', label: 'E-Mail address' }, 'email'],
		[{ type: 'phone', variable: 'x', label: '?' }, 'phone'],
		[{ type: 'text', variable: 'x', label: 'Username' }, null],
	])('the form field %j is the %s', (field, fact) => {
		const reply = message('form.response', { fields: [{ ...field, value: ' value ' }] });
		const { name, email, phone } = tell(reply).contact;
		const nothing = { name: null, email: null, phone: null };
		expect({ name, email, phone }).toEqual(
			fact === null ? nothing : { ...nothing, [fact]: 'value' },
		);
	});

	test('a form that is still empty names no one', () => {
		expect(tell(elementOf('message-form')).contact).toMatchObject({ name: null, email: null });
	});
});

describe('whatever comes', () => {
	const check = (payload: Payload) => {
		const told = tell(payload);
		expect(() => swiftsellEvent.parse(told)).not.toThrow();
		expect(told.payload).toBe(payload);
	};

	test.each(names)('%s with null, or the wrong type, for every field', (name) => {
		check(nullEverywhere(elementOf(name)) as Payload);
		check(wrongTypes(elementOf(name)) as Payload);
	});

	test.each(names)('%s with any one part replaced', (name) => {
		for (const changed of mutations(elementOf(name), [null, 0, '', [], {}, [null], true])) {
			if (typeof changed === 'object' && changed !== null) check({ ...changed });
		}
	});

	test('any JSON', () => {
		const keys = fc.constantFrom('event', 'conversation', 'visitor', 'account', 'timestamp');
		fc.assert(
			fc.property(fc.dictionary(keys, fc.jsonValue()), (payload) => {
				check(payload);
			}),
		);
	});
});

test('the same event has the same deliveryId, another one another', () => {
	const [a, b, c] = [elementOf('note'), elementOf('note'), elementOf('status')].map(tell);
	expect(a?.deliveryId).toMatch(/^[0-9a-f]{64}$/);
	expect(a?.deliveryId).toBe(b?.deliveryId);
	expect(a?.deliveryId).not.toBe(c?.deliveryId);
});
