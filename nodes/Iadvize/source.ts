import { textOf } from '../shared/fields';
import { elementId } from '../shared/webhook/deliveryId';
import { readObjects } from '../shared/webhook/readObjects';
import type { Delivery, Payload, WebhookSource } from '../shared/webhook/source';
import { hmacSha256Hex } from '../shared/webhook/verify';
import { describe } from './describe';
import { passes, type Filters } from './filters';

// As documented. Anything else is a stranger's text, and may be a misplaced secret.
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** How an iAdvize delivery is proved genuine, read and output (docs.iadvize.dev, webhooks). */
export const iadvizeSource: WebhookSource<string, Filters> = {
	// An event is one flat object of about 500 bytes; room for a batch, none for a flood.
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

	// One event a call is documented; a list is never mentioned, but accepted anyway.
	read: (delivery) =>
		readObjects(delivery, () => ({
			unreadable: 'The body is form-encoded: choose application/json for this webhook in iAdvize',
		})),

	namesOf: ({ eventType }) => [textOf(eventType) ?? []].flat(),

	passes,

	describe: (payload, delivery, index) => describe(payload, deliveryIdOf(payload, delivery, index)),
};

/** The event's own ID; failing that the correlation ID, which retries share, or the bytes themselves. */
function deliveryIdOf({ eventId }: Payload, delivery: Delivery, index: number): string {
	if (typeof eventId === 'string' && eventId !== '') return eventId;
	return elementId(delivery, index, delivery.headers['x-iadvize-correlationid']);
}
