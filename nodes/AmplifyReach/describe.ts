import { nothingSaid, type ConversationEvent } from '../shared/conversation';
import { textOf } from '../shared/fields';
import type { Payload } from '../shared/webhook/source';
import { catalogue, dataIn, kindOf, typeIn } from './events';
import { plainText } from './transcript';

/**
 * An AmplifyReach payload in the one event. Takes anything: a field of the wrong type is told as
 * null. No time and no ID are ever sent.
 */
export function describe(payload: Payload, deliveryId: string): ConversationEvent {
	const kind = kindOf(payload);
	const { name, email, phone, chat_transcript: transcript } = dataIn(payload);
	return {
		...nothingSaid,
		vendor: 'amplifyReach',
		event: kind === undefined ? 'other' : catalogue[kind].event,
		vendorEvent: typeIn(payload),
		deliveryId,
		occurredAt: null,
		contact:
			kind === 'contact'
				? { id: null, name: textOf(name), email: textOf(email), phone: textOf(phone) }
				: nothingSaid.contact,
		message:
			kind === 'transcript'
				? { ...nothingSaid.message, kind: 'transcript', text: plainText(transcript) }
				: nothingSaid.message,
		payload,
	};
}
