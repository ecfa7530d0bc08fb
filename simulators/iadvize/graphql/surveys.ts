import type { Account, SurveyResponse } from '../account/model';
import type { Interval } from './closedConversations';
import { isWithin } from './closedConversations';
import type { ConnectionArguments } from './connection';
import { connect, SURVEY_PAGE_SIZE } from './connection';
import { projectNode, usersOf } from './nodes';

export interface SurveyArguments extends ConnectionArguments {
	readonly projectIds: readonly number[];
	readonly interval: Interval;
}

/** Survey answers given within the interval, in the order of the account's rows. */
export function satisfactionSurveyResponses(account: Account, wanted: SurveyArguments) {
	const rows = account.surveyResponses.filter((response) => {
		const project = conversationOf(account, response)?.projectId;
		return (
			project !== undefined &&
			wanted.projectIds.includes(project) &&
			isWithin(response.answeredAt, wanted.interval)
		);
	});
	return connect(rows, wanted, (row) => responseNode(account, row), SURVEY_PAGE_SIZE);
}

function responseNode(account: Account, response: SurveyResponse) {
	const conversation = conversationOf(account, response);
	return {
		customerSatisfaction: response.customerSatisfaction,
		netPromoterScore: response.netPromoterScore,
		satisfactionComment: response.satisfactionComment,
		conversation: conversation && {
			id: conversation.id,
			createdAt: conversation.createdAt,
			closedAt: conversation.closedAt,
			project: projectNode(account, conversation.projectId),
			agents: usersOf(account, conversation),
		},
	};
}

function conversationOf(account: Account, { conversationId }: SurveyResponse) {
	return account.conversations.find(({ id }) => id === conversationId);
}
