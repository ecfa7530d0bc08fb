import { channelOf } from '../shared/channel';
import type { ConversationEvent } from '../shared/conversation';
import { labelOf, nothingSaid } from '../shared/describing';
import { isObject, listOf, partOf, textOf, wordOf } from '../shared/fields';
import type { Payload } from '../shared/webhook/source';
import { botIdIn, dateOf, detailsIn, typeIn, type Part } from './payload';
import { personOf } from './people';
import { variablesIn } from './variables';

/** Where an event came in, the status of its conversation, and what changed. */

/** Only a conversation that starts names its bot. */
export function inboxIn(payload: Payload): ConversationEvent['inbox'] {
	const id = botIdIn(payload);
	return { id, name: variableOf(payload, 'bot_name'), kind: id === null ? null : 'bot' };
}

/** A variable that describes the conversation as it starts. */
function variableOf(payload: Payload, name: string): string | null {
	if (typeIn(payload) !== 'conversation_create') return null;
	return textOf(variablesIn(payload).find((variable) => variable.name === name)?.value);
}

export function conversationIn(payload: Payload): ConversationEvent['conversation'] {
	const { title, created_at: createdAt } = detailsIn(payload);
	const isStart = typeIn(payload) === 'conversation_create';
	const status = statusIn(payload);
	const vendorChannel = variableOf(payload, 'global_channel_name');
	return {
		id: textOf(partOf(payload.conversation).key),
		channel: channelOf(vendorChannel),
		vendorChannel,
		url: variableOf(payload, 'conversation_url'),
		status,
		subject: isStart ? textOf(title) : null,
		startedAt: isStart ? dateOf(createdAt) : null,
		endedAt: status === 'closed' && !isStart ? dateOf(payload.timestamp) : null,
	};
}

export function statusIn(payload: Payload): 'open' | 'closed' | null {
	const { status, is_closed: isClosed } = detailsIn(payload);
	switch (typeIn(payload)) {
		case 'status':
			return statusOf(status);
		case 'conversation_create':
			return isClosed === 0 ? 'open' : isClosed === 1 ? 'closed' : null;
		default:
			return null;
	}
}

/** Only "Close" is documented; the word for opening again is not. */
function statusOf(status: unknown): 'open' | 'closed' | null {
	const word = wordOf(status) ?? '';
	if (['close', 'closed'].includes(word)) return 'closed';
	return ['open', 'reopen', 'reopened'].includes(word) ? 'open' : null;
}

export function changeOf(type: string | null, details: Part): ConversationEvent['change'] {
	switch (type) {
		case 'assignee_change':
			return { what: 'assignee', from: assigneeOf(details.from), to: assigneeOf(details.to) };
		case 'status':
			return { what: 'status', from: null, to: textOf(details.status) };
		case 'conversation_labels':
			return labelChange(details);
		default:
			return nothingSaid.change;
	}
}

const assigneeOf = (actor: unknown) => labelOf(personOf(actor));

/** Labels come by ID only. Of the words for what happened to them, only "deleted" is documented. */
function labelChange({ action, labels }: Part): ConversationEvent['change'] {
	const word = textOf(action)?.toLowerCase() ?? '';
	const ids = listOf(labels)
		.filter(isObject)
		.map(({ id }) => textOf(id));
	const label = ids.filter(Boolean).join(', ') || null;
	const isRemoved = /delet|remov|detach/.test(word);
	const isAdded = /creat|add|attach/.test(word) && !isRemoved;
	return { what: 'label', from: isRemoved ? label : null, to: isAdded ? label : null };
}
