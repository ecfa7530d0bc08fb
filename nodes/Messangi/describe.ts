import { createHash } from 'node:crypto';
import { channelOf } from '../shared/channel';
import type { ConversationEvent } from '../shared/conversation';
import { byVisitor, eventWith, nothingSaid } from '../shared/describing';
import { partOf, textOf, utcOf } from '../shared/fields';
import type { Payload } from '../shared/webhook/source';
import { extraIn, firstOf, messageIn } from './describeMessage';
import { catalogue, type Kind } from './events';
import { kindOf, kindsOf, phoneIn } from './kinds';
import { vendor } from './vendor';

/**
 * A Messangi payload in the one event. Accepts anything: a field of the wrong type becomes null.
 *
 * @param deliveryId for events without anything of their own to be recognized by
 */
export function describe(payload: Payload, deliveryId: string): ConversationEvent {
	const kind = kindOf(payload);
	const contact = contactIn(payload, kind);
	return eventWith({
		vendor: vendor.value,
		event: kind === undefined ? 'other' : catalogue[kind].event,
		vendorEvent: kind ?? null,
		deliveryId: ownIdOf(payload, kind) ?? deliveryId,
		occurredAt: kind === undefined ? null : dateOf(payload.date),
		inbox: inboxIn(payload, kind),
		conversation: conversationIn(payload, kind),
		contact,
		actor: actorOf(kind, contact),
		message: messageIn(payload, kind),
		change:
			kind === 'mt'
				? { what: 'messageStatus', from: null, to: textOf(payload.status) }
				: nothingSaid.change,
		payload,
	});
}

/** The examples are ISO 8601; the vendor's note on the format has a hyphen before the T. */
const dateOf = (date: unknown) =>
	utcOf(typeof date === 'string' ? date.replace(/^(\d{4}-\d{2}-\d{2})-T/, '$1T') : date);

/** A campaign, or the company's own number: short code, long code, or the word of a sender. */
function inboxIn(payload: Payload, kind: Kind | undefined): ConversationEvent['inbox'] {
	const inbox = (value: unknown, of: 'campaign' | 'number') => {
		const id = textOf(value);
		return { id, name: null, kind: id === null ? null : of };
	};
	switch (kind) {
		case 'mo':
			return inbox(payload.origin, 'number');
		case 'mt':
			return inbox(payload.from, 'number');
		case undefined:
			return nothingSaid.inbox;
		default:
			return inbox(payload.campaignId, 'campaign');
	}
}

/** A campaign belongs to many people, so its ID is not that of a conversation. */
function conversationIn(
	{ connection }: Payload,
	kind: Kind | undefined,
): ConversationEvent['conversation'] {
	const { conversation: nothing } = nothingSaid;
	// Delivery statuses are documented for SMS only, and name no channel.
	if (kind === 'mt') return { ...nothing, channel: 'sms' };
	const vendorChannel = kind === 'mo' ? textOf(connection) : null;
	return { ...nothing, channel: channelOf(vendorChannel), vendorChannel };
}

function contactIn(payload: Payload, kind: Kind | undefined): ConversationEvent['contact'] {
	const { contact: nothing } = nothingSaid;
	if (kind === undefined) return nothing;
	const phone = textOf(phoneIn(payload));
	if (kind !== 'mo') return { ...nothing, phone };
	const whatsApp = firstOf(extraIn(payload).contacts);
	return {
		...nothing,
		phone,
		externalId: textOf(whatsApp.wa_id),
		name: textOf(partOf(whatsApp.profile).name),
	};
}

function actorOf(
	kind: Kind | undefined,
	contact: ConversationEvent['contact'],
): ConversationEvent['actor'] {
	if (kind === undefined) return nothingSaid.actor;
	// The receiver's network reports it.
	return kind === 'mt' ? { ...nothingSaid.actor, kind: 'system' } : byVisitor(contact);
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
