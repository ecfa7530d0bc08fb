import type { Account, Conversation } from '../account/model';
import type { ConnectionArguments } from './connection';
import { connect } from './connection';
import { conversationNode } from './nodes';

export interface Interval {
	readonly from: string;
	readonly to: string;
}

/** The filters that the vendor names; that they are direct arguments is assumed (contract §6.3). */
export interface ClosedConversationsArguments extends ConnectionArguments {
	readonly interval: Interval;
	readonly projectIds?: readonly number[] | null;
	readonly answered?: boolean | null;
	readonly answeredByHuman?: boolean | null;
	readonly automationLevels?: readonly string[] | null;
	readonly channels?: readonly string[] | null;
	readonly closeReason?: string | null;
	readonly conversationId?: string | null;
	readonly conversationVisitorIds?: readonly string[] | null;
	readonly customerSatisfaction?: number | null;
	readonly engagementCampaignIds?: readonly string[] | null;
	readonly genAiPredictedTopicIds?: readonly string[] | null;
	readonly groupIds?: readonly number[] | null;
	readonly hasConversion?: boolean | null;
	readonly hasGenerativeAIAnswer?: boolean | null;
	readonly hasGenerativeAIUnansweredQuestion?: boolean | null;
}

/** Conversations closed within the interval, oldest first (order assumed). */
export function closedConversations(account: Account, wanted: ClosedConversationsArguments) {
	const rows = account.conversations
		.filter(({ closedAt }) => closedAt !== null && isWithin(closedAt, wanted.interval))
		.filter((conversation) => passes(account, conversation, wanted))
		.sort((a, b) => Date.parse(a.closedAt ?? '') - Date.parse(b.closedAt ?? ''));
	return connect(rows, wanted, (row) => conversationNode(account, row, 'closedConversations'));
}

export function isWithin(time: string, { from, to }: Interval): boolean {
	const ms = Date.parse(time);
	return ms >= Date.parse(from) && ms <= Date.parse(to);
}

function passes(account: Account, row: Conversation, wanted: ClosedConversationsArguments) {
	const operators = account.operators.filter(({ id }) =>
		row.pushes.some((push) => push.operatorId === id),
	);
	const groups = operators.map(({ groupId }) => groupId);
	return [
		isIn(row.projectId, wanted.projectIds),
		is(operators.length > 0 || row.bot !== null, wanted.answered),
		is(operators.length > 0, wanted.answeredByHuman),
		isIn(row.automationLevel, wanted.automationLevels),
		isIn(row.channel, wanted.channels),
		is(row.closeReason, wanted.closeReason),
		is(row.id, wanted.conversationId?.toLowerCase()),
		isIn(row.visitorId, wanted.conversationVisitorIds),
		is(scoreOf(account, row), wanted.customerSatisfaction),
		isIn(row.engagementCampaignId, wanted.engagementCampaignIds),
		isAnyIn(row.genAiPredictedTopicIds, wanted.genAiPredictedTopicIds),
		isAnyIn(groups, wanted.groupIds),
		is(hasConversion(account, row), wanted.hasConversion),
		is(row.hasGenerativeAIAnswer, wanted.hasGenerativeAIAnswer),
		is(row.hasGenerativeAIUnansweredQuestion, wanted.hasGenerativeAIUnansweredQuestion),
	].every(Boolean);
}

function is<Value>(value: Value, wanted: Value | null | undefined): boolean {
	return wanted == null || value === wanted;
}

function isIn<Value>(value: Value | null, wanted: readonly Value[] | null | undefined): boolean {
	return wanted == null || (value !== null && wanted.includes(value));
}

function isAnyIn<Value>(
	values: readonly (Value | null)[],
	wanted: readonly Value[] | null | undefined,
): boolean {
	return wanted == null || values.some((value) => isIn(value, wanted));
}

function scoreOf(account: Account, { id }: Conversation) {
	return account.surveyResponses.find(({ conversationId }) => conversationId === id)
		?.customerSatisfaction;
}

function hasConversion(account: Account, { legacyId }: Conversation): boolean {
	return account.transactions.some(({ conversationLegacyId }) => conversationLegacyId === legacyId);
}
