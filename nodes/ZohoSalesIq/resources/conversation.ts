import type { IDataObject } from 'n8n-workflow';
import { withoutEmpty } from '../../shared/operations/call';
import type { Resource } from '../../shared/operations/operation';
import { byPage, byTime, rowsIn } from '../api/paging';
import { completeSalesIqEvent } from './completeEvent';
import { required, text } from '../../shared/operations/fields';
import { app, conversationId, date, department, operator, oneOf } from './fields';
import { doneOf, datesToMs, inPortal, listInPortal, type PortalCall } from './operation';
import * as output from './outputs';
import { sendMessage, sendToVisitor } from './message';

export const pathOf = ({ base, segment }: PortalCall) =>
	`${base}/conversations/${segment('conversationId')}`;

const DATES = ['from_time', 'to_time', 'updated_from_time', 'updated_till_time'];

const getMany = listInPortal({
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many conversations',
		description:
			'List conversations. Without a department SalesIQ gives those of the department of the connected user.',
	},
	filters: [
		app,
		{ ...operator, displayName: 'Attender Name or ID', name: 'attender_id' },
		department,
		text('Email', 'email', 'grace@example.com'),
		date('From', 'from_time'),
		oneOf('Sort By', 'sort_by', ['in_time', 'end_time', 'updated_time']),
		oneOf('Status', 'status', ['closed', 'connected', 'end', 'missed', 'open', 'waiting']),
		date('To', 'to_time'),
		date('Updated From', 'updated_from_time'),
		date('Updated Till', 'updated_till_time'),
		oneOf('Visitor Type', 'visitor_type', ['contact', 'lead']),
	],
	path: ({ base }) => `${base}/conversations`,
	paging: byPage(99),
	output: output.conversation,
	query: (filters) => datesToMs(filters, DATES),
});

const get = inPortal({
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get conversation',
		description: 'Look up one conversation',
	},
	fields: [conversationId],
	output: output.conversation,
	run: async (call) => rowsIn(await call.ask({ path: pathOf(call) })),
});

const getMessages = listInPortal({
	option: {
		name: 'Get Messages',
		value: 'getMessages',
		action: 'Get messages of conversation',
		description: 'The transcript, one item per message',
	},
	fields: [conversationId],
	path: (call) => `${pathOf(call)}/messages`,
	paging: byTime,
	output: output.message,
});

const getThreads = listInPortal({
	option: {
		name: 'Get Threads',
		value: 'getThreads',
		action: 'Get threads of conversation',
		description: 'The times that a conversation was opened again',
	},
	fields: [
		conversationId,
		{
			displayName: 'Include Fields',
			name: 'includeFields',
			type: 'multiOptions',
			default: [],
			options: [
				{ name: 'Attender', value: 'attender' },
				{ name: 'Brand', value: 'brand' },
				{ name: 'Department', value: 'department' },
				{ name: 'Metrics', value: 'metrics' },
				{ name: 'Transfer Details', value: 'transfer_details' },
			],
		},
	],
	path: (call) => `${pathOf(call)}/threads`,
	paging: byPage(50),
	output: output.thread,
	query: (_filters, { context, item }): IDataObject => {
		const fields = context.getNodeParameter('includeFields', item) as string[];
		return fields.length > 0 ? { include_fields: JSON.stringify(fields) } : {};
	},
});

/** A change by PUT; the method is not documented for all of them, so POST is tried where PUT is wrong. */
const change = async (call: PortalCall, what: string, json?: IDataObject) =>
	doneOf(
		await call.ask({ method: 'PUT', otherMethod: 'POST', path: `${pathOf(call)}/${what}`, json }),
	);

const close = inPortal({
	option: {
		name: 'Close',
		value: 'close',
		action: 'Close conversation',
		description: 'End a conversation',
	},
	fields: [conversationId],
	output: output.done,
	run: (call) => change(call, 'close'),
});

const pickUp = inPortal({
	option: {
		name: 'Pick Up',
		value: 'pickUp',
		action: 'Pick up conversation',
		description: 'Take a waiting conversation as the connected user',
	},
	fields: [conversationId],
	output: output.done,
	run: (call) => change(call, 'pickup'),
});

const transfer = inPortal({
	option: {
		name: 'Transfer',
		value: 'transfer',
		action: 'Transfer conversation',
		description: 'Hand a conversation over; without an operator, to anyone of the department',
	},
	fields: [
		conversationId,
		required(department),
		operator,
		{ ...text('Note', 'note', 'Asks for a refund'), typeOptions: { rows: 2 } },
	],
	output: output.done,
	run: (call) =>
		change(
			call,
			'transfer',
			withoutEmpty({
				department_id: call.text('department_id'),
				operator_id: call.text('operator_id'),
				note: call.text('note'),
			}),
		),
});

const setTags = inPortal({
	option: {
		name: 'Set Tags',
		value: 'setTags',
		action: 'Set tags of conversation',
		description:
			'Tag a conversation. Whether SalesIQ adds or replaces is not documented: Keep Present Tags sends both.',
	},
	fields: [
		conversationId,
		{
			...required(text('Tag IDs', 'tagIds', '54000000002009')),
			description: 'Several are separated by commas; Tag: Create gives them',
		},
		{
			displayName: 'Keep Present Tags',
			name: 'keep',
			type: 'boolean',
			default: true,
			description: 'Whether to look up the present tags first and send them along',
		},
	],
	output: output.done,
	async run(call) {
		const wanted = call
			.text('tagIds')
			.split(/[\s,;]+/)
			.filter((id) => id !== '');
		const present =
			call.context.getNodeParameter('keep', call.item) === true ? await tagsOf(call) : [];
		return await change(call, 'tags', { ids: [...new Set([...present, ...wanted])] });
	},
});

async function tagsOf(call: PortalCall): Promise<string[]> {
	const [conversation] = rowsIn(await call.ask({ path: pathOf(call) }));
	const tags = (conversation?.tags ?? []) as IDataObject[];
	return tags.map(({ id }) => String(id as string));
}

const getFeedback = inPortal({
	option: {
		name: 'Get Feedback',
		value: 'getFeedback',
		action: 'Get feedback of conversation',
		description: 'What the visitor said about a conversation; nothing is no failure',
	},
	fields: [conversationId],
	output: output.anything,
	run: async (call) => rowsIn(await call.ask({ path: `${pathOf(call)}/feedback` })),
});

export const conversation: Resource = {
	option: { name: 'Conversation', value: 'conversation' },
	operations: [
		close,
		completeSalesIqEvent,
		get,
		getFeedback,
		getMany,
		getMessages,
		getThreads,
		pickUp,
		sendMessage,
		sendToVisitor,
		setTags,
		transfer,
	],
};
