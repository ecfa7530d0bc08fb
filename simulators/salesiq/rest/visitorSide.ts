import { newConversation } from '../account/rows';
import { badKey } from '../errors';
import type { World } from '../world';
import { optionalText, readJson, textIn } from './body';
import type { Body } from './body';
import { findConversation } from './conversations';
import { addMessage, readMessage } from './messages';
import type { Answer, Call, Route } from './route';

/** What a visitor does, below `/api/visitor/v1/{screenname}`, with the Org token (contract §5.6). */
export const visitorSideRoutes: readonly Route[] = [
	{ method: 'POST', path: '/conversations', scope: 'org', answer: open },
	{
		method: 'POST',
		path: '/conversations/:id/messages',
		scope: 'org',
		answer: async (call, world) => {
			const conversation = findConversation(call, world);
			const { id, name } = conversation.visitor;
			addMessage(conversation, world, { id: `$${id}`, name }, await readMessage(call));
			return { undocumented: 'message' };
		},
	},
];

/** Below `/visitor/v2/{screenname}`; that it takes the Org token, too, is assumed. */
export const leaveMessageRoutes: readonly Route[] = [
	{
		method: 'POST',
		path: '/conversations/leavemessage',
		scope: 'org',
		answer: (call, world) => {
			const body = readJson(call);
			add(body, textIn(body, 'message'), 'missed', world);
			return { undocumented: 'conversation' };
		},
	},
];

function open(call: Call, world: World): Answer {
	const body = readJson(call);
	const conversation = add(body, textIn(body, 'question'), 'waiting', world);
	return { object: 'conversation', data: { id: conversation.id } };
}

function add(body: Body, question: string, state: 'waiting' | 'missed', world: World) {
	const { account } = world;
	const app = account.apps.find(({ id }) => id === textIn(body, 'app_id'));
	if (!app) throw badKey('app_id');
	const department = account.departments.find(({ id }) => id === textIn(body, 'department_id'));
	if (!department) throw badKey('department_id');
	const visitor = readVisitor(body.visitor);
	const now = world.nowText();
	const conversation = newConversation(account.conversations.length + 1, {
		id: world.nextId(),
		question,
		state,
		owner: null,
		attender: null,
		participants: [],
		app_id: app.id,
		app_name: app.name,
		department: { id: department.id, name: department.name },
		start_time: now,
		last_modified_time: now,
		attended_time: null,
		end_time: null,
		missed_time: state === 'missed' ? now : null,
		visitor,
		messages: [],
		threads: [],
	});
	addMessage(conversation, world, { id: `$${visitor.id}`, name: visitor.name }, { text: question });
	account.conversations.push(conversation);
	return conversation;
}

function readVisitor(value: unknown) {
	if (typeof value !== 'object' || value === null) throw badKey('visitor');
	const sent = value as Body;
	if (sent.user_id === undefined) throw badKey('visitor.user_id');
	const email = optionalText(sent, 'email');
	const phone = optionalText(sent, 'phone');
	return {
		id: textIn(sent, 'user_id'),
		name: optionalText(sent, 'name') ?? '',
		type: email === undefined && phone === undefined ? ('lead' as const) : ('contact' as const),
		...(email !== undefined && { email }),
		...(phone !== undefined && { phone }),
		country_code: optionalText(sent, 'country_code') ?? '',
		ip: '203.0.113.20',
		supported_operations: [],
	};
}
