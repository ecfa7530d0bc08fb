import { createHash } from 'node:crypto';
import type { CommonEvent, ConversationEvent } from '../shared/conversation';
import { eventWith, nothingSaid } from '../shared/describing';
import { partOf, textOf } from '../shared/fields';
import { entryIn } from '../shared/webhook/catalogue';
import type { Payload } from '../shared/webhook/source';
import { contactFacts } from './contact';
import { messageOf, noteIn } from './describeMessage';
import { catalogue } from './events';
import { changeOf, conversationIn, inboxIn, statusIn } from './facts';
import { dateOf, detailsIn, messageIn, typeIn } from './payload';
import { actorOf, agentOf, roleOf } from './people';
import { isOfContact, variablesIn, type Variable } from './variables';
import { vendor } from './vendor';

/** The one event, and the variables of this vendor under both of their names. */
export type SwiftsellEvent = ConversationEvent & { variables: Variable[] };

/**
 * An element of `events` in the one event. Accepts anything: a field of the wrong type becomes
 * null.
 */
export function describe(payload: Payload): SwiftsellEvent {
	const type = typeIn(payload);
	const details = detailsIn(payload);
	const event = commonEventOf(payload);
	const messageType = textOf(messageIn(payload).type);
	const contact = {
		...nothingSaid.contact,
		id: textOf(partOf(payload.visitor).key),
		...contactFacts(payload),
	};
	const told = eventWith({
		vendor: vendor.value,
		event,
		vendorEvent: messageType === null ? type : `message/${messageType}`,
		deliveryId: createHash('sha256').update(JSON.stringify(payload)).digest('hex'),
		occurredAt: dateOf(payload.timestamp),
		inbox: inboxIn(payload),
		conversation: conversationIn(payload),
		contact,
		agent: agentOf(type, details),
		actor: actorOf(type, details, contact),
		message: type === 'note' ? noteIn(details) : messageOf(payload, event),
		change: changeOf(type, details),
		payload,
	});
	return Object.assign(told, { variables: variablesIn(payload) });
}

const statusEvents = {
	closed: 'conversation.closed',
	open: 'conversation.reopened',
	other: 'other',
} as const;

/** A message by someone Swiftsell does not document has no known direction. */
function messageEventOf(by: string | null): CommonEvent {
	if (by === 'visitor') return 'message.received';
	return by === 'user' || by === 'bot' ? 'message.sent' : 'other';
}

function commonEventOf(payload: Payload): CommonEvent {
	const type = typeIn(payload);
	const details = detailsIn(payload);
	if (type === 'message') return messageEventOf(roleOf(details.message_by));
	if (type === 'status') return statusEvents[statusIn(payload) ?? 'other'];
	if (type === 'variables') {
		const variables = variablesIn(payload);
		const isContact = variables.length > 0 && variables.every(isOfContact);
		return isContact ? 'contact.updated' : 'conversation.updated';
	}
	return entryIn(catalogue, type)?.event ?? 'other';
}
