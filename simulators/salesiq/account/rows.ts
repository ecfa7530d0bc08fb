import type { Attender, Conversation, Message, Thread } from './conversations';

const longAgo = Date.UTC(2024, 0, 1);

export const ada: Attender = attender('30102333033335', 'Ada Example', 'ada@example.com');

/** Time of the nth row: a minute after the one before, so that lists have an order. */
export function numberedTime(n: number): string {
	return String(longAgo + n * 60_000);
}

export function attender(id: string, name: string, email: string): Attender {
	return { id, name, email, image_key: `0_${id}`, is_bot: false };
}

/**
 * A conversation of the seeded department and app, closed, with one message, unless given. The
 * identifier has 17 digits; a higher `n` is a later conversation.
 */
export function newConversation(n: number, given: Partial<Conversation> = {}): Conversation {
	const startTime = numberedTime(n);
	return {
		id: String(19_000_000_000_000_001n + BigInt(n) * 2n),
		reference_id: String(n),
		chat_id: `LD_${n}`,
		question: `Question ${n}`,
		state: 'closed',
		owner: ada,
		attender: ada,
		supervisors: [],
		participants: [ada],
		unread_chats: false,
		notes: false,
		uvid: `example-uvid-${n}`,
		app_id: '46675600000002043',
		app_name: 'Example Shop',
		department: { id: '301050000004', name: 'Example Support' },
		start_time: startTime,
		attended_time: String(Number(startTime) + 10_000),
		missed_time: null,
		end_time: String(Number(startTime) + 50_000),
		last_modified_time: String(Number(startTime) + 50_000),
		visitor: {
			id: '30000000090034',
			name: 'Grace Example',
			type: 'contact',
			email: 'grace@example.com',
			phone: '+15550100101',
			country_code: 'IN',
			ip: '203.0.113.20',
			supported_operations: ['file_share', 'block_ip'],
		},
		tagIds: [],
		messages: [newMessage(n, { message: { text: `Question ${n}` }, time: startTime })],
		threads: [newThread(n)],
		feedback: null,
		...given,
	};
}

/** A text message by the visitor, unless given; a higher `n` is a later one. */
export function newMessage(n: number, given: Partial<Message> = {}): Message {
	return {
		type: 'text',
		sender: { id: '$2463902591169630574', name: 'Grace Example' },
		message: { text: `Message ${n}` },
		time: numberedTime(n),
		sequence_id: String(n),
		...given,
	};
}

/** A closed thread. */
export function newThread(n: number, given: Partial<Thread> = {}): Thread {
	return {
		id: String(18_000_000_000_000_001n + BigInt(n) * 2n),
		thread_id: String(n),
		thread_number: String(n),
		question: `Question ${n}`,
		status: 'Attended Online',
		status_code: '2',
		from_time: numberedTime(n),
		to_time: numberedTime(n + 1),
		inititated_by: 'visitor',
		ended_by: 'operator',
		metrics: {
			operator_message_count: 1,
			visitor_message_count: 1,
			bot_message_count: 0,
			info_message_count: 0,
			system_event_count: 0,
		},
		...given,
	};
}
