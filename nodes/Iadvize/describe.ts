import { channelOf } from '../shared/channel';
import type { ConversationEvent } from '../shared/conversation';
import { byVisitor, eventWith, nothingSaid } from '../shared/describing';
import { isObject, listOf, numberOf, textOf, utcOf } from '../shared/fields';
import { entryIn } from '../shared/webhook/catalogue';
import type { Payload } from '../shared/webhook/source';
import { catalogue } from './events';
import { vendor } from './vendor';

/** An iAdvize payload in the one event. Accepts anything: a wrong type becomes null. */
export function describe(payload: Payload, deliveryId: string): ConversationEvent {
	const vendorEvent = textOf(payload.eventType);
	const event = entryIn(catalogue, vendorEvent)?.event ?? 'other';
	const contact = {
		...nothingSaid.contact,
		id: textOf(payload.visitorId),
		externalId: textOf(payload.visitorExternalId),
	};
	return eventWith({
		vendor: vendor.value,
		event,
		vendorEvent,
		deliveryId,
		occurredAt: utcOf(payload.createdAt),
		inbox: inboxOf(payload),
		conversation: conversationOf(payload, event),
		contact,
		agent: { ...nothingSaid.agent, id: event === 'contact.updated' ? null : agentIdOf(payload) },
		actor: actorOf(payload, event, contact),
		rating: ratingOf(payload),
		change: changeOf(payload, event),
		order: {
			...nothingSaid.order,
			id: textOf(payload.transactionId),
			// It comes without a currency.
			amount: numberOf(payload.amount),
		},
		payload,
	});
}

/** Old events call a project a website. */
function inboxOf({ projectId, websiteId }: Payload): ConversationEvent['inbox'] {
	const id = textOf(projectId) ?? textOf(websiteId);
	return { id, name: null, kind: id === null ? null : 'project' };
}

/** An iAdvize event has no status and one time: that of the start, or of the end. */
function conversationOf(
	{ conversationId, channel, createdAt }: Payload,
	event: ConversationEvent['event'],
): ConversationEvent['conversation'] {
	const isEnd = event === 'conversation.closed';
	const isOpen = event === 'conversation.started' || event === 'conversation.assigned';
	const vendorChannel = textOf(channel);
	return {
		...nothingSaid.conversation,
		id: textOf(conversationId),
		channel: channelOf(vendorChannel),
		vendorChannel,
		status: isEnd ? 'closed' : isOpen ? 'open' : null,
		startedAt: event === 'conversation.started' ? utcOf(createdAt) : null,
		endedAt: isEnd ? utcOf(createdAt) : null,
	};
}

/**
 * A closed conversation lists all its operators, in no documented order: of several, none can be
 * chosen.
 */
function agentIdOf({ operatorId, operatorIds, userId }: Payload): string | null {
	const [only, ...others] = listOf(operatorIds);
	return textOf(operatorId) ?? textOf(userId) ?? (others.length === 0 ? textOf(only) : null);
}

/** Who answers a survey, edits a visitor, logs in or out; who did anything else is not said. */
function actorOf(
	{ operatorId, userId }: Payload,
	event: ConversationEvent['event'],
	contact: ConversationEvent['contact'],
): ConversationEvent['actor'] {
	switch (event) {
		case 'rating.given':
			return byVisitor(contact);
		case 'contact.updated':
			return { ...nothingSaid.actor, id: textOf(operatorId), kind: 'human' };
		case 'agent.connected':
		case 'agent.disconnected':
			return { ...nothingSaid.actor, id: textOf(userId), kind: 'human' };
		default:
			return nothingSaid.actor;
	}
}

/**
 * Exactly one answer per event follows from the examples only, so several or none are also
 * accepted.
 */
function ratingOf(payload: Payload): ConversationEvent['rating'] {
	const { rating: nothing } = nothingSaid;
	const comment = textOf(payload.satisfactionComment);
	const csat = numberOf(payload.customerSatisfaction);
	if (csat !== null) return { ...nothing, kind: 'csat', score: csat, outOf: 5, comment };
	const nps = numberOf(payload.netPromoterScore);
	if (nps !== null) return { ...nothing, kind: 'nps', score: nps, outOf: 10, comment };
	// What true and false mean here is not documented, so they are not a score.
	const answer = answerOf(payload.customQuestion);
	return { ...nothing, kind: answer === null ? null : 'custom', answer, comment };
}

const answerOf = (given: unknown) => (typeof given === 'boolean' ? String(given) : textOf(given));

function changeOf(
	{ availabilities, operatorId }: Payload,
	event: ConversationEvent['event'],
): ConversationEvent['change'] {
	switch (event) {
		case 'conversation.assigned':
			return { what: 'assignee', from: null, to: textOf(operatorId) };
		case 'agent.availability':
			return { what: 'availability', from: null, to: availabilityIn(availabilities) };
		default:
			return nothingSaid.change;
	}
}

/** `CHAT: AVAILABLE, CALL: UNAVAILABLE`; null if none of it is there. */
function availabilityIn(availabilities: unknown): string | null {
	const list = listOf(availabilities);
	const told = list.filter(isObject).flatMap(({ channel, status }) => {
		const [where, what] = [textOf(channel), textOf(status)];
		return where === null || what === null ? [] : [`${where}: ${what}`];
	});
	return told.join(', ') || null;
}
