import type { CompletedEvent } from '../shared/completedEvent';
import type { ConversationEvent } from '../shared/conversation';
import { eventWith, nothingSaid } from '../shared/describing';
import { textOf } from '../shared/fields';
import type { Payload } from '../shared/webhook/source';
import { catalogue, dataIn, kindOf, typeIn, type Kind } from './events';
import { linesIn } from './transcript';
import { vendor } from './vendor';

/** The one event, and what was said when a chat was closed. */
export type AmplifyReachEvent = ConversationEvent & Pick<CompletedEvent, 'transcript'>;

/**
 * An AmplifyReach payload in the one event. Accepts anything: a field of the wrong type becomes
 * null. No time and no ID are ever sent.
 */
export function describe(payload: Payload, deliveryId: string): AmplifyReachEvent {
	const kind = kindOf(payload);
	const { chat_transcript: transcript } = dataIn(payload);
	const told = eventWith({
		vendor: vendor.value,
		event: kind === undefined ? 'other' : catalogue[kind].event,
		vendorEvent: typeIn(payload),
		deliveryId,
		occurredAt: null,
		conversation: {
			...nothingSaid.conversation,
			status: kind === 'transcript' ? 'closed' : null,
		},
		contact: contactIn(payload, kind),
		payload,
	});
	const lines = kind === 'transcript' ? linesIn(transcript).map(lineOf) : [];
	return Object.assign(told, { transcript: lines });
}

function contactIn(payload: Payload, kind: Kind | undefined): ConversationEvent['contact'] {
	if (kind !== 'contact') return nothingSaid.contact;
	const { name, email, phone } = dataIn(payload);
	return {
		...nothingSaid.contact,
		name: textOf(name),
		email: textOf(email),
		phone: textOf(phone),
	};
}

/**
 * "Agent: " before a line may have been written by the visitor, so it does not make anyone the
 * author.
 */
const lineOf = (text: string) => ({ at: null, from: null, name: null, text });
