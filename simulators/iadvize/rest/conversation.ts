import type { Account, Conversation } from '../account/model';
import type { Form } from './brackets';
import { textOf } from './brackets';
import { restDate } from './dates';
import { matching } from './filters';
import type { Resource } from './resource';

/** REST knows the onsite channels only; the others are GraphQL's. */
const onsite = ['CHAT', 'CALL', 'VIDEO'];

export const conversationResource: Resource<Conversation> = {
	name: 'conversation',
	path: 'conversation.json-unicode',
	hasOne: true,
	rows: (account) => account.conversations.filter(({ channel }) => onsite.includes(channel)),
	idOf: (conversation) => conversation.legacyId,
	filters: (account) => ({
		channel: matching((conversation) => conversation.channel.toLowerCase()),
		website_id: matching((conversation) => conversation.projectId),
		operator_id: matching((conversation) => lastOperator(conversation)),
		visitor_id: matching((conversation) => visitorOf(conversation, account)?.id ?? null),
		skill_id: matching((conversation) => conversation.skillId),
		tag_id: matching((conversation) => conversation.tagIds),
		rule_id: matching((conversation) => conversation.ruleId),
	}),
	dated: {
		dateOf: (conversation) => restDate(conversation.createdAt),
		limit: { maxMonths: 3, isDefault: true },
	},
	fields: (conversation, account, query) => ({
		channel: conversation.channel.toLowerCase(),
		visitor_uid: visitorOf(conversation, account)?.uniqueId ?? null,
		history: historyOf(conversation, query),
		// What these two hold is not documented: the operator who answered and who closed is assumed.
		operator_answer: conversation.pushes[0]?.operatorId ?? null,
		operator_closed: conversation.closedAt === null ? null : lastOperator(conversation),
		waitinglist: conversation.waitingList,
		page_type: conversation.pageType,
		created_at: restDate(conversation.createdAt),
		closed_at: restDate(conversation.closedAt),
		website_id: conversation.projectId,
		operator_id: lastOperator(conversation),
		skill_id: conversation.skillId,
		tag_list: conversation.tagIds,
		rule_id: conversation.ruleId,
		xmpp_id: conversation.id,
	}),
};

function lastOperator(conversation: Conversation): number | null {
	return conversation.pushes.at(-1)?.operatorId ?? null;
}

function visitorOf(conversation: Conversation, account: Account) {
	return account.visitors.find(({ visitorId }) => visitorId === conversation.visitorId);
}

/**
 * Tuples with `formatHistory=0`, the only form that is documented. Anything else gets one text, so
 * that a client that forgets the parameter notices.
 */
function historyOf({ history }: Conversation, query: Form): unknown {
	if (textOf(query, 'formatHistory') === '0') return history;
	return history.map(([, at, text]) => `${at} ${text}`).join('\n');
}
