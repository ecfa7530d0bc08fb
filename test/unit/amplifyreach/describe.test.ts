import fc from 'fast-check';
import { describe as tell } from '../../../nodes/AmplifyReach/describe';
import type { Filters } from '../../../nodes/AmplifyReach/filters';
import { amplifyReachEvent } from '../../../nodes/AmplifyReach/schemas';
import { amplifyReachSource } from '../../../nodes/AmplifyReach/source';
import { nothingSaid } from '../../../nodes/shared/describing';
import { isChosen } from '../../../nodes/shared/webhook/choose';
import { mutations, nullEverywhere, wrongTypes } from '../../support/hostile';
import { exampleNamesOf, exampleOf } from '../../support/vendorExamples';

type Payload = Record<string, unknown>;

const names = exampleNamesOf('amplifyreach');
const parsed = (name: string) => JSON.parse(exampleOf('amplifyreach', name).toString()) as Payload;
const contact = parsed('contact-information');
const transcript = parsed('chat-transcript');

describe('an AmplifyReach event in the one event', () => {
	test.each(names)('%s is told with its payload', (name) => {
		const payload = parsed(name);
		const event = tell(payload, 'd');
		expect(amplifyReachEvent.parse(event)).toEqual(event);
		expect(event.payload).toBe(payload);
		// AmplifyReach sends no time, and the time of receipt is another one.
		expect(event.occurredAt).toBeNull();
	});

	test('a contact', () => {
		expect(tell(contact, 'd')).toMatchObject({
			event: 'contact.captured',
			vendorEvent: 'Contact Information',
			contact: {
				...nothingSaid.contact,
				name: 'Alex Example',
				email: 'visitor@example.com',
				phone: '+15550100101',
			},
			transcript: [],
		});
		const partly = { ...contact, data: { name: '', email: null, phone: 15550100101 } };
		expect(tell(partly, 'd').contact).toEqual({ ...nothingSaid.contact, phone: '15550100101' });
	});

	test('a transcript is the end of a conversation, and nobody is made the author of a line', () => {
		const lines = ['Bot: Hello, how can I help?', 'Visitor: Where is my order?'];
		const told = tell(parsed('invented/chat-transcript-list-of-texts'), 'd');
		expect(told).toEqual({
			...nothingSaid,
			vendor: 'amplifyReach',
			event: 'conversation.closed',
			vendorEvent: 'Chat Transcript',
			deliveryId: 'd',
			occurredAt: null,
			payload: told.payload,
			conversation: { ...nothingSaid.conversation, status: 'closed' },
			transcript: lines.map((text) => ({ at: null, from: null, name: null, text })),
		});
		expect(tell(transcript, 'd').transcript).toMatchObject([{ text: 'Chat Transcript' }]);
		expect(tell({ ...transcript, data: {} }, 'd').transcript).toEqual([]);
	});

	test.each([
		[{ type: ' contact INFORMATION ' }, 'contact.captured'],
		[{ type: 'Contact Created' }, 'contact.captured'],
		[{ event_type: 'Contact Information' }, 'contact.captured'],
		[{ type: '', event_type: 'Chat Closed' }, 'conversation.closed'],
		[{ type: 'Chat Completed' }, 'conversation.closed'],
		[{ type: 'Conversation Completed' }, 'conversation.closed'],
		[{ type: 'Chat Rated' }, 'other'],
		[{ type: 'constructor' }, 'other'],
		[{ type: ['Contact Information'] }, 'other'],
		[{}, 'other'],
	])('%j is told as %s', (payload, event) => {
		expect(tell(payload, 'd').event).toBe(event);
	});

	test('whatever comes', () => {
		const check = (payload: Payload) => {
			expect(() => amplifyReachEvent.parse(tell(payload, 'd'))).not.toThrow();
			expect(tell(payload, 'd').payload).toBe(payload);
		};
		for (const name of names) {
			check(nullEverywhere(parsed(name)) as Payload);
			check(wrongTypes(parsed(name)) as Payload);
			for (const changed of mutations(parsed(name), [null, 0, '', [], {}, [[]], true])) {
				if (typeof changed === 'object' && changed !== null) check({ ...changed });
			}
		}
		const keys = fc.constantFrom('type', 'event_type', 'data');
		fc.assert(fc.property(fc.dictionary(keys, fc.jsonValue()), check));
	});
});

describe('which events start the workflow', () => {
	test.each<[string, string[], Filters, Payload, boolean]>([
		['ticked', ['contact'], {}, contact, true],
		['not selected', ['transcript'], {}, contact, false],
		['unknown, all events', ['*'], {}, { type: 'x' }, true],
		['unknown', ['contact', 'transcript'], {}, { type: 'x' }, false],
		['has email', ['*'], { hasEmail: true }, contact, true],
		['has no email', ['*'], { hasEmail: true }, { ...contact, data: { email: ' ' } }, false],
		['has no phone', ['*'], { hasPhone: true }, { ...contact, data: { phone: null } }, false],
		['no phone needed', ['*'], { hasPhone: false }, { ...contact, data: {} }, true],
		['email needed, transcript', ['*'], { hasEmail: true }, transcript, true],
		['domain', ['*'], { emailDomains: 'example.org, @Example.com' }, contact, true],
		['another domain', ['*'], { emailDomains: 'ample.com' }, contact, false],
		['domain, no email', ['*'], { emailDomains: 'example.com' }, { ...contact, data: {} }, false],
		[
			'domain without a name',
			['*'],
			{ emailDomains: 'example.com' },
			{ ...contact, data: { email: 'example.com' } },
			false,
		],
	])('%s', (_name, events, filters, payload, chosen) => {
		expect(isChosen(amplifyReachSource, payload, { events, filters })).toBe(chosen);
	});
});
