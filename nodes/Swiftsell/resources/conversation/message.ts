import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Call } from '../../../shared/operations/call';
import { longText, required, text } from '../../../shared/operations/fields';
import type { Operation } from '../../../shared/operations/operation';
import { swiftsell } from '../../api/request';
import { agentEmail, conversation, conversationIn, template } from '../fields';
import { observed, withAdditions } from '../operation';
import * as output from '../outputs';

const messagesPath = (call: Call) => `/api/v1/conversation/${conversationIn(call)}/messages`;

export const sendVisitorMessage: Operation = {
	option: {
		name: 'Send Visitor Message',
		value: 'sendVisitorMessage',
		action: 'Send message as visitor',
		description:
			'Write as the visitor, in a conversation on the API channel; the format of the text is not documented by Swiftsell',
	},
	fields: [conversation, longText('Text', 'text', 'Where is my order?', 'What the visitor says')],
	output: output.anything,
	run: (call) =>
		swiftsell(call, {
			method: 'POST',
			path: messagesPath(call),
			json: {
				message: { type: 'text', data: { body: call.text('text') } },
				from: { type: 'VISITOR' },
			},
		}),
};

const shownFor = (kind: string, property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: { show: { kind: [kind] } },
});

export const sendAgentMessage = observed({
	option: {
		name: 'Send Agent Message',
		value: 'sendAgentMessage',
		action: 'Send message as agent',
		description: 'Write as an agent: a text, an approved template, or a file at a public address',
	},
	fields: [
		conversation,
		agentEmail,
		{
			displayName: 'What to Send',
			name: 'kind',
			type: 'options',
			default: 'text',
			options: [
				{ name: 'File', value: 'file', description: 'A file or voice message' },
				{ name: 'Template', value: 'template' },
				{ name: 'Text', value: 'text' },
			],
			description: 'A text, an approved template, or a file at a public address',
		},
		shownFor(
			'text',
			longText('Text', 'text', 'Your order is on its way', 'What the visitor reads'),
		),
		shownFor('template', template),
		shownFor(
			'file',
			required(
				text(
					'File URL',
					'fileUrl',
					'https://example.com/invoice.pdf',
					'Public address of the file',
				),
			),
		),
		shownFor('file', required(text('File Name', 'fileName', 'invoice.pdf', 'Name of the file'))),
		shownFor(
			'file',
			required(text('MIME Type', 'mimeType', 'application/pdf', 'Type of the file')),
		),
		shownFor('file', {
			displayName: 'Size in MB',
			name: 'sizeMb',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 3 },
			default: 1,
			description: 'Size of the file in megabytes',
		}),
	],
	output: output.anything,
	run: (call) =>
		swiftsell(call, {
			method: 'POST',
			path: messagesPath(call),
			json: withAdditions(call, {
				message: messageOf(call),
				user: { by: call.text('agentEmail') },
			}),
		}),
});

/** The sister product's page says `message.text`, its living API takes `message.data.body`. */
function messageOf({ text: read, number }: Call): IDataObject {
	switch (read('kind')) {
		case 'template':
			return { type: 'template', data: { template: read('template') } };
		case 'file':
			return {
				file: {
					path: read('fileUrl'),
					size: number('sizeMb'),
					type: read('mimeType'),
					name: read('fileName'),
				},
			};
		default:
			return { type: 'text', data: { body: read('text') } };
	}
}
