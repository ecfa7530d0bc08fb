import { textOf } from '../shared/fields';
import { readObjects } from '../shared/webhook/readObjects';
import type { WebhookSource } from '../shared/webhook/source';
import { describe } from './describe';
import { passes, type Filters } from './filters';
import { verdictOf, type Proof } from './proof';

/** How a SalesIQ delivery is proved genuine, read and output (zoho.com/salesiq/help, webhooks). */
export const salesIqSource: WebhookSource<Proof, Filters> = {
	maxBodyBytes: 4 * 1024 * 1024,

	shownHeaders: ['content-type', 'user-agent'],

	// SalesIQ names no delivery in its headers.
	deliveryName: () => undefined,

	authenticate: verdictOf,

	read: (delivery) => readObjects(delivery),

	// A bare entity does not say which event it is; SalesIQ sends only what is registered.
	namesOf({ event }) {
		const name = textOf(event);
		return name === null ? 'any' : [name];
	},

	passes,

	describe,
};
