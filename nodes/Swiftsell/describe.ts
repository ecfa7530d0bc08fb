import { createHash } from 'node:crypto';
import { nothingSaid, type CommonEvent, type ConversationEvent } from '../shared/conversation';
import { isObject, partOf, textOf } from '../shared/fields';
import type { Payload } from '../shared/webhook/source';
import { contactFacts } from './contact';
import { catalogue } from './events';
import { dateOf, detailsIn, messageIn, typeIn, type Part } from './payload';
import { isOfContact, variablesIn, type Variable } from './variables';

/** The one event, and the variables of this vendor under both of their names. */
export type SwiftsellEvent = ConversationEvent & { variables: Variable[] };

/** An element of `events` in the one event. Takes anything: a field of the wrong type is told as null. */
export function describe(payload: Payload): SwiftsellEvent {
	const type = typeIn(payload);
	const details = detailsIn(payload);
	const messageType = textOf(messageIn(payload).type);
	return {
		vendor: 'swiftsell',
		event: commonEventOf(payload),
		vendorEvent: messageType === null ? type : `message/${messageType}`,
		deliveryId: createHash('sha256').update(JSON.stringify(payload)).digest('hex'),
		occurredAt: dateOf(payload.timestamp),
		conversation: conversationIn(payload),
		contact: { id: textOf(partOf(payload.visitor).key), ...contactFacts(payload) },
		agent: agentOf(actorIn(type, details)),
		message: type === 'note' ? noteIn(details) : messageOf(messageIn(payload)),
		rating: nothingSaid.rating,
		payload,
		variables: variablesIn(payload),
	};
}

/** The catalogue's entry of a type; a name such as `constructor` has none. */
export function entryOf(type: string | null) {
	return type !== null && Object.hasOwn(catalogue, type) ? catalogue[type] : undefined;
}

function commonEventOf(payload: Payload): CommonEvent {
	const type = typeIn(payload);
	const details = detailsIn(payload);
	if (type === 'message') {
		return partOf(details.message_by).type === 'visitor' ? 'message.received' : 'message.sent';
	}
	if (type === 'status') return statusEventOf(details.status);
	if (type === 'variables') {
		const variables = variablesIn(payload);
		const isContact = variables.length > 0 && variables.every(isOfContact);
		return isContact ? 'contact.updated' : 'conversation.updated';
	}
	return entryOf(type)?.event ?? 'other';
}

/** Only "Close" is documented; the word for opening again is not. */
function statusEventOf(status: unknown): CommonEvent {
	const word = textOf(status)?.trim().toLowerCase() ?? '';
	if (['close', 'closed'].includes(word)) return 'conversation.closed';
	return ['open', 'reopen', 'reopened'].includes(word) ? 'conversation.reopened' : 'other';
}

function conversationIn(payload: Payload): ConversationEvent['conversation'] {
	const variables = typeIn(payload) === 'conversation_create' ? variablesIn(payload) : [];
	const valueOf = (name: string) =>
		textOf(variables.find((variable) => variable.name === name)?.value);
	return {
		id: textOf(partOf(payload.conversation).key),
		channel: valueOf('global_channel_name')?.toLowerCase() ?? null,
		url: valueOf('conversation_url'),
	};
}

/** Who acted, or who it is now with; for a status any actor, as only the one of closing is documented. */
function actorIn(type: string | null, details: Part): Part {
	switch (type) {
		case 'conversation_create':
			return partOf(details.assigned_to_user);
		case 'assignee_change':
			return partOf(details.to);
		case 'message':
			return partOf(details.message_by);
		case 'note':
			return partOf(details.note_by);
		case 'status':
			return partOf(details.closed_by ?? Object.values(details).find(isObject));
		default:
			return partOf(details.action_performed_by);
	}
}

/** Swiftsell's `user` is a human; a visitor is no agent; an ID of null or "" means unknown. */
function agentOf({ type, id, email }: Part): ConversationEvent['agent'] {
	if (type !== 'user' && type !== 'bot') return nothingSaid.agent;
	return {
		id: textOf(id),
		name: null,
		email: textOf(email),
		kind: type === 'bot' ? 'bot' : 'human',
	};
}

const noteIn = ({ note }: Part): ConversationEvent['message'] => ({
	...nothingSaid.message,
	kind: 'note',
	text: textOf(note),
});

/** Only type `text` has its text beside the type; every other has a payload. */
function messageOf(message: Part): ConversationEvent['message'] {
	const payload = partOf(message.payload);
	const texts = [message.text, payload.body, payload.text, payload.message, payload.title];
	return {
		id: null,
		kind: textOf(message.type),
		text: texts.map(textOf).find((text) => text !== null) ?? null,
		// The reply to a file upload nests one level deeper.
		attachment: textOf(payload.link) ?? textOf(partOf(payload.payload).link),
	};
}
