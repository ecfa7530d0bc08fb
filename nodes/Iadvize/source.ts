import { isObject } from '../shared/fields';
import { readJson } from '../shared/json';
import { elementId } from '../shared/webhook/deliveryId';
import type { Delivery, Payload, Reading, WebhookSource } from '../shared/webhook/source';
import { hmacSha256Hex } from '../shared/webhook/verify';
import { describe } from './describe';

// Documented so. Anything else is a stranger's words, and they may be a secret that strayed.
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** How an iAdvize delivery is proved genuine, read and told (docs.iadvize.dev, webhooks). */
export const iadvizeSource: WebhookSource = {
	// An event is one flat object of some 500 bytes; room for a batch, none for a flood.
	maxBodyBytes: 1024 * 1024,

	shownHeaders: ['x-iadvize-delivery', 'x-iadvize-correlationid', 'content-type', 'user-agent'],

	deliveryName: ({ headers }) => UUID.exec(headers['x-iadvize-delivery'] ?? '')?.[0],

	authenticate: ({ body, headers }, secrets) =>
		hmacSha256Hex({
			body,
			signature: headers['x-iadvize-signature'],
			// The vendor's sample reads the name of the hash from the header; only this one is safe.
			prefix: 'sha256=',
			secrets,
		}),

	read(delivery): Reading {
		if (delivery.body.length === 0) return { unreadable: 'The body is empty' };
		try {
			return readingOf(readJson(delivery.body));
		} catch {
			return { unreadable: whyNoJson(delivery) };
		}
	},

	describe: (payload, delivery, index) => describe(payload, deliveryIdOf(payload, delivery, index)),
};

/** One event a call is documented; a list is never mentioned, and taken all the same. */
function readingOf(value: unknown): Reading {
	const payloads: unknown[] = Array.isArray(value) ? value : [value];
	if (!payloads.every(isObject)) return { unreadable: 'An event must be a JSON object' };
	return { payloads };
}

function whyNoJson({ headers }: Delivery): string {
	return (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')
		? 'The body is form-encoded: choose application/json for this webhook at iAdvize'
		: 'The body is not valid JSON';
}

/** The event's own ID; failing that the correlation ID, which retries share, or the bytes themselves. */
function deliveryIdOf({ eventId }: Payload, delivery: Delivery, index: number): string {
	if (typeof eventId === 'string' && eventId !== '') return eventId;
	return elementId(delivery, index, delivery.headers['x-iadvize-correlationid']);
}
