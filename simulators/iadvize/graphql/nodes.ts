import type { Account, Conversation, Operator, Project, Visitor } from '../account/model';
import type { ConnectionArguments } from './connection';
import { connect } from './connection';

/** A project under GraphQL's names. */
export function projectNode(account: Account, id: number | undefined): Project | null {
	return account.projects.find((project) => project.id === id) ?? null;
}

/** A user under GraphQL's names; experts are a type of their own. */
function userNode(operator: Operator) {
	return {
		__typename: operator.roles.includes('expert') ? 'Expert' : 'Professional',
		id: operator.id,
		firstName: operator.firstName,
		lastName: operator.name,
	};
}

/** The operators that a conversation was pushed to, each once, bots left out. */
export function usersOf(account: Account, conversation: Conversation) {
	const ids = new Set(conversation.pushes.map((push) => push.operatorId));
	return account.operators.filter((operator) => ids.has(operator.id)).map(userNode);
}

/** A visitor under GraphQL's names. */
function visitorNode(account: Account, visitor: Visitor) {
	const isOnsite = visitor.source === 'ONSITE';
	return {
		visitorId: visitor.visitorId,
		source: visitor.source,
		externalUserId: visitor.externalId === '' ? null : visitor.externalId,
		externalId: visitor.externalId === '' ? null : visitor.externalId,
		firstName: visitor.firstName,
		lastName: visitor.lastName,
		address: visitor.address,
		city: visitor.city,
		zipCode: visitor.zip,
		country: visitor.country,
		phoneNumber: visitor.phone,
		email: visitor.email,
		createdAt: visitor.createdAt,
		updatedAt: visitor.updatedAt,
		username: null,
		avatarUrl: null,
		project: projectNode(account, visitor.projectIds[0]),
		legacyVisitorId: isOnsite ? visitor.id : null,
	};
}

/**
 * A conversation under GraphQL's names. The vendor fills `users` only for conversations found
 * through `closedConversations` (contract §6.5).
 */
export function conversationNode(
	account: Account,
	conversation: Conversation,
	foundThrough: 'conversation' | 'closedConversations',
) {
	const visitor = account.visitors.find((one) => one.visitorId === conversation.visitorId);
	return {
		id: conversation.id,
		legacyId: conversation.legacyId,
		createdAt: conversation.createdAt,
		closedAt: conversation.closedAt,
		channel: conversation.channel,
		duration: durationOf(conversation),
		language: conversation.language,
		project: projectNode(account, conversation.projectId),
		visitor: visitor ? visitorNode(account, visitor) : null,
		users: foundThrough === 'closedConversations' ? usersOf(account, conversation) : null,
		messages: (paging: ConnectionArguments) =>
			connect(conversation.pushes, paging, (push) => pushMessage(account, push)),
		routingEvents: [],
		tags: [],
	};
}

/** Each agent's share of a conversation starts with such a message (contract §6.5). */
function pushMessage(account: Account, push: Conversation['pushes'][number]) {
	const operator = account.operators.find(({ id }) => id === push.operatorId);
	return {
		__typename: 'SystemMessage',
		attachment: {
			__typename: 'ConversationPushedSystemAttachment',
			toUser: operator ? userNode(operator) : null,
			createdAt: push.createdAt,
		},
	};
}

/** ISO 8601, null while the conversation runs. */
function durationOf({ createdAt, closedAt }: Conversation): string | null {
	if (closedAt === null) return null;
	const seconds = (Date.parse(closedAt) - Date.parse(createdAt)) / 1000;
	return `PT${Math.floor(seconds / 60)}M${seconds % 60}S`;
}
