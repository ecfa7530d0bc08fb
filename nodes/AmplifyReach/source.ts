import { elementId } from '../shared/webhook/deliveryId';
import { proofVerdict } from '../shared/webhook/ownProof';
import { readObjects } from '../shared/webhook/readObjects';
import type { WebhookSource } from '../shared/webhook/source';
import { describe } from './describe';
import { kindOf } from './events';
import { passes, type Filters } from './filters';

/**
 * How a delivery of the dashboard's webhook is proved genuine, read and output
 * (help.amplifyreach.com, setting up webhooks). The form has no field for a secret, so the address
 * carries one.
 */
export const amplifyReachSource: WebhookSource<string, Filters> = {
	// A transcript of a whole day, or a list of events.
	maxBodyBytes: 16 * 1024 * 1024,

	shownHeaders: ['content-type', 'user-agent'],

	// AmplifyReach names no delivery.
	deliveryName: () => undefined,

	authenticate: (delivery, secrets) =>
		proofVerdict({ where: 'query', headerName: '' }, delivery, secrets),

	// One event per call is documented.
	read: (delivery) => readObjects(delivery),

	namesOf: (payload) => [kindOf(payload) ?? []].flat(),

	passes,

	// Two visitors who leave the same details have the same one: nothing tells them apart.
	describe: (payload, delivery, index) => describe(payload, elementId(delivery, index)),
};
