import { isObject } from '../shared/fields';
import { readJson } from '../shared/json';
import type { Reading, WebhookSource } from '../shared/webhook/source';
import { describe } from './describe';
import { verdictOf, type Proof } from './proof';

/** How a SalesIQ delivery is proved genuine, read and told (zoho.com/salesiq/help, webhooks). */
export const salesIqSource: WebhookSource<Proof> = {
	maxBodyBytes: 4 * 1024 * 1024,

	shownHeaders: ['content-type', 'user-agent'],

	// SalesIQ names no delivery in its headers.
	deliveryName: () => undefined,

	authenticate: verdictOf,

	read({ body }): Reading {
		if (body.length === 0) return { unreadable: 'The body is empty' };
		try {
			const value = readJson(body);
			const payloads: unknown[] = Array.isArray(value) ? value : [value];
			if (payloads.every(isObject)) return { payloads };
		} catch {
			return { unreadable: 'The body is not valid JSON' };
		}
		return { unreadable: 'An event must be a JSON object' };
	},

	describe,
};
