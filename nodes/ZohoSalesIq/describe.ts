import { createHash } from 'node:crypto';
import { nothingSaid, type ConversationEvent } from '../shared/conversation';
import { isObject, numberOf, textOf } from '../shared/fields';
import type { Payload } from '../shared/webhook/source';
import { entryOf } from './events';

type Part = Record<string, unknown>;

const partOf = (value: unknown): Part => (isObject(value) ? value : {});

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
	const isAbout = (subject: string) => vendorEvent?.startsWith(`${subject}.`) ?? false;
	const conversationId =
		isAbout('visitor') || isAbout('operator') || isAbout('department')
			? null
			: (textOf(entity.id) ?? (isAbout('conversation') ? textOf(payload.entity_id) : null));
	return {
		vendor: 'zohoSalesIq',
		event: commonEventOf(vendorEvent, entity),
		vendorEvent,
		deliveryId: deliveryIdOf(payload, entity),
		occurredAt: timeOf(payload.event_time),
		conversation: {
			...nothingSaid.conversation,
			id: conversationId,
			channel: textOf(partOf(entity.visitor).channel)?.toLowerCase() ?? null,
		},
		contact: isAbout('visitor') ? personIn(entity) : personIn(partOf(entity.visitor)),
		agent: agentIn(payload, entity, isAbout('operator')),
		message: messageIn(partOf(entity.message)),
		rating: ratingIn(entity),
		payload,
	};
}

/** A lead that becomes a contact is a contact captured. */
function commonEventOf(vendorEvent: string | null, entity: Part): ConversationEvent['event'] {
	if (vendorEvent === 'visitor.updated' && isObject(entity.lead)) return 'contact.captured';
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
	if (parts.some((part) => part !== null)) return parts.map((part) => part ?? '').join('|');
	const same = JSON.stringify({ ...payload, attempt: undefined });
	return createHash('sha256').update(same).digest('hex');
}

/** Milliseconds since 1970, as number or text, as ISO 8601 in UTC. */
function timeOf(value: unknown): string | null {
	const ms = /^\d{1,15}$/.test(textOf(value) ?? '') ? new Date(Number(value)) : undefined;
	return ms && !Number.isNaN(ms.getTime()) ? ms.toISOString() : null;
}

const nameIn = ({ name, first_name: first, last_name: last }: Part): string | null =>
	textOf(name) ?? ([first, last].map(textOf).filter(Boolean).join(' ') || null);

/** Webhooks say `email_id` where the REST API says `email`. */
const emailIn = ({ email, email_id: emailId }: Part) => textOf(email) ?? textOf(emailId);

const personIn = (person: Part) => ({
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

/** Messages of bots have a list or meta instead of a text. */
function messageIn(message: Part): ConversationEvent['message'] {
	const text = textOf(message.text);
	const isRich = message.list !== undefined || message.meta !== undefined;
	const kind = text === null ? null : 'text';
	return {
		...nothingSaid.message,
		id: textOf(message.msgid),
		kind: isRich ? 'rich' : kind,
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
