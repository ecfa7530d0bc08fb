import type { CallMeeting, Satisfaction, Transaction } from '../account/model';
import { restDate } from './dates';
import { matching, matchingOrNull } from './filters';
import type { Resource } from './resource';

export const transactionResource: Resource<Transaction> = {
	name: 'transaction',
	hasOne: true,
	rows: (account) => account.transactions,
	idOf: (transaction) => transaction.id,
	filters: () => ({
		website_id: matching((transaction) => transaction.projectId),
		operator_id: matching((transaction) => transaction.operatorId),
		conversation_id: matchingOrNull((transaction) => transaction.conversationLegacyId),
	}),
	dated: {
		dateOf: (transaction) => restDate(transaction.createdAt),
		limit: { maxMonths: 1, isDefault: false },
	},
	fields: (transaction) => ({
		external_id: transaction.externalId,
		visitor_uid: transaction.visitorUniqueId,
		visitor_email: transaction.visitorEmail,
		amount: transaction.amount,
		created_at: restDate(transaction.createdAt),
		website_id: transaction.projectId,
		operator_id: transaction.operatorId,
		conversation_id: transaction.conversationLegacyId,
	}),
};

export const satisfactionResource: Resource<Satisfaction> = {
	name: 'satisfaction',
	hasOne: true,
	rows: (account) => account.satisfactions,
	idOf: (satisfaction) => satisfaction.id,
	filters: () => ({
		website_id: matching((satisfaction) => satisfaction.projectId),
		operator_id: matching((satisfaction) => satisfaction.operatorId),
		conversation_id: matching((satisfaction) => satisfaction.conversationLegacyId),
	}),
	dated: { dateOf: (satisfaction) => restDate(satisfaction.createdAt) },
	fields: (satisfaction) => ({
		note_welcome: satisfaction.noteWelcome,
		note_resolution: satisfaction.noteResolution,
		// The vendor spells it so.
		node_delay: satisfaction.noteDelay,
		comment: satisfaction.comment,
		created_at: restDate(satisfaction.createdAt),
		website_id: satisfaction.projectId,
		operator_id: satisfaction.operatorId,
		conversation_id: satisfaction.conversationLegacyId,
	}),
};

export const callMeetingResource: Resource<CallMeeting> = {
	name: 'callmeeting',
	hasOne: false,
	rows: (account) => account.callMeetings,
	idOf: (meeting) => meeting.id,
	filters: () => ({ website_id: matching((meeting) => meeting.projectId) }),
	dated: { dateOf: (meeting) => restDate(meeting.startAt) },
	fields: (meeting) => ({
		unique_id: meeting.uniqueId,
		phone_number: meeting.phoneNumber,
		status: meeting.status,
		start_at: restDate(meeting.startAt),
		website_id: meeting.projectId,
		targeting_rule_id: meeting.targetingRuleId,
		skill_id: meeting.skillId,
	}),
};
