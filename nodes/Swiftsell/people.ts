import type { ConversationEvent } from '../shared/conversation';
import { byVisitor, nothingSaid } from '../shared/describing';
import { isObject, onlyOf, partOf, textOf, wordOf } from '../shared/fields';
import type { Part } from './payload';

/** Who has the conversation, as its start and each new assignee say. */
export function agentOf(
	type: string | null,
	{ assigned_to_user: first, to }: Part,
): ConversationEvent['agent'] {
	const actor = type === 'conversation_create' ? first : type === 'assignee_change' ? to : null;
	const { kind, ...person } = personOf(actor);
	return kind === 'human' || kind === 'bot' ? { ...person, kind } : nothingSaid.agent;
}

export function actorOf(
	type: string | null,
	details: Part,
	contact: ConversationEvent['contact'],
): ConversationEvent['actor'] {
	const actor = actorIn(type, details);
	return roleOf(actor) === 'visitor' ? byVisitor(contact) : personOf(actor);
}

/** For a status any actor, as only the one of closing is documented. */
function actorIn(type: string | null, details: Part): unknown {
	switch (type) {
		case 'assignee_change':
			return details.changed_by;
		case 'message':
			return details.message_by;
		case 'note':
			return details.note_by;
		case 'status':
			return details.closed_by ?? Object.values(details).find(isObject);
		default:
			return details.action_performed_by;
	}
}

/** The word for an actor in lower case; `user`, `bot` and `visitor` are documented. */
export const roleOf = (actor: unknown): string | null => wordOf(partOf(onlyOf(actor)).type);

/** Swiftsell's `user` is a human; an ID of null or "" means unknown. */
export function personOf(actor: unknown): ConversationEvent['actor'] {
	const role = roleOf(actor);
	if (role !== 'user' && role !== 'bot') return nothingSaid.actor;
	const { id, email } = partOf(onlyOf(actor));
	return {
		id: textOf(id),
		name: null,
		email: textOf(email),
		kind: role === 'bot' ? 'bot' : 'human',
	};
}
