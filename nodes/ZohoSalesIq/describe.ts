import { createHash } from 'node:crypto';
import type { ConversationEvent } from '../shared/conversation';
import { eventWith } from '../shared/describing';
import { isObject, partOf, textOf, utcOfMs } from '../shared/fields';
import { entryIn } from '../shared/webhook/catalogue';
import type { Payload } from '../shared/webhook/source';
import { messageIn } from './describeMessage';
import { entityIn, subjectOf, type Part } from './entity';
import { catalogue } from './events';
import { changeIn, conversationIn, inboxIn, ratingIn } from './facts';
import { actorIn, agentIn, contactIn } from './people';
import { vendor } from './vendor';

/** A SalesIQ payload in the one event. Accepts anything: a field of the wrong type becomes null. */
export function describe(payload: Payload): ConversationEvent {
	const vendorEvent = textOf(payload.event);
	const entity = entityIn(payload);
	const subject = subjectOf(payload, entity);
	const event = commonEventOf(vendorEvent, subject, entity);
	const contact = contactIn(subject === 'visitor' ? entity : partOf(entity.visitor));
	const agent = agentIn(payload, entity, subject === 'operator');
	return eventWith({
		vendor: vendor.value,
		event,
		vendorEvent,
		deliveryId: deliveryIdOf(payload, entity),
		occurredAt: utcOfMs(payload.event_time),
		inbox: inboxIn(payload, entity, subject),
		conversation: conversationIn(payload, entity, subject, event),
		contact,
		agent,
		actor: actorIn({ vendorEvent, entity, contact, agent }),
		message: messageIn(partOf(entity.message), event),
		rating: ratingIn(entity),
		change: changeIn(event, entity, agent),
		payload,
	});
}

/** A lead that becomes a contact is a contact captured. */
function commonEventOf(
	vendorEvent: string | null,
	subject: string | null,
	entity: Part,
): ConversationEvent['event'] {
	const isUpdate = vendorEvent === 'visitor.updated' || vendorEvent === null;
	if (isUpdate && subject === 'visitor') {
		return isObject(entity.lead) ? 'contact.captured' : 'contact.updated';
	}
	return entryIn(catalogue, vendorEvent)?.event ?? 'other';
}

/**
 * The same on every attempt: `attempt` and with it the bytes differ, so neither is used. No ID of a
 * delivery is documented.
 */
function deliveryIdOf(payload: Payload, entity: Part): string {
	const parts = [
		partOf(payload.webhook).id,
		payload.event,
		payload.entity_id ?? entity.id,
		payload.event_time,
		partOf(entity.message).msgid,
	].map(textOf);
	// A bare entity has no time: its ID is that of the conversation, which other events share.
	const [, , , time, messageId] = parts;
	if (time !== null || messageId !== null) {
		// A rating and what the visitor wrote with it are two deliveries of one event.
		const told = ['rating', 'feedback'].filter((name) => name in entity);
		return [...parts.map((part) => part ?? ''), ...told].join('|');
	}
	const same = JSON.stringify({ ...payload, attempt: undefined });
	return createHash('sha256').update(same).digest('hex');
}
