import { nothingSaid } from '../../../nodes/shared/describing';
import { describe as tell } from '../../../nodes/Swiftsell/describe';
import { exampleOf } from '../../support/vendorExamples';

type Payload = Record<string, unknown>;

const told = (name: string) => {
	const { events } = JSON.parse(exampleOf('swiftsell', name).toString()) as { events: Payload[] };
	return tell(events[0] ?? {});
};
const details = (type: string, payload: object) => tell({ event: { type, payload } });

const agent = { id: '8292', name: null, email: 'agent@example.com', kind: 'human' };
const bot = { id: '8181', name: null, email: 'bot@example.com', kind: 'bot' };

describe('who has a conversation, and who did it', () => {
	test('a new assignee has it, and whoever changed it did it', () => {
		expect(told('assignee-change')).toMatchObject({
			agent,
			actor: agent,
			change: { what: 'assignee', from: 'bot@example.com', to: 'agent@example.com' },
		});
	});

	test('a conversation that starts names who has it, and not who began', () => {
		expect(told('conversation-create')).toMatchObject({ agent: bot, actor: nothingSaid.actor });
	});

	test.each(['message-image', 'note', 'status', 'variables-text', 'conversation-labels'])(
		'%s is done by an agent, who need not have the conversation',
		(name) => {
			expect(told(name)).toMatchObject({ agent: nothingSaid.agent, actor: agent });
		},
	);

	test('a message of the visitor is done by the contact', () => {
		expect(told('message-form-response')).toMatchObject({
			agent: nothingSaid.agent,
			actor: {
				id: 'a569015fa03d41a283ed4c66c4601966',
				name: 'abc',
				email: 'visitor@example.com',
				kind: 'visitor',
			},
		});
	});

	test('handed to somebody whom only an ID names', () => {
		const to = { type: 'user', id: '7', email: null };
		expect(details('assignee_change', { to }).change).toEqual({
			what: 'assignee',
			from: null,
			to: '7',
		});
	});
});

test('a conversation as it starts, with its bot', () => {
	expect(told('conversation-create')).toMatchObject({
		inbox: { id: '8861', name: 'All Dialogs', kind: 'bot' },
		conversation: {
			channel: 'chat',
			vendorChannel: 'WEB',
			status: 'open',
			subject: 'Visitor - A27187',
			startedAt: '2023-08-29T04:27:48.236Z',
			endedAt: null,
		},
	});
	expect(told('note').inbox).toEqual({ id: '8861', name: null, kind: 'bot' });
});

test('a conversation that is closed', () => {
	expect(told('status')).toMatchObject({
		conversation: { status: 'closed', startedAt: null, endedAt: '2023-09-01T14:13:32.141Z' },
		change: { what: 'status', from: null, to: 'Close' },
	});
});

test.each([
	['deleted', '2014', null],
	['removed', '2014', null],
	['added', null, '2014'],
	['Created', null, '2014'],
	['starred', null, null],
	[null, null, null],
])('a label that was %s', (action, from, to) => {
	const { change } = details('conversation_labels', { action, labels: [{ id: 2014 }] });
	expect(change).toEqual({ what: 'label', from, to });
	expect(told('conversation-labels').change).toEqual({ what: 'label', from: '2014', to: null });
});

describe('the text of a message', () => {
	test.each([
		['message-text', 'inbound', 'Hiiiii'],
		['message-button-response', 'inbound', 'Button 1'],
		['message-slider-response', 'inbound', '30'],
		['message-form', 'outbound', 'Please fill in the following details'],
		['message-button', 'outbound', 'What would you like to choose?'],
		['message-javascript', 'outbound', null],
		['message-image', 'outbound', null],
		['note', null, 'Hello'],
		[
			'message-form-response',
			'inbound',
			'Name: abc\nEmail: visitor@example.com\nPhone: +15550100101',
		],
		['message-javascript-response', 'inbound', 'user.info.JS1: hj\nJS2: Mtech'],
		[
			'invented/message-calendly-response',
			'inbound',
			'is_calendly_event_scheduled: true\ncalendly_event: https://api.example.com/scheduled_events/EXAMPLE1\ncalendly_invitee: https://api.example.com/scheduled_events/EXAMPLE1/invitees/EXAMPLE2',
		],
		[
			'invented/message-appointment-booking-response',
			'inbound',
			'event_id: 31\nis_booking_confirmed: true\nis_booking_failed: false\nevent_name: First call\nvisitor_timezone: (GMT+05:30) Asia/Calcutta\nvisitor_name: Sam\nparam__gcal_selected_slot_time: 10:30\nparam__gcal_selected_slot_date: 15/09/2023\nparam__gcal_selected_slot_day: Friday',
		],
		['invented/message-file-upload-response', 'inbound', null],
	])('of %s, %s', (name, direction, text) => {
		expect(told(name).message).toMatchObject({ id: null, direction, text });
	});
});

test.each([
	[
		'message-document',
		{
			url: 'https://bucket.example.com/8791_8292_B9DwdqiUy5Ea101257098374GOoPO0Mc_attachment.pdf',
			name: 'TICKETS.pdf',
			type: 'application/pdf',
		},
	],
	[
		'invented/message-file-upload-response',
		{ url: 'https://files.example.com/receipt.png', name: 'receipt.png', type: 'image/png' },
	],
	[
		'message-carousel',
		{
			url: 'https://attachments.example.com/8861_8292_2uMHreVKUmDc100237912704NbQFNlWF_attachment.jpg',
			name: null,
			type: null,
		},
	],
])('the file of %s', (name, file) => {
	expect(told(name).message.attachments).toEqual([file]);
});
