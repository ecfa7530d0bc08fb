import { elementId } from '../shared/webhook/deliveryId';
import { proofVerdict, type ProofPlace } from '../shared/webhook/ownProof';
import { readObjects } from '../shared/webhook/readObjects';
import type { WebhookSource } from '../shared/webhook/source';
import { describe } from './describe';
import { passes, type Filters } from './filters';
import { kindsOf } from './kinds';

/**
 * How a Messangi delivery is proved genuine, read and output (docs.messangi.com, webhooks,
 * callbacks).
 */
export const messangiSource = (place: ProofPlace): WebhookSource<string, Filters> => ({
	// An event is a flat object; room for what users add to it, and for a list.
	maxBodyBytes: 16 * 1024 * 1024,

	shownHeaders: ['content-type', 'user-agent'].filter((name) => name !== place.headerName),

	// Messangi names no delivery.
	deliveryName: () => undefined,

	authenticate: (delivery, secrets) => proofVerdict(place, delivery, secrets),

	// One object a call is documented. The callback of the old platform is a form.
	read: (delivery) => readObjects(delivery, fieldsOf),

	namesOf: kindsOf,

	passes,

	describe: (payload, delivery, index) => describe(payload, elementId(delivery, index)),
});

const fieldsOf = (form: Buffer) => ({
	payloads: [Object.fromEntries(new URLSearchParams(form.toString('utf8')))],
});
