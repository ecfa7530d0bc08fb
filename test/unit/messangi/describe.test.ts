import fc from 'fast-check';
import { describe as tell } from '../../../nodes/Messangi/describe';
import { conversationEvent } from '../../../nodes/shared/conversation';
import { mutations, nullEverywhere, wrongTypes } from '../../support/hostile';
import { exampleNamesOf, exampleOf } from '../../support/vendorExamples';

type Payload = Record<string, unknown>;

const parsed = (name: string) => JSON.parse(exampleOf('messangi', name).toString()) as Payload;
const names = exampleNamesOf('messangi');
const response = parsed('chatbot-interaction-response');
const option = parsed('chatbot-interaction-option');
const mo = parsed('mo-message-sms');
const mt = {
	date: '2025-05-23T14:30:05Z',
	id: 'sms-1',
	from: '12345',
	to: '+15550100102',
	message: 'Your order is on its way',
	status: 'DELIVRD',
};

describe('a Messangi event in the one event', () => {
	test.each(names)('%s is told with its payload', (name) => {
		const payload = parsed(name);
		const event = tell(payload, 'd');
		expect(conversationEvent.parse(event)).toEqual(event);
		expect(event.payload).toBe(payload);
	});

	test('an answer', () => {
		expect(tell(response, 'd')).toMatchObject({
			event: 'message.received',
			vendorEvent: 'chatbot.response',
			occurredAt: '2024-06-18T23:22:36.560Z',
			conversation: { id: null, channel: null },
			contact: { phone: '+15550100102' },
			message: { kind: 'text', text: 'John Doe' },
		});
	});

	test('an option, and one of which only the keyword came', () => {
		expect(tell(option, 'd')).toMatchObject({
			event: 'option.chosen',
			vendorEvent: 'chatbot.option',
			message: { kind: 'option', text: 'One month' },
		});
		expect(tell({ ...option, option: undefined }, 'd').message.text).toBe('1');
	});

	test('both sets of keys are one event, an answer', () => {
		expect(tell({ ...option, ...response }, 'd')).toMatchObject({
			event: 'message.received',
			message: { text: 'John Doe' },
			payload: { option: 'One month', keyword: 1, response: 'John Doe' },
		});
		expect(tell({ ...option, response: '' }, 'd').event).toBe('option.chosen');
		expect(tell({ ...response, option: null, keyword: null }, 'd').event).toBe('message.received');
	});

	test('keys that the user added stay, and change nothing', () => {
		const added = {
			...option,
			status: 'vip',
			to: 'x',
			from: 'y',
			user: 'z',
			text: 't',
			owner: 'o',
		};
		const event = tell(added, 'd');
		expect(event).toMatchObject({ event: 'option.chosen', contact: { phone: '+15550100102' } });
		expect(event.payload).toEqual(added);
	});

	test('an incoming message, with the name and the file of WhatsApp', () => {
		expect(tell(mo, 'd')).toMatchObject({
			event: 'message.received',
			vendorEvent: 'mo',
			deliveryId: 'mo|usuario_456|2025-05-23T14:30:00Z',
			occurredAt: '2025-05-23T14:30:00.000Z',
			conversation: { channel: 'sms' },
			contact: { phone: '+15550100102', name: null },
			message: { id: 'usuario_456', text: 'Olá, quero participar' },
		});
		const extraInfo = {
			attachments: [{ url: 'https://files.example.com/a.jpg' }],
			contacts: [{ profile: { name: 'Alex Example' } }],
		};
		expect(tell({ ...mo, extraInfo }, 'd')).toMatchObject({
			contact: { name: 'Alex Example' },
			message: { attachments: [{ url: 'https://files.example.com/a.jpg' }] },
		});
	});

	test('a delivery status', () => {
		expect(tell(mt, 'd')).toMatchObject({
			event: 'message.status',
			vendorEvent: 'mt',
			deliveryId: 'mt|sms-1|DELIVRD',
			contact: { phone: '+15550100102' },
			message: { id: 'sms-1', kind: 'status', text: 'Your order is on its way' },
		});
	});

	test('what the user designed becomes other', () => {
		expect(tell({ ticket: 1, date: 'x' }, 'd')).toMatchObject({
			event: 'other',
			vendorEvent: null,
			deliveryId: 'd',
			occurredAt: null,
		});
	});
});

describe('deliveryId of a chatbot', () => {
	const id = (payload: Payload) => tell(payload, 'bytes').deliveryId;

	test('is the same on a retry, whatever the user added', () => {
		expect(id(response)).toMatch(/^[0-9a-f]{64}$/);
		expect(id({ ...response, attempt: 2 })).toBe(id(response));
	});

	test.each(['campaignId', 'label', 'phoneNumber', 'date', 'response'])('differs by %s', (name) => {
		expect(id({ ...response, [name]: 'other' })).not.toBe(id(response));
	});

	test('comes from the bytes if it could not tell two people apart', () => {
		expect(id({ ...response, phoneNumber: null })).toBe('bytes');
		expect(id({ ...response, date: null })).toBe('bytes');
		expect(id({ ...mo, id: null })).toBe('bytes');
	});
});

describe('whatever comes', () => {
	const check = (payload: Payload) => {
		const event = tell(payload, 'd');
		expect(() => conversationEvent.parse(event)).not.toThrow();
		expect(event.payload).toBe(payload);
	};

	test.each(names)('%s with null, the wrong type, or any one part replaced', (name) => {
		const payload = parsed(name);
		check(nullEverywhere(payload) as Payload);
		check(wrongTypes(payload) as Payload);
		for (const changed of mutations(payload, [null, 0, '', [], {}, [{}], true])) {
			if (typeof changed === 'object' && changed !== null) check({ ...changed });
		}
	});

	test('any JSON under the names of Messangi', () => {
		const keys = fc.constantFrom(...new Set([response, option, mo, mt].flatMap(Object.keys)));
		fc.assert(fc.property(fc.dictionary(keys, fc.jsonValue()), check));
	});
});
