import { describe as tell } from '../../../nodes/Messangi/describe';
import { nothingSaid } from '../../../nodes/shared/describing';
import { exampleOf } from '../../support/vendorExamples';

const payloadOf = (name: string) =>
	JSON.parse(exampleOf('messangi', name).toString()) as Record<string, unknown>;
const told = (name: string) => tell(payloadOf(name), 'd');

test.each([
	['chatbot-interaction-response', { id: '13010', name: null, kind: 'campaign' }],
	['chatbot-interaction-option', { id: '13010', name: null, kind: 'campaign' }],
	['mo-message-sms', { id: '12345', name: null, kind: 'number' }],
	['invented/mt-status-delivered', { id: '12345', name: null, kind: 'number' }],
	['invented/custom-webhook', nothingSaid.inbox],
])('%s came in by %j', (name, inbox) => {
	expect(told(name).inbox).toEqual(inbox);
});

test.each([
	['mo-message-sms', 'sms', 'SMS'],
	['invented/mo-message-whatsapp', 'whatsapp', 'WHATSAPP'],
	['invented/mt-status-delivered', 'sms', null],
	['chatbot-interaction-response', null, null],
	['invented/custom-webhook', null, null],
])('%s is by %s, in the word of the vendor %s', (name, channel, vendorChannel) => {
	expect(told(name).conversation).toEqual({
		...nothingSaid.conversation,
		channel,
		vendorChannel,
	});
});

test.each([
	[
		'invented/mo-message-whatsapp',
		{ id: null, name: 'Alex Example', email: null, kind: 'visitor' },
	],
	['chatbot-interaction-option', { id: null, name: null, email: null, kind: 'visitor' }],
	['invented/mt-status-delivered', { id: null, name: null, email: null, kind: 'system' }],
	['invented/custom-webhook', nothingSaid.actor],
])('%s is done by %j', (name, actor) => {
	expect(told(name)).toMatchObject({ actor, agent: nothingSaid.agent });
});

test('a message of WhatsApp has a second ID of who wrote, and all its files', () => {
	const one = { fileName: 'receipt.jpg', url: 'https://files.example.com/receipt.jpg' };
	const two = { fileName: 'back.jpg', url: 'https://files.example.com/back.jpg', caption: 'Back' };
	const payload = payloadOf('invented/mo-message-whatsapp');
	const { contact, message } = tell(
		{ ...payload, extraInfo: { ...Object(payload.extraInfo), attachments: [one, two, null] } },
		'd',
	);
	expect(contact).toMatchObject({ externalId: '15550100102', name: 'Alex Example' });
	expect(message).toEqual({
		id: 'usuario_457',
		kind: 'image',
		direction: 'inbound',
		text: 'Back',
		attachments: [
			{ url: one.url, name: 'receipt.jpg', type: null },
			{ url: two.url, name: 'back.jpg', type: null },
		],
	});
	expect(told('invented/mo-message-whatsapp').message.text).toBe('My receipt');
});

test('a delivery status says what became of the message', () => {
	expect(told('invented/mt-status-delivered')).toMatchObject({
		message: { kind: 'status', direction: 'outbound' },
		change: { what: 'messageStatus', from: null, to: 'DELIVRD' },
	});
	expect(told('mo-message-sms').change).toEqual(nothingSaid.change);
});

test.each([
	['2024-06-18T23:22:36.560Z', '2024-06-18T23:22:36.560Z'],
	// As the note on the format has it, to the letter.
	['2024-06-18-T23:22:36.560Z', '2024-06-18T23:22:36.560Z'],
	['2025-05-23T14:30:00Z', '2025-05-23T14:30:00.000Z'],
	['2021-08-17T04:25:38.117592194Z', '2021-08-17T04:25:38.117Z'],
	['2024-06-18--T23:22:36Z', null],
	['2024-06-18-T23:22:36.560', null],
	['2024-06-18', null],
	[1718752956560, null],
])('the date %s is told as %s', (date, occurredAt) => {
	expect(tell({ ...payloadOf('mo-message-sms'), date }, 'd').occurredAt).toBe(occurredAt);
});
