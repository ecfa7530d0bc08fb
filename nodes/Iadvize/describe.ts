import { nothingSaid, type ConversationEvent } from '../shared/conversation';
import { numberOf, textOf, utcOf } from '../shared/fields';
import type { Payload } from '../shared/webhook/source';
import { catalogue } from './events';

/** An iAdvize payload in the one event. Takes anything: a field of the wrong type is told as null. */
export function describe(payload: Payload, deliveryId: string): ConversationEvent {
	const vendorEvent = textOf(payload.eventType);
	return {
		vendor: 'iadvize',
		event: entryOf(vendorEvent)?.event ?? 'other',
		vendorEvent,
		deliveryId,
		occurredAt: utcOf(payload.createdAt),
		conversation: {
			...nothingSaid.conversation,
			id: textOf(payload.conversationId),
			channel: textOf(payload.channel)?.toLowerCase() ?? null,
		},
		contact: { ...nothingSaid.contact, id: textOf(payload.visitorId) },
		agent: { ...nothingSaid.agent, id: agentIdOf(payload) },
		message: nothingSaid.message,
		rating: ratingOf(payload),
		payload,
	};
}

/** The catalogue's entry of an event; a name such as `constructor` has none. */
export function entryOf(vendorEvent: string | null) {
	return vendorEvent !== null && Object.hasOwn(catalogue, vendorEvent)
		? catalogue[vendorEvent]
		: undefined;
}

/** A closed conversation lists all its operators, in no documented order: one of several is no one. */
function agentIdOf({ operatorId, operatorIds, userId }: Payload): string | null {
	const [only, ...others] = Array.isArray(operatorIds) ? (operatorIds as unknown[]) : [];
	return textOf(operatorId) ?? textOf(userId) ?? (others.length === 0 ? textOf(only) : null);
}

/** Exactly one answer per event follows from the examples only, so several or none are taken, too. */
function ratingOf(payload: Payload): ConversationEvent['rating'] {
	const comment = textOf(payload.satisfactionComment);
	const csat = numberOf(payload.customerSatisfaction);
	if (csat !== null) return { kind: 'csat', score: csat, outOf: 5, comment };
	const nps = numberOf(payload.netPromoterScore);
	if (nps !== null) return { kind: 'nps', score: nps, outOf: 10, comment };
	// What true and false mean here is not documented, so they are no score.
	const isCustom = typeof payload.customQuestion === 'boolean';
	return { kind: isCustom ? 'custom' : null, score: null, outOf: null, comment };
}
