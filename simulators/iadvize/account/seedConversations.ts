import { DAY_MS, MINUTE_MS } from '../../shared/clock';
import type { Conversation } from './conversations';
import { newConversation, numberedUuid } from './rows';

/** Closed and running ones, on and off the site; `ago` gives the time that many milliseconds ago. */
export function seedConversations(ago: (ms: number) => string): Conversation[] {
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
