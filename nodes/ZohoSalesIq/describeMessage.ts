import type { ConversationEvent } from '../shared/conversation';
import { directionOf, nothingSaid } from '../shared/describing';
import { isObject, listOf, textOf } from '../shared/fields';
import type { Part } from './entity';

/** Messages of bots have a list or meta instead of a text; meta may also come with a text. */
export const isRich = ({ text, list, meta }: Part) =>
	Array.isArray(list) || (textOf(text) === null && isObject(meta));

export function messageIn(
	message: Part,
	event: ConversationEvent['event'],
): ConversationEvent['message'] {
	const text = textIn(message);
	const kind = text === null ? null : 'text';
	return {
		...nothingSaid.message,
		id: textOf(message.msgid),
		kind: isRich(message) ? 'rich' : kind,
		direction: directionOf(event),
		text,
	};
}

/** The text of a message; the texts of a bot's list in lines. */
export function textIn({ text, list }: Part): string | null {
	return textOf(text) ?? (listOf(list).map(textOf).filter(Boolean).join('\n') || null);
}
