import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { required, text } from '../../shared/operations/fields';
import { conversationId } from './fields';
import { doneOf, inPortal, type PortalCall } from './operation';
import * as output from './outputs';

/** A text, or a file of an earlier node with a comment. */
const fields: INodeProperties[] = [
	{
		displayName: 'What to Send',
		name: 'kind',
		type: 'options',
		default: 'text',
		options: [
			{ name: 'File', value: 'file', description: 'A file of an earlier node, up to 50 MB' },
			{ name: 'Text', value: 'text' },
		],
	},
	{
		...required(text('Text', 'text', 'Your order is on its way')),
		typeOptions: { rows: 3 },
		displayOptions: { show: { kind: ['text'] } },
	},
	{
		...required(text('Input Data Field Name', 'binaryField', 'data')),
		default: 'data',
		description: 'The field of the item that holds the file',
		displayOptions: { show: { kind: ['file'] } },
	},
	{
		...text('Comment', 'comment', 'Your invoice'),
		displayOptions: { show: { kind: ['file'] } },
	},
];

async function send(call: PortalCall, path: string): Promise<IDataObject[]> {
	if (call.text('kind') === 'text') {
		return doneOf(await call.ask({ method: 'POST', path, json: { text: call.text('text') } }));
	}
	const { helpers } = call.context;
	const field = call.text('binaryField');
	const { fileName = 'file', mimeType } = helpers.assertBinaryData(call.item, field);
	const bytes = await helpers.getBinaryDataBuffer(call.item, field);
	const comment = call.text('comment');
	const form = () => {
		const data = new FormData();
		data.append('file', new Blob([new Uint8Array(bytes)], { type: mimeType }), fileName);
		if (comment !== '') data.append('comment', comment);
		return data;
	};
	return doneOf(await call.ask({ method: 'POST', path, form }));
}

export const sendMessage = inPortal({
	option: {
		name: 'Send Message',
		value: 'sendMessage',
		action: 'Send message into conversation',
		description: 'Write into an open conversation as the connected user',
	},
	fields: [conversationId, ...fields],
	output: output.done,
	run: (call) =>
		send(call, `${call.base}/conversations/${call.segment('conversationId')}/messages`),
});

export const sendToVisitor = inPortal({
	option: {
		name: 'Send Message to Visitor',
		value: 'sendToVisitor',
		action: 'Send message to visitor',
		description: "Write into a visitor's latest open conversation, found by email address",
	},
	fields: [required(text('Email', 'email', 'grace@example.com')), ...fields],
	output: output.done,
	run: (call) => send(call, `${call.base}/visitors/${call.segment('email')}/messages`),
});
