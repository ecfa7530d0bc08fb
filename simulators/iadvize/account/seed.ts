import { DAY_MS, MINUTE_MS } from '../clock';
import type { Account, Conversation, Operator, Visitor } from './model';
import {
	isoTime,
	newConversation,
	newLive,
	newOperator,
	newSatisfaction,
	newSurveyResponse,
	newTransaction,
	newVisitor,
	numberedUuid,
} from './rows';
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
		operators: operators(),
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
		visitors: visitors(),
		conversations: conversations(ago),
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
		url: `https://shop-${String(id)}.example.com`,
		currency,
		languageAdmin: 'en',
		timezone: 'UTC',
	};
}

function operators(): Operator[] {
	const online = newLive({
		connected: true,
		chat: { enabled: true, slotNumber: 2, slotMaxNumber: 4, busy: false, available: true },
	});
	return [
		newOperator(1, {
			firstName: 'Ada',
			chatMaxNumber: 4,
			groupId: 1,
			projectIds: [1, 1549],
			skillIds: [1, 2],
			live: online,
			statistic: { conversationNumber: 589, satisfactionGlobalRate: 0.86, experience: 5630 },
			profile: {
				status: 'Example status',
				description: 'Example description',
				facebook: 'ada.example',
				twitter: 'adaexample',
				city: 'Example City',
				country: 'France',
			},
		}),
		newOperator(2, { firstName: 'Bo', roles: ['manager'], groupId: 2, live: newLive() }),
		newOperator(3, { firstName: 'Cleo', skillIds: [2] }),
		newOperator(4, { firstName: 'Dana', roles: ['expert'], live: newLive({ connected: true }) }),
	];
}

function visitors(): Visitor[] {
	return [
		newVisitor(63429889, {
			visitorId: 'b05f1b45-c891-4a9c-b47e-91ee6c8ffb44',
			uniqueId: '593de0891b628a50b09835dc6c0e92565329c74baa90e',
			externalId: 'customer-1',
			firstName: 'Ada',
			email: 'visitor@example.com',
			phone: '+33100000001',
			projectIds: [1, 1549],
		}),
		newVisitor(63429890, { firstName: 'Bo', email: '' }),
		newVisitor(63429891, { firstName: 'Julia', source: 'MOBILE_APP', projectIds: [1549] }),
	];
}

function conversations(ago: (ms: number) => string): Conversation[] {
	const started = ago(20 * MINUTE_MS);
	const startedMs = Date.parse(started);
	const rest = started.slice(0, 19).replace('T', ' ');
	return [
		newConversation(9001, {
			id: '4c8c7408-f73c-42cd-89e9-afbbee7d9024',
			createdAt: started,
			closedAt: ago(5 * MINUTE_MS),
			skillId: 1,
			ruleId: 7,
			tagIds: [1],
			history: [
				[2, rest, 'Hello, where is my order?', startedMs],
				[1, rest, 'It leaves today.', startedMs],
				[3, rest, 'OPERATOR_CHAT_CLOSE'],
			],
			pushes: [
				{ operatorId: 1, createdAt: started },
				{ operatorId: 2, createdAt: ago(10 * MINUTE_MS) },
			],
			customData: [
				{ key: 'order_number', label: 'Order number', value: 'A-100' },
				{ key: 'basket_amount', label: 'Basket amount', value: 42.5 },
				{ key: 'orders', label: 'Orders', value: 3 },
				{ key: 'is_member', label: 'Member', value: true },
			],
		}),
		newConversation(9002, {
			id: '2d90a8a2-16df-45f5-897e-31adf9aa165d',
			createdAt: ago(2 * DAY_MS),
			closedAt: ago(2 * DAY_MS - 30 * MINUTE_MS),
		}),
		newConversation(9003, {
			channel: 'WHATSAPP',
			projectId: 1549,
			visitorId: numberedUuid('a', 63429890),
			createdAt: ago(6 * DAY_MS),
		}),
		newConversation(9004, {
			id: 'ce41ba2c-c25a-4351-b946-09527d8b940b',
			createdAt: ago(2 * MINUTE_MS),
			closedAt: null,
			pushes: [],
			history: [[2, rest, 'Hello bot', startedMs]],
			bot: { id: 456678, lastMessageAt: null },
			automationLevel: 'FULLY_AUTOMATED',
		}),
		newConversation(9005, { channel: 'CALL', createdAt: ago(DAY_MS), closedAt: null }),
	];
}
