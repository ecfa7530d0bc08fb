import type { Payload } from '../shared/webhook/source';
import type { Kind } from './events';

const isGiven = (value: unknown) => value !== undefined && value !== null && value !== '';

/**
 * What a payload is; undefined for what a user designed. Users add keys to the body of a chatbot, so
 * the order of the questions matters. One page of the vendor sends an answer and an option together:
 * that is an answer.
 */
export function kindOf(payload: Payload): Kind | undefined {
	return kindsOf(payload)[0];
}

/** All that a payload is; if only options are selected, an answer with one passes. */
export function kindsOf(payload: Payload): Kind[] {
	const has = (...names: string[]) => names.some((name) => name in payload);
	if (has('campaignId') && has('label')) return chatbotKinds(payload);
	const isMo =
		has('user') && has('text', 'extraInfo') && has('origin', 'processId', 'connection', 'owner');
	if (isMo) return ['mo'];
	return has('status') && has('to') && has('from', 'message') ? ['mt'] : [];
}

/** Empty keys next to filled ones say nothing; if all are empty, their names decide. */
function chatbotKinds(payload: Payload): Kind[] {
	const kindsWith = (isThere: (name: string) => boolean): Kind[] => [
		...(isThere('response') ? (['chatbot.response'] as const) : []),
		...(isThere('option') || isThere('keyword') ? (['chatbot.option'] as const) : []),
	];
	const filled = kindsWith((name) => isGiven(payload[name]));
	return filled.length > 0 ? filled : kindsWith((name) => name in payload);
}

/** The person on the other side, by number, whichever way the payload came. */
export function phoneIn(payload: Payload): unknown {
	switch (kindOf(payload)) {
		case 'mo':
			return payload.user;
		case 'mt':
			return payload.to;
		default:
			return payload.phoneNumber;
	}
}
