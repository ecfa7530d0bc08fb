import type { CommonEvent, ConversationEvent } from '../shared/conversation';
import { directionOf, nothingSaid } from '../shared/describing';
import { isObject, listOf, partOf, textOf } from '../shared/fields';
import type { Payload } from '../shared/webhook/source';
import { messageIn, type Part } from './payload';
import { variablesIn } from './variables';

type Message = ConversationEvent['message'];

export const noteIn = ({ note }: Part): Message => ({
	...nothingSaid.message,
	kind: 'note',
	text: textOf(note),
});

/** Only type `text` has its text next to the type; every other has a payload. */
export function messageOf(payload: Payload, event: CommonEvent): Message {
	const message = messageIn(payload);
	const content = partOf(message.payload);
	const texts = [message.text, content.body, content.text, content.message, content.title];
	const text = texts.map(textOf).find((one) => one !== null);
	const kind = textOf(message.type);
	const attachments = filesIn(content);
	const isAnswer = kind?.endsWith('.response') && attachments.length === 0;
	return {
		id: null,
		kind,
		direction: directionOf(event),
		text: text ?? (isAnswer ? answersIn(payload, content) : null),
		attachments,
	};
}

/**
 * Replies to forms, appointments, Calendly and scripts contain facts instead of a text: a line
 * each.
 */
function answersIn(payload: Payload, content: Part): string | null {
	const own = Object.entries(content);
	const variables = variablesIn(payload).map(({ label, name, value }) => [label ?? name, value]);
	const lines = [...own, ...variables].flatMap(([name, value]) => {
		const text = typeof value === 'boolean' ? String(value) : textOf(value);
		return text === null ? [] : [`${String(name)}: ${text}`];
	});
	return lines.join('\n') || null;
}

/** A file, the reply to a file upload, which nests one level deeper, or the pictures of a carousel. */
function filesIn(content: Part): Message['attachments'] {
	const pictures = listOf(content.items).filter(isObject);
	return [content, partOf(content.payload), ...pictures].flatMap((file) => {
		const url = textOf(file.link) ?? textOf(file.image);
		if (url === null) return [];
		return [{ url, name: textOf(file.file_name), type: textOf(file.mime_type) }];
	});
}
