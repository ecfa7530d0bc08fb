import { z } from 'zod';

/** What Messangi answers, flattened: the editor shows these fields before anything ran. */

const text = z.string().nullish();

const meta = {
	acceptedAt: text.describe('ISO 8601 in UTC'),
	transactionId: text,
	explain: text,
};

export const accepted = z.object({ ...meta, accepted: z.boolean().optional() }).passthrough();

export const message = z
	.object({
		id: z.string(),
		status: z.string().describe('ACCEPTED or QUEUE; the trigger reports the delivery'),
		from: text,
		to: text,
		text,
		...meta,
	})
	.passthrough();

export const subscriber = z
	.object({
		listSubscriberId: text,
		id: text,
		mobile: text.describe('"unknown." and the ID where there is none'),
		email: text,
		...meta,
	})
	.passthrough();

export const list = z.object({ id: text, name: text }).passthrough();

/** What Messangi does not document. */
export const anything = z.object({}).passthrough();
