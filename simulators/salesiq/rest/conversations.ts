import type { Conversation } from '../account/conversations';
import { unknownResource } from '../errors';
import type { World } from '../world';
import { readJson, textsIn } from './body';
import { listConversations } from './conversationList';
import { printConversation } from './conversationPrint';
import { listThreads } from './conversationThreads';
import type { Answer, Call, Route } from './route';

/** What is read of conversations (contract §5.6). */
export const conversationRoutes: readonly Route[] = [
	{ method: 'GET', path: '/conversations', scope: 'conversations.READ', answer: listConversations },
	{
		method: 'GET',
		path: '/conversations/:id',
		scope: 'conversations.READ',
		answer: (call, world) => conversationAnswer(findConversation(call, world)),
	},
	{
		method: 'GET',
		path: '/conversations/:id/threads',
		scope: 'conversations.READ',
		answer: (call, world) => listThreads(findConversation(call, world), call),
	},
	{
		method: 'GET',
		path: '/conversations/:id/feedback',
		scope: 'feedbacks.READ',
		answer: (call, world) => {
			const { feedback } = findConversation(call, world);
			// Clients meet an answer without data where there is no feedback.
			return feedback ? { object: 'feedback', data: feedback } : { object: 'feedback' };
		},
	},
	{
		method: 'PUT',
		path: '/conversations/:id/tags',
		scope: 'conversations.UPDATE',
		answer: (call, world) => {
			const conversation = findConversation(call, world);
			// Replacing, not adding, is a guess (contract §5.6); so is that the tags must exist.
			conversation.tagIds = textsIn(readJson(call), 'ids');
			return { undocumented: 'conversations' };
		},
	},
];

export function findConversation({ params }: Call, { account }: World): Conversation {
	const found = account.conversations.find(({ id }) => id === params.id);
	if (!found) throw unknownResource();
	return found;
}

export function conversationAnswer(conversation: Conversation): Answer {
	return { object: 'conversations', data: printConversation(conversation) };
}
