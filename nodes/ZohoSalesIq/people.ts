import type { ConversationEvent } from '../shared/conversation';
import { byVisitor, nothingSaid } from '../shared/describing';
import { isObject, nameOf, partOf, textOf, wordOf } from '../shared/fields';
import type { Payload } from '../shared/webhook/source';
import { isRich } from './describeMessage';
import type { Part } from './entity';

/** Who is who in an event: the visitor, the owner of the conversation, and who did it. */

export const nameIn = ({ name, first_name: first, last_name: last, nick_name: nick }: Part) =>
	textOf(name) ?? nameOf(first, last) ?? textOf(nick);

/** Webhooks say `email_id` where the REST API says `email`. */
const emailIn = ({ email, email_id: emailId }: Part) => textOf(email) ?? textOf(emailId);

export const personIn = (person: Part) => ({
	id: textOf(person.id),
	name: nameIn(person),
	email: emailIn(person),
	phone: textOf(person.phone) ?? textOf(person.mobile),
});

/** SalesIQ writes "lead " with a trailing space. */
export function contactIn(visitor: Part): ConversationEvent['contact'] {
	const type = wordOf(visitor.type);
	const kind = type === 'lead' || type === 'contact' ? type : null;
	return { ...nothingSaid.contact, ...personIn(visitor), kind };
}

export function agentIn(
	payload: Payload,
	entity: Part,
	isSubject: boolean,
): ConversationEvent['agent'] {
	const agent = isSubject ? entity : partOf(entity.owner);
	const kind = kindIn(agent.type);
	return {
		id: textOf(agent.id) ?? (isSubject ? textOf(payload.entity_id) : null),
		name: nameIn(agent),
		email: emailIn(agent),
		kind: kind === 'bot' || kind === 'human' ? kind : null,
	};
}

/** Only SalesIQ's word tells a bot from a human. */
export function kindIn(type: unknown): ConversationEvent['actor']['kind'] {
	const said = wordOf(type);
	if (said === 'operator') return 'human';
	return said === 'bot' || said === 'visitor' || said === 'system' ? said : null;
}

interface Told {
	vendorEvent: string | null;
	entity: Part;
	contact: ConversationEvent['contact'];
	agent: ConversationEvent['agent'];
}

/** Who wrote, changed a visitor, picked up, started, rated or ended a conversation. */
export function actorIn({ vendorEvent, entity, contact, agent }: Told): ConversationEvent['actor'] {
	// Who edits or deletes a message need not have written it.
	if (vendorEvent === 'conversation.message.edited') return personOf(partOf(entity.edited_by));
	if (vendorEvent === 'conversation.message.deleted') return personOf(partOf(entity.deleted_by));
	const message = partOf(entity.message);
	if (isObject(message.sender) || isRich(message)) {
		const isOfVisitor = vendorEvent === 'conversation.visitor.replied';
		const sender = personOf(partOf(message.sender));
		if (isOfVisitor) return { ...sender, email: sender.email ?? contact.email, kind: 'visitor' };
		return { ...sender, kind: isRich(message) ? 'bot' : sender.kind };
	}
	if (isObject(entity.modifier)) return personOf(entity.modifier);
	switch (vendorEvent) {
		case 'conversation.created':
		case 'conversation.rated':
		case 'conversation.visitor.replied':
			return byVisitor(contact);
		case 'conversation.attender.updated':
			return agent;
		case 'conversation.completed':
			// Seen in deliveries, in which form is not known.
			return { ...personOf(partOf(entity.ended_by)), kind: kindIn(wordOrType(entity.ended_by)) };
		case 'department.created':
			return { ...nothingSaid.actor, id: textOf(entity.created_by), kind: 'human' };
		default:
			// Without its envelope, an event does not say its name.
			return vendorEvent === null && isRating(entity) ? byVisitor(contact) : nothingSaid.actor;
	}
}

const personOf = (person: Part): ConversationEvent['actor'] => ({
	id: textOf(person.id),
	name: nameIn(person),
	email: emailIn(person),
	kind: kindIn(person.type),
});

const wordOrType = (value: unknown) => (isObject(value) ? value.type : value);

const isRating = (entity: Part) => 'rating' in entity || 'feedback' in entity;
