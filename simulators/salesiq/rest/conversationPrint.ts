import { omit } from '../../shared/omit';
import type { Conversation, ConversationState } from '../account/conversations';

/** What `fields` may name (contract §5.6); the identifier always comes. */
const FIELDS = [
	'visitor',
	'department',
	'question',
	'start_time',
	'attended_time',
	'missed_time',
	'end_time',
	'owner',
	'attender',
	'supervisors',
	'participants',
	'status',
] as const;

/** Numbers of `connected` and `closed` are those seen; the other two are invented. */
const chatStatus: Readonly<
	Record<ConversationState, { status_code: number; state: number; label: string }>
> = {
	waiting: { status_code: 0, state: 1, label: 'Live' },
	connected: { status_code: 0, state: 2, label: 'Connected' },
	missed: { status_code: 1, state: 3, label: 'Missed' },
	closed: { status_code: 2, state: 4, label: 'Attended Online' },
};

/** A conversation as REST prints it; what is not known yet is left out. */
export function printConversation(row: Conversation): Record<string, unknown> {
	const { state, messages, tagIds } = row;
	const last = messages.at(-1);
	const printed = {
		...omit(row, 'state', 'messages', 'tagIds', 'threads', 'feedback'),
		type: 'chat',
		status: chatStatus[state].label,
		chat_status: chatStatus[state],
		tags: tagIds.map((id) => ({ id })),
		...(last && { last_message_info: last }),
	};
	return Object.fromEntries(Object.entries(printed).filter(([, value]) => value !== null));
}

/** The fields that a client chose; an unknown name gives undefined. */
export function pickFields(
	printed: Record<string, unknown>,
	names: readonly string[],
): Record<string, unknown> | undefined {
	if (names.length === 0) return printed;
	if (names.some((name) => !(FIELDS as readonly string[]).includes(name))) return undefined;
	return Object.fromEntries(
		Object.entries(printed).filter(([key]) => key === 'id' || names.includes(key)),
	);
}

/** Which conversations a value of `status` means; the vendor lists the words only. */
export const statesOf: Readonly<Record<string, readonly ConversationState[]>> = {
	open: ['waiting', 'connected'],
	closed: ['closed'],
	waiting: ['waiting'],
	connected: ['connected'],
	missed: ['missed'],
	end: ['closed'],
};
