import type { Conversation, Message } from '../account/conversations';
import { SalesIqError, unknownResource } from '../errors';
import type { World } from '../world';
import { readJson, textIn } from './body';
import { findConversation } from './conversations';
import { numberIn } from './paging';
import type { Answer, Call, Route } from './route';
import { isMultipart, readUpload } from './upload';

/** Messages of a conversation, read and written as an operator (contract §5.6). */
export const messageRoutes: readonly Route[] = [
	{
		method: 'GET',
		path: '/conversations/:id/messages',
		scope: 'conversations.READ',
		answer: listMessages,
	},
	{
		method: 'POST',
		path: '/conversations/:id/messages',
		scope: 'conversations.CREATE',
		answer: (call, world) => post(call, world, findConversation(call, world)),
	},
	{
		method: 'POST',
		path: '/visitors/:email/messages',
		scope: 'conversations.CREATE',
		answer: (call, world) => post(call, world, latestActive(call.params.email ?? '', world)),
	},
];

/** Adds a message to the conversation, as its newest. */
export function addMessage(
	conversation: Conversation,
	world: World,
	sender: Message['sender'],
	message: Message['message'],
): void {
	const time = world.nowText();
	const type = message.file ? 'att' : 'text';
	const sequence_id = String(conversation.messages.length + 1);
	conversation.messages.push({ type, sender, message, time, sequence_id });
	conversation.last_modified_time = time;
}

/** A text, or a file of up to 50 MB with a comment. */
export async function readMessage(call: Call): Promise<Message['message']> {
	if (!isMultipart(call)) return { text: textIn(readJson(call), 'text') };
	return await readUpload(call);
}

/** Oldest first; `from_time` is the time of the last one read (contract §5.3). */
function listMessages(call: Call, world: World): Answer {
	const { messages } = findConversation(call, world);
	const limit = numberIn(call, 'limit', { otherwise: 100, min: 1 });
	const from = numberIn(call, 'from_time', { otherwise: -1, min: -1 });
	const { fromTimeInclusive } = world.settings;
	const rows = messages.filter(({ time }) =>
		fromTimeInclusive ? Number(time) >= from : Number(time) > from,
	);
	const more = { more_data_available: rows.length > limit };
	return { object: 'list', data: rows.slice(0, limit), more };
}

async function post(call: Call, world: World, conversation: Conversation): Promise<Answer> {
	const { account } = world;
	const operator = account.operators.find(({ id }) => id === account.operatorId);
	if (!operator) throw new SalesIqError(1020);
	const name = `${String(operator.first_name)} ${String(operator.last_name)}`;
	addMessage(conversation, world, { id: operator.id, name }, await readMessage(call));
	return { undocumented: 'message' };
}

/** The newest active chat, one that the operator attends before one he only takes part in. */
function latestActive(email: string, { account }: World): Conversation {
	const isMine = (row: Conversation) => (row.attender?.id === account.operatorId ? 1 : 0);
	const [newest] = account.conversations
		.filter(({ visitor, state }) => visitor.email === email && state === 'connected')
		.sort((a, b) => isMine(b) - isMine(a) || Number(b.start_time) - Number(a.start_time));
	if (!newest) throw unknownResource();
	return newest;
}
