import { createHash } from 'node:crypto';
import { nothingSaid, type ConversationEvent } from '../shared/conversation';
import { isObject, textOf, utcOf } from '../shared/fields';
import type { Payload } from '../shared/webhook/source';
import { catalogue, type Kind } from './events';
import { kindOf, kindsOf, phoneIn } from './kinds';

/**
 * A Messangi payload in the one event. Takes anything: a field of the wrong type is told as null.
 *
 * @param deliveryId for what has nothing of its own to be recognised by
 */
export function describe(payload: Payload, deliveryId: string): ConversationEvent {
	const kind = kindOf(payload);
	return {
		vendor: 'messangi',
		event: kind === undefined ? 'other' : catalogue[kind].event,
		vendorEvent: kind ?? null,
		deliveryId: ownIdOf(payload, kind) ?? deliveryId,
		occurredAt: kind === undefined ? null : utcOf(payload.date),
		conversation: {
			...nothingSaid.conversation,
			// A campaign is many people's, so its ID is not that of a conversation.
			channel: kind === 'mo' ? (textOf(payload.connection)?.toLowerCase() ?? null) : null,
		},
		contact: {
			...nothingSaid.contact,
			name: kind === 'mo' ? nameIn(payload) : null,
			phone: kind === undefined ? null : textOf(phoneIn(payload)),
		},
		agent: nothingSaid.agent,
		message: messageIn(payload, kind),
		rating: nothingSaid.rating,
		payload,
	};
}

function messageIn(payload: Payload, kind: Kind | undefined): ConversationEvent['message'] {
	const { id, text, message, response, option, keyword } = payload;
	const { message: nothing } = nothingSaid;
	switch (kind) {
		case 'chatbot.response':
			return { ...nothing, kind: 'text', text: textOf(response) };
		case 'chatbot.option':
			return { ...nothing, kind: 'option', text: textOf(option) ?? textOf(keyword) };
		case 'mo':
			return {
				id: textOf(id),
				kind: 'text',
				text: textOf(text),
				attachment: attachmentIn(payload),
			};
		case 'mt':
			return { ...nothing, id: textOf(id), kind: 'status', text: textOf(message) };
		default:
			return nothing;
	}
}

const firstOf = (value: unknown): Record<string, unknown> => {
	const first: unknown = Array.isArray(value) ? value[0] : undefined;
	return isObject(first) ? first : {};
};

const extraIn = ({ extraInfo }: Payload) => (isObject(extraInfo) ? extraInfo : {});

const attachmentIn = (payload: Payload) => textOf(firstOf(extraIn(payload).attachments).url);

/** The name that a user of WhatsApp has there. */
function nameIn(payload: Payload): string | null {
	const { profile } = firstOf(extraIn(payload).contacts);
	return isObject(profile) ? textOf(profile.name) : null;
}

/**
 * What a retry has in common with the first attempt; undefined when it is not enough to tell two
 * people's events apart. No ID of an event is documented for chatbots.
 */
function ownIdOf(payload: Payload, kind: Kind | undefined): string | undefined {
	const { id, date, status, campaignId, label, phoneNumber } = payload;
	if (kind === 'mo') return joined('mo', id, date);
	if (kind === 'mt') return joined('mt', id, status);
	if (kind === undefined || textOf(phoneNumber) === null || textOf(date) === null) return undefined;
	const names = kindsOf(payload).flatMap((one) =>
		one === 'chatbot.response' ? ['response'] : ['option', 'keyword'],
	);
	const answer = names.map((name) => payload[name]);
	const parts = [campaignId, label, phoneNumber, date, ...answer];
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

function joined(kind: string, id: unknown, other: unknown): string | undefined {
	const texts = [textOf(id), textOf(other)];
	return texts.includes(null) ? undefined : [kind, ...texts].join('|');
}
