import type { ConversationEvent } from '../shared/conversation';
import { nothingSaid } from '../shared/describing';
import { isObject, listOf, partOf, textOf } from '../shared/fields';
import type { Payload } from '../shared/webhook/source';
import type { Kind } from './events';

export function messageIn(payload: Payload, kind: Kind | undefined): ConversationEvent['message'] {
	const { id, text, message, response, option, keyword } = payload;
	const inbound = { ...nothingSaid.message, direction: 'inbound' } as const;
	switch (kind) {
		case 'chatbot.response':
			return { ...inbound, kind: 'text', text: textOf(response) };
		case 'chatbot.option':
			return { ...inbound, kind: 'option', text: textOf(option) ?? textOf(keyword) };
		case 'mo':
			return {
				...inbound,
				id: textOf(id),
				kind: textOf(extraIn(payload).type) ?? 'text',
				text: textOf(text) ?? captionIn(payload),
				attachments: filesIn(payload).map(({ url, fileName }) => ({
					url: textOf(url),
					name: textOf(fileName),
					type: null,
				})),
			};
		case 'mt':
			return {
				...nothingSaid.message,
				id: textOf(id),
				kind: 'status',
				direction: 'outbound',
				text: textOf(message),
			};
		default:
			return nothingSaid.message;
	}
}

export const firstOf = (value: unknown) => partOf(listOf(value)[0]);

export const extraIn = ({ extraInfo }: Payload) => partOf(extraInfo);

const filesIn = (payload: Payload) => listOf(extraIn(payload).attachments).filter(isObject);

/** What was written under the pictures, a line each. */
const captionIn = (payload: Payload) =>
	filesIn(payload)
		.map(({ caption }) => textOf(caption))
		.filter(Boolean)
		.join('\n') || null;
