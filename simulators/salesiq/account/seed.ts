import { DAY_MS, MINUTE_MS } from '../../shared/clock';
import type { Account } from './model';
import { ada, newConversation, newMessage } from './rows';
import {
	newBlockedIp,
	newDepartment,
	newOperator,
	newVisitor,
	newVisitorEvent,
} from './structureRows';

/** Seventeen digits, as in one printed delivery: a client that rounds gives itself away. */
const SHOP = { id: '46675600000002043', name: 'Example Shop' };
const OUTLET = { id: '46675600000002051', name: 'Example Outlet' };

/**
 * A small account around the identifiers of the vendor's example events, so that what an event
 * names can be looked up.
 */
export function seedAccount(nowMs: number, screenName: string): Account {
	const ago = (ms: number) => String(nowMs - ms);
	return {
		orgId: '55778119',
		operatorId: ada.id,
		portals: [
			portal('Example', screenName, ago(400 * DAY_MS)),
			// A blank in a path segment: the vendor's own sample has one.
			portal('Example-fashions', 'Example Fashions', ago(300 * DAY_MS)),
		],
		apps: [{ ...SHOP }, { ...OUTLET }],
		operators: [
			newOperator(1, {
				email_id: 'ada@example.com',
				first_name: 'Ada',
				role: 'Administrator',
				is_owner: 'true',
			}),
			newOperator(2, { first_name: 'Bo', departments: ['301050000005'] }),
			newOperator(3, { first_name: 'Cleo', status_code: '3', status_message: 'Busy' }),
		],
		departments: [
			newDepartment(1, {
				name: 'Example Support',
				display_name: 'Example Support',
				is_system_generated: 'true',
				operators: ['30102333033335', '30102333033337'],
			}),
			newDepartment(2, {
				name: 'Example Sales',
				display_name: 'Example Sales',
				operators: ['30102333033336'],
			}),
		],
		conversations: seedConversations(ago),
		tags: [],
		blockedIps: [newBlockedIp(1, SHOP), newBlockedIp(2, OUTLET)],
		articles: [],
		articleCategories: [
			{ id: '53400000000328033', name: 'General', is_default: 'true', order: '1' },
		],
		visitors: [1, 2, 3].map((n) => newVisitor(n)),
		visitorEvents: [1, 2, 3].map((n) => newVisitorEvent(n)),
		webhooks: [],
	};
}

function seedConversations(ago: (ms: number) => string) {
	const question = 'Hello, I need help choosing a table.';
	const message = (n: number, text: string) =>
		newMessage(n, { message: { text }, time: ago((60 - n) * MINUTE_MS) });
	return [
		newConversation(1, {
			id: '17000000004021',
			question,
			start_time: ago(60 * MINUTE_MS),
			attended_time: ago(59 * MINUTE_MS),
			end_time: ago(50 * MINUTE_MS),
			last_modified_time: ago(50 * MINUTE_MS),
			messages: [
				message(1, question),
				{ ...message(2, 'Which one?'), sender: { id: ada.id, name: ada.name } },
				message(3, 'The round one'),
			],
			feedback: { rating: 4, feedback: 'Example feedback', time: ago(49 * MINUTE_MS) },
		}),
		newConversation(2, { id: '8000000004009', question: 'Where is my parcel?', ...open(ago) }),
		newConversation(3, {
			id: '8000000005001',
			question,
			...open(ago),
			state: 'waiting' as const,
			owner: null,
			attender: null,
			attended_time: null,
			participants: [],
		}),
		newConversation(4, {
			department: { id: '301050000005', name: 'Example Sales' },
			state: 'missed',
			missed_time: ago(DAY_MS),
		}),
	];
}

function open(ago: (ms: number) => string) {
	return {
		state: 'connected' as const,
		start_time: ago(5 * MINUTE_MS),
		attended_time: ago(4 * MINUTE_MS),
		end_time: null,
		last_modified_time: ago(4 * MINUTE_MS),
	};
}

function portal(name: string, screenname: string, created_time: string) {
	return { name, screenname, operator_id: ada.id, owner_zuid: '54715436', created_time };
}
