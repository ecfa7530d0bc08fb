import { DAY_MS, MINUTE_MS } from '../../shared/clock';
import type { Account } from './model';
import { isoTime, newSatisfaction, newSurveyResponse, newTransaction, numberedUuid } from './rows';
import { seedConversations } from './seedConversations';
import { seedOperators, seedVisitors } from './seedPeople';
import { seedStatistics } from './statistics';

/** Routing rule of the vendor's bot examples. */
const ROUTING_RULE = 'ef4670c3-d715-4a21-8226-ed17f354fc44';

/**
 * A small account around the identifiers of the vendor's example events, so that what an event
 * names can be looked up. Conversations are recent as seen from `nowMs`: the vendor lists only the
 * last three months by default.
 */
export function seedAccount(nowMs: number): Account {
	const ago = (ms: number) => isoTime(nowMs - ms);
	return {
		clients: [
			{ id: 1, name: 'Example Group', lang: 'en', premiumEnabled: false },
			{ id: 335, name: 'Example Company', lang: 'en', premiumEnabled: true },
		],
		projects: [project(1, 'Example Shop', 'EUR'), project(1549, 'Example Shop UK', 'GBP')],
		operators: seedOperators(),
		bots: [{ id: 456678, name: 'Example Bot' }],
		groups: [
			{ id: 1, name: 'Support', createdAt: ago(400 * DAY_MS), parentId: null },
			{ id: 2, name: 'Support at night', createdAt: ago(300 * DAY_MS), parentId: 1 },
		],
		skills: [
			{ id: 1, name: 'Orders', order: 1, createdAt: ago(400 * DAY_MS), parentId: null },
			{ id: 2, name: 'Returns', order: 2, createdAt: ago(300 * DAY_MS), parentId: 1 },
		],
		tags: [
			{ id: 1, name: 'Refund', projectIds: [1, 1549] },
			{ id: 2, name: 'Question', projectIds: [1] },
		],
		visitors: seedVisitors(),
		conversations: seedConversations(ago),
		transactions: [
			newTransaction(1, {
				createdAt: ago(2 * DAY_MS),
				operatorId: 1,
				conversationLegacyId: 9002,
			}),
			newTransaction(2, { createdAt: ago(3 * DAY_MS), amount: 19.99, projectId: 1549 }),
		],
		satisfactions: [newSatisfaction(1, { createdAt: ago(2 * DAY_MS), conversationLegacyId: 9002 })],
		surveyResponses: [
			newSurveyResponse('2d90a8a2-16df-45f5-897e-31adf9aa165d', { answeredAt: ago(2 * DAY_MS) }),
			newSurveyResponse('4c8c7408-f73c-42cd-89e9-afbbee7d9024', {
				answeredAt: ago(4 * MINUTE_MS),
				customerSatisfaction: 2,
				netPromoterScore: null,
				satisfactionComment: null,
			}),
		],
		callMeetings: [
			{
				id: 1,
				uniqueId: numberedUuid('e', 1),
				phoneNumber: '+33100000000',
				status: 'pending',
				startAt: ago(-DAY_MS),
				projectId: 1,
				targetingRuleId: 7,
				skillId: 1,
			},
		],
		statistics: seedStatistics(),
		connectors: [
			{
				id: numberedUuid('f', 1),
				name: 'My connector',
				isPrivate: false,
				createdAt: ago(200 * DAY_MS),
			},
		],
		routingRules: [
			{
				id: ROUTING_RULE,
				name: 'Everyone',
				projectId: 1,
				available: { chat: true, call: false, video: false, thirdParties: true },
			},
			{
				id: 'fab46f63-a61b-4aec-930b-21a438863a6c',
				name: 'Night shift',
				projectId: 1,
				available: { chat: false, call: false, video: false, thirdParties: false },
			},
		],
	};
}

function project(id: number, name: string, currency: string) {
	return {
		id,
		clientId: 335,
		name,
		url: `https://shop-${id}.example.com`,
		currency,
		languageAdmin: 'en',
		timezone: 'UTC',
	};
}
