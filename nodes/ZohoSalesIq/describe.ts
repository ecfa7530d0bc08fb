import { createHash } from 'node:crypto';
import { nothingSaid, type ConversationEvent } from '../shared/conversation';
import { isObject, nameOf, numberOf, partOf, textOf, utcOfMs } from '../shared/fields';
import type { Payload } from '../shared/webhook/source';
import { entryOf } from './events';

type Part = Record<string, unknown>;

/**
 * What an event is about. SalesIQ documents two forms: an envelope around `entity`, and, in most of
 * its printed examples, the entity alone.
 */
export function entityIn(payload: Payload): Part {
	if (isObject(payload.entity)) return payload.entity;
	return 'event' in payload || 'entity_type' in payload ? {} : payload;
}

/** A SalesIQ payload in the one event. Takes anything: a field of the wrong type is told as null. */
export function describe(payload: Payload): ConversationEvent {
	const vendorEvent = textOf(payload.event);
	const entity = entityIn(payload);
	const subject = subjectOf(payload, entity);
	return {
		vendor: 'zohoSalesIq',
		event: commonEventOf(vendorEvent, subject, entity),
		vendorEvent,
		deliveryId: deliveryIdOf(payload, entity),
		occurredAt: utcOfMs(payload.event_time),
		conversation: {
			...nothingSaid.conversation,
			id: subject === 'conversation' ? (textOf(entity.id) ?? textOf(payload.entity_id)) : null,
			channel: textOf(partOf(entity.visitor).channel)?.toLowerCase() ?? null,
		},
		contact: subject === 'visitor' ? personIn(entity) : personIn(partOf(entity.visitor)),
		agent: agentIn(payload, entity, subject === 'operator'),
		message: messageIn(partOf(entity.message)),
		rating: ratingIn(entity),
		payload,
	};
}

/**
 * What an event is about: the first word of its name, or what SalesIQ calls it. A bare entity says
 * neither, but those of conversations and of visitors have fields that no other has.
 */
export function subjectOf(payload: Payload, entity: Part): string | null {
	const said = textOf(payload.event) ?? textOf(payload.entity_type);
	if (said !== null) return said.split('.')[0] ?? said;
	if (['visitor', 'message', 'question', 'rating', 'feedback'].some((name) => name in entity)) {
		return 'conversation';
	}
	return 'modifier' in entity || 'lead' in entity ? 'visitor' : null;
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
	return entryOf(vendorEvent)?.event ?? 'other';
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

const nameIn = ({ name, first_name: first, last_name: last }: Part): string | null =>
	textOf(name) ?? nameOf(first, last);

/** Webhooks say `email_id` where the REST API says `email`. */
const emailIn = ({ email, email_id: emailId }: Part) => textOf(email) ?? textOf(emailId);

export const personIn = (person: Part) => ({
	id: textOf(person.id),
	name: nameIn(person),
	email: emailIn(person),
	phone: textOf(person.phone) ?? textOf(person.mobile),
});

function agentIn(payload: Payload, entity: Part, isSubject: boolean): ConversationEvent['agent'] {
	const agent = isSubject ? entity : partOf(entity.owner);
	return {
		id: textOf(agent.id) ?? (isSubject ? textOf(payload.entity_id) : null),
		name: nameIn(agent),
		email: emailIn(agent),
		kind: kindOfAgent(agent, partOf(entity.message)),
	};
}

/** Only what SalesIQ says of the owner, or of who sent the message, tells a bot from a human. */
function kindOfAgent(agent: Part, message: Part): ConversationEvent['agent']['kind'] {
	const said = textOf(agent.type) ?? textOf(partOf(message.sender).type);
	if (said?.toLowerCase() === 'bot') return 'bot';
	return said?.toLowerCase() === 'operator' ? 'human' : null;
}

/** Messages of bots have a list or meta instead of a text; meta may come beside a text, too. */
export const isRich = ({ text, list, meta }: Part) =>
	Array.isArray(list) || (textOf(text) === null && isObject(meta));

function messageIn(message: Part): ConversationEvent['message'] {
	const text = textOf(message.text);
	const kind = text === null ? null : 'text';
	return {
		...nothingSaid.message,
		id: textOf(message.msgid),
		kind: isRich(message) ? 'rich' : kind,
		text,
	};
}

/** The scale is not documented, so the score is told out of nothing. */
function ratingIn({ rating, feedback }: Part): ConversationEvent['rating'] {
	const score = numberOf(rating);
	return {
		kind: score === null ? null : 'csat',
		score,
		outOf: null,
		comment: textOf(feedback),
	};
}
