import type { Call } from '../../../shared/operations/call';
import { oneOf, required, text } from '../../../shared/operations/fields';
import { swiftsell } from '../../api/request';
import { agentEmail, conversation, conversationIn } from '../fields';
import { observed, withAdditions } from '../operation';
import * as output from '../outputs';

/** Closing and assigning share a path, so a field that nobody documents must tell them apart. */
const INCOMPLETE =
	'the known body has no field that names the action, so Additional Body Fields (JSON) may be needed';

const eventsPath = (call: Call) => `/api/v1/conversation/${conversationIn(call)}/events`;

export const closeConversation = observed({
	option: {
		name: 'Close',
		value: 'close',
		action: 'Close conversation',
		description: `Close a conversation; ${INCOMPLETE}`,
	},
	fields: [conversation, agentEmail],
	output: output.anything,
	run: (call) =>
		swiftsell(call, {
			method: 'POST',
			path: eventsPath(call),
			json: withAdditions(call, { user: { by: call.text('agentEmail') } }),
		}),
});

export const assignConversation = observed({
	option: {
		name: 'Assign',
		value: 'assign',
		action: 'Assign conversation',
		description: `Hand a conversation to another agent or a team; ${INCOMPLETE}`,
	},
	fields: [
		conversation,
		{
			...oneOf('Assign To', 'assignTo', [
				['Agent', 'user'],
				['Team', 'team'],
			]),
			description: 'Who gets the conversation',
		},
		required(
			text('Current Assignee', 'by', 'agent@example.com', 'Email of the agent who has it now'),
		),
		{
			...required(text('New Assignee', 'to', 'other@example.com')),
			description: 'Email of the agent, or name of the team',
		},
	],
	output: output.anything,
	run: (call) =>
		swiftsell(call, {
			method: 'POST',
			path: eventsPath(call),
			json: withAdditions(call, {
				[call.text('assignTo')]: { by: call.text('by'), to: call.text('to') },
			}),
		}),
});
