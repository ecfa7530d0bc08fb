import { isObject } from '../shared/fields';
import { NestsTooDeeply, readJson } from '../shared/json';
import { elementId } from '../shared/webhook/deliveryId';
import { proofVerdict, type ProofPlace } from '../shared/webhook/ownProof';
import type { Delivery, Reading, WebhookSource } from '../shared/webhook/source';
import { describe } from './describe';

/** How a Messangi delivery is proved genuine, read and told (docs.messangi.com, webhooks, callbacks). */
export const messangiSource = (place: ProofPlace): WebhookSource => ({
	// An event is a flat object; room for what users add to it, and for a list.
	maxBodyBytes: 16 * 1024 * 1024,

	shownHeaders: ['content-type', 'user-agent'].filter((name) => name !== place.headerName),

	// Messangi names no delivery.
	deliveryName: () => undefined,

	authenticate: (delivery, secrets) => proofVerdict(place, delivery, secrets),

	read,

	describe: (payload, delivery, index) => describe(payload, elementId(delivery, index)),
});

/** One object a call is documented; a list is read element by element, and so is an old form. */
function read({ body, headers }: Delivery): Reading {
	if (body.length === 0) return { unreadable: 'The body is empty' };
	try {
		return readingOf(readJson(body));
	} catch (error) {
		if (error instanceof NestsTooDeeply) return { unreadable: error.message };
	}
	// The callback of the old platform; JSON under the wrong content type has been read by now.
	const isForm = (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
	if (!isForm) return { unreadable: 'The body is not valid JSON' };
	return { payloads: [Object.fromEntries(new URLSearchParams(body.toString('utf8')))] };
}

function readingOf(value: unknown): Reading {
	const elements: unknown[] = Array.isArray(value) ? value : [value];
	const payloads = elements.filter(isObject);
	if (payloads.length === 0 && elements.length > 0) {
		return { unreadable: 'An event must be a JSON object' };
	}
	const count = elements.length - payloads.length;
	const odd = `${count} of ${elements.length} elements are no JSON objects`;
	return { payloads, ...(count > 0 && { odd }) };
}
