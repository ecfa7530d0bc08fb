import { collection, longText, required, text } from '../../shared/operations/fields';
import type { Operation, Resource } from '../../shared/operations/operation';
import { messageOf } from '../api/answers';
import { messangi } from '../api/request';
import { externalId, phoneIn, toPhone, withoutPlus } from './fields';
import * as output from './outputs';

const OBSERVED = 'It was seen in client code; Messangi does not document it';

const sendSms: Operation = {
	option: {
		name: 'Send SMS',
		value: 'sendSms',
		action: 'Send SMS message',
		description: `Send a text message to a phone. ${OBSERVED}.`,
	},
	fields: [
		{
			...required(text('From', 'from', '12345')),
			description: 'Short code, long code or name that your account may send from',
		},
		toPhone(),
		{
			...longText('Text', 'text', 'Thank you, you are in'),
			description: 'The chatbot editor takes 160 characters',
		},
		collection([
			{
				...text('Callback', 'callback', 'https://example.com/status'),
				description: 'Address to report the delivery status to; assumed, not documented',
			},
			{
				...externalId,
				description: `${externalId.description ?? ''}; assumed, not documented`,
			},
		]),
	],
	output: output.message,
	async run(call) {
		const answer = await messangi(call, {
			method: 'POST',
			path: '/raven/v2/messages',
			json: {
				from: call.text('from'),
				to: withoutPlus(phoneIn(call, 'to')),
				text: call.text('text'),
				type: 'MT',
				...call.collection('additionalFields'),
			},
		});
		return messageOf(call, answer);
	},
};

const sendEmail: Operation = {
	option: {
		name: 'Send Email',
		value: 'sendEmail',
		action: 'Send email message',
		description: `Send an email. Experimental. ${OBSERVED}.`,
	},
	fields: [
		{
			...required(text('From', 'from', 'shop@example.com')),
			description:
				'An address that Messangi has verified for you. At a bounce rate of 5% or more, the account can be suspended.',
		},
		{
			...required(text('To', 'to', 'grace@example.com')),
			default: '={{ $json.contact?.email }}',
			description: 'Email address of the recipient',
		},
		required(text('Subject', 'subject', 'Your order', 'Subject of the email')),
		longText('Text', 'text', 'Your order is on its way', 'Text of the email'),
		collection([externalId]),
	],
	output: output.accepted,
	async run(call) {
		return await messangi(call, {
			method: 'POST',
			path: '/crowsnest/v2/emails',
			json: {
				from: call.text('from'),
				to: call.text('to'),
				subject: call.text('subject'),
				text: call.text('text'),
				...call.collection('additionalFields'),
			},
		});
	},
};

const sendWhatsApp: Operation = {
	option: {
		name: 'Send WhatsApp Text',
		value: 'sendWhatsApp',
		action: 'Send WhatsApp message',
		description: `Send a text within 24 hours after the contact last wrote. Experimental. ${OBSERVED}.`,
	},
	fields: [
		{
			...required(text('From', 'from', '15550100100')),
			description: 'The WhatsApp number of your account',
		},
		toPhone(),
		{
			...longText('Text', 'text', 'Thank you, you are in'),
			description: 'The chatbot editor takes 1,024 characters',
		},
	],
	output: output.accepted,
	async run(call) {
		return await messangi(call, {
			method: 'POST',
			path: '/balerion/v3/messages',
			json: {
				from: call.text('from'),
				to: withoutPlus(phoneIn(call, 'to')),
				type: 'text',
				body: call.text('text'),
			},
		});
	},
};

export const message: Resource = {
	option: { name: 'Message', value: 'message' },
	opensOn: 'sendSms',
	operations: [sendEmail, sendSms, sendWhatsApp],
};
