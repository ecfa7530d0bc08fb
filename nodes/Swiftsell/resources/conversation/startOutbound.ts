import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { withoutEmpty, type Call } from '../../../shared/operations/call';
import { longText, required, text } from '../../../shared/operations/fields';
import { swiftsell } from '../../api/request';
import { template } from '../fields';
import { observed, withAdditions } from '../operation';
import * as output from '../outputs';

/** From whom, to whom, and who takes the answer. */
const people: INodeProperties[] = [
	{
		...required(text('From', 'from', '15550100100')),
		description: 'The number of your account to send from',
	},
	{
		...required(text('To Phone', 'phone', '15550100101')),
		default: '={{ $json.contact?.phone }}',
		description: 'Phone number of the contact, with its country code',
	},
	text('To Name', 'name', 'Grace Example', 'Name of the contact'),
	text('To Email', 'email', 'grace@example.com', 'Email address of the contact'),
	required(
		text('Assignee', 'assignee', 'agent@example.com', 'Email of the agent who takes the answer'),
	),
];

const start = (call: Call, channel: string, message: IDataObject) =>
	swiftsell(call, {
		method: 'POST',
		path: '/api/v1/conversations',
		json: withAdditions(call, {
			channel,
			from: call.text('from'),
			to: {
				phone: call.text('phone'),
				...withoutEmpty({ name: call.text('name'), email: call.text('email') }),
			},
			message,
			assignee: call.text('assignee'),
		}),
	});

export const startSms = observed({
	option: {
		name: 'Start SMS',
		value: 'startSms',
		action: 'Start SMS conversation',
		description: 'Start a conversation by SMS, which an agent then takes over',
	},
	fields: [
		...people,
		longText('Text', 'text', 'Your order is on its way', 'What the contact reads'),
	],
	output: output.conversationStarted,
	run: (call) => start(call, 'SMS', { type: 'text', text: call.text('text') }),
});

export const startWhatsApp = observed({
	option: {
		name: 'Start WhatsApp',
		value: 'startWhatsApp',
		action: 'Start WhatsApp conversation',
		description: 'Start a conversation with an approved template, which an agent then takes over',
	},
	fields: [...people, template],
	output: output.conversationStarted,
	run: (call) =>
		start(call, 'WHATSAPP', { type: 'template', data: { template: call.text('template') } }),
});
