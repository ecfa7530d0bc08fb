import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Call } from '../../../shared/operations/call';
import { longText, required, text } from '../../../shared/operations/fields';
import { fileOf } from '../../../shared/operations/file';
import type { Operation } from '../../../shared/operations/operation';
import { salesIq } from '../../api/request';
import { portalField } from '../../whichPortal';
import { conversationAt, conversationId, doneOf, portalOf } from '../fields';
import * as output from '../outputs';

/** A text, or a file from an earlier node with a comment. */
const message: INodeProperties[] = [
	{
		displayName: 'What to Send',
		name: 'kind',
		type: 'options',
		default: 'text',
		options: [
			{ name: 'File', value: 'file', description: 'A file from an earlier node, up to 50 MB' },
			{ name: 'Text', value: 'text' },
		],
		description: 'A text, or a file with a comment',
	},
	{
		...longText('Text', 'text', 'Your order is on its way', 'What the visitor reads'),
		displayOptions: { show: { kind: ['text'] } },
	},
	{
		...required(text('Input Data Field Name', 'binaryField', 'data')),
		default: 'data',
		description: 'The field of the item that holds the file',
		displayOptions: { show: { kind: ['file'] } },
	},
	{
		...text('Comment', 'comment', 'Your invoice', 'Text to send with the file'),
		displayOptions: { show: { kind: ['file'] } },
	},
];

async function send(call: Call, path: string): Promise<IDataObject[]> {
	if (call.text('kind') === 'text') {
		return doneOf(await salesIq(call, { method: 'POST', path, json: { text: call.text('text') } }));
	}
	const { blob, fileName = 'file' } = await fileOf(call, call.text('binaryField'));
	const comment = call.text('comment');
	const form = () => {
		const data = new FormData();
		data.append('file', blob, fileName);
		if (comment !== '') data.append('comment', comment);
		return data;
	};
	return doneOf(await salesIq(call, { method: 'POST', path, form }));
}

export const sendMessage: Operation = {
	option: {
		name: 'Send Message',
		value: 'sendMessage',
		action: 'Send message into conversation',
		description: 'Write into an open conversation as the connected user',
	},
	fields: [portalField, conversationId, ...message],
	output: output.done,
	run: (call) => send(call, `${conversationAt(call)}/messages`),
};

export const sendToVisitor: Operation = {
	option: {
		name: 'Send Message to Visitor',
		value: 'sendToVisitor',
		action: 'Send message to visitor',
		description: "Write into a visitor's latest open conversation, found by email address",
	},
	fields: [
		portalField,
		required(text('Email', 'email', 'grace@example.com', 'Email address of the visitor')),
		...message,
	],
	output: output.done,
	run: (call) => send(call, `${portalOf(call)}/visitors/${call.segment('email')}/messages`),
};
