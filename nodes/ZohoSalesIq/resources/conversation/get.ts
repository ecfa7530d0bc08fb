import { optionsOf, someOf } from '../../../shared/operations/fields';
import type { Operation } from '../../../shared/operations/operation';
import { listFields } from '../../../shared/operations/paging';
import { byPage, byTime, rowsIn, rowsOf } from '../../api/paging';
import { salesIq } from '../../api/request';
import { portalField } from '../../whichPortal';
import { conversationAt, conversationId } from '../fields';
import * as output from '../outputs';

export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get conversation',
		description: 'Look up one conversation',
	},
	fields: [portalField, conversationId],
	output: output.conversation,
	simple: output.simpleConversation,
	run: async (call) => rowsIn(await salesIq(call, { path: conversationAt(call) })),
};

export const getMessages: Operation = {
	option: {
		name: 'Get Messages',
		value: 'getMessages',
		action: 'Get messages of conversation',
		description: 'The transcript, one item per message',
	},
	fields: [portalField, conversationId, ...listFields],
	output: output.message,
	run: (call) => rowsOf(call, { path: `${conversationAt(call)}/messages` }, byTime),
};

export const getThreads: Operation = {
	option: {
		name: 'Get Threads',
		value: 'getThreads',
		action: 'Get threads of conversation',
		description: 'The times that a conversation was reopened',
	},
	fields: [
		portalField,
		conversationId,
		{
			...someOf(
				'Include Fields',
				'includeFields',
				optionsOf([
					['Attender', 'attender'],
					['Brand', 'brand'],
					['Department', 'department'],
					['Metrics', 'metrics'],
					['Transfer Details', 'transfer_details'],
				]),
			),
			description: 'What to output of each thread, beside its own fields',
		},
		...listFields,
	],
	output: output.thread,
	run(call) {
		const fields = call.list('includeFields');
		const query = fields.length > 0 ? { include_fields: JSON.stringify(fields) } : {};
		return rowsOf(call, { path: `${conversationAt(call)}/threads`, query }, byPage(50));
	},
};

export const getFeedback: Operation = {
	option: {
		name: 'Get Feedback',
		value: 'getFeedback',
		action: 'Get feedback of conversation',
		description:
			'What the visitor said about a conversation; without feedback, nothing is returned',
	},
	fields: [portalField, conversationId],
	output: output.anything,
	run: async (call) => rowsIn(await salesIq(call, { path: `${conversationAt(call)}/feedback` })),
};
