import { channelOf } from '../shared/channel';
import type { ConversationEvent } from '../shared/conversation';
import { labelOf, nothingSaid } from '../shared/describing';
import { numberOf, partOf, textOf, utcOfMs, wordOf } from '../shared/fields';
import type { Payload } from '../shared/webhook/source';
import type { Part } from './entity';
import { nameIn } from './people';

/** Where an event came in, the status of its conversation, what changed, how it was rated. */

/** A visitor comes in through an app, which Zoho also calls a brand; few events lack it. */
export function inboxIn(
	payload: Payload,
	entity: Part,
	subject: string | null,
): ConversationEvent['inbox'] {
	if (subject === 'department') {
		const id = textOf(entity.id) ?? textOf(payload.entity_id);
		return { id, name: nameIn(entity), kind: 'department' };
	}
	const app = textOf(payload.app_id) ?? textOf(entity.app_id);
	if (app !== null) return { id: app, name: null, kind: 'app' };
	const department = textOf(entity.department_id);
	return { id: department, name: null, kind: department === null ? null : 'department' };
}

export function conversationIn(
	payload: Payload,
	entity: Part,
	subject: string | null,
	event: ConversationEvent['event'],
): ConversationEvent['conversation'] {
	if (subject !== 'conversation') return nothingSaid.conversation;
	const vendorChannel = textOf(partOf(entity.visitor).channel);
	const status = statusOf(entity.status) ?? statusAfter(event);
	return {
		...nothingSaid.conversation,
		id: textOf(entity.id) ?? textOf(payload.entity_id),
		channel: channelOf(vendorChannel),
		vendorChannel,
		status,
		subject: textOf(entity.question),
		startedAt: utcOfMs(entity.opened_time),
		// The printed examples have every time, even of what is not over.
		endedAt: status === 'open' ? null : utcOfMs(entity.end_time),
	};
}

/** The status of a conversation after an event whose name says it. */
function statusAfter(event: ConversationEvent['event']): ReturnType<typeof statusOf> {
	switch (event) {
		case 'conversation.closed':
			return 'closed';
		case 'conversation.missed':
			return 'missed';
		case 'conversation.reopened':
			return 'open';
		default:
			return null;
	}
}

/** `Ended` is only in the printed example of feedback. */
function statusOf(status: unknown): ConversationEvent['conversation']['status'] {
	switch (wordOf(status)) {
		case 'live':
		case 'connected':
			return 'open';
		case 'missed':
			return 'missed';
		case 'closed':
		case 'ended':
			return 'closed';
		default:
			return null;
	}
}

export function changeIn(
	event: ConversationEvent['event'],
	{ status }: Part,
	agent: ConversationEvent['agent'],
): ConversationEvent['change'] {
	switch (event) {
		case 'conversation.assigned':
			return { what: 'assignee', from: null, to: labelOf(agent) };
		case 'conversation.closed':
		case 'conversation.missed':
		case 'conversation.reopened':
			return { what: 'status', from: null, to: textOf(status) };
		default:
			return nothingSaid.change;
	}
}

/** The scale is not documented, so the score has no maximum; one page has words instead. */
export function ratingIn({ rating, feedback }: Part): ConversationEvent['rating'] {
	const score = numberOf(rating);
	const answer = score === null ? textOf(rating) : null;
	return {
		...nothingSaid.rating,
		kind: score === null && answer === null ? null : 'csat',
		score,
		answer,
		comment: textOf(feedback),
	};
}
