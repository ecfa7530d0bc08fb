import { isObject } from '../shared/fields';
import { NestsTooDeeply, readJson } from '../shared/json';
import { elementId } from '../shared/webhook/deliveryId';
import { proofVerdict } from '../shared/webhook/ownProof';
import type { Delivery, Reading, WebhookSource } from '../shared/webhook/source';
import { describe } from './describe';

/**
 * How a delivery of the dashboard's webhook is proved genuine, read and told (help.amplifyreach.com,
 * setting up webhooks). The form has no field for a secret, so the address carries one.
 */
export const amplifyReachSource: WebhookSource = {
	// A transcript of a whole day, or a list of events.
	maxBodyBytes: 16 * 1024 * 1024,

	shownHeaders: ['content-type', 'user-agent'],

	// AmplifyReach names no delivery.
	deliveryName: () => undefined,

	authenticate: (delivery, secrets) =>
		proofVerdict({ where: 'query', headerName: '' }, delivery, secrets),

	read,

	// Two visitors who leave the same details have the same one: nothing tells them apart.
	describe: (payload, delivery, index) => describe(payload, elementId(delivery, index)),
};

/** One event a call is documented; a list is read element by element. */
function read({ body }: Delivery): Reading {
	if (body.length === 0) return { unreadable: 'The body is empty' };
	try {
		const value = readJson(body);
		const elements: unknown[] = Array.isArray(value) ? value : [value];
		const payloads = elements.filter(isObject);
		if (payloads.length === 0) return { unreadable: 'An event must be a JSON object' };
		const count = elements.length - payloads.length;
		const odd = `${count} of ${elements.length} elements are no JSON objects`;
		return { payloads, ...(count > 0 && { odd }) };
	} catch (error) {
		const isDeep = error instanceof NestsTooDeeply;
		return { unreadable: isDeep ? error.message : 'The body is not valid JSON' };
	}
}
