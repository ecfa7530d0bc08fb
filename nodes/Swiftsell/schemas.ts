import { z } from 'zod';
import { conversationEvent } from '../shared/conversation';
import { outputSchemas } from '../shared/operations/operation';
import { resources } from './resources';

const text = z.string().nullable();

/** The one event, and the variables of this vendor under both of their names. */
export const swiftsellEvent = conversationEvent.extend({
	variables: z.array(
		z.object({
			rawName: z.string().describe('As sent, with the signs of a reference'),
			name: z.string().describe('Without them: user.info.email'),
			type: text,
			value: z.unknown(),
			label: text.describe('Of the field of a form'),
		}),
	),
});

/** Output schemas by their path in `__schema__`; the editor and workflow builders look in two places. */
export const schemas = {
	'v1.1.0': swiftsellEvent,
	'v1.1.0/output': swiftsellEvent,
	...outputSchemas('v1.0.0', resources),
};
