import { z } from 'zod';

const text = z.string().nullable();

const person = z.object({ id: text, name: text, email: text });

/** The common names. A vendor's event that none of them fits is told as `other`, never dropped. */
export const commonEvent = z.enum([
	'agent.availability',
	'agent.connected',
	'agent.created',
	'agent.deleted',
	'agent.disconnected',
	'agent.updated',
	'contact.captured',
	'contact.updated',
	'conversation.assigned',
	'conversation.closed',
	'conversation.labelled',
	'conversation.missed',
	'conversation.reopened',
	'conversation.started',
	'conversation.transcript',
	'conversation.updated',
	'message.received',
	'message.sent',
	'message.status',
	'note.added',
	'option.chosen',
	'other',
	'rating.given',
	'transaction.attributed',
]);

/**
 * The one event that all vendors are told in, so that a workflow built on one vendor works on
 * another by swapping the trigger. What a vendor does not say is null, never made up.
 */
export const conversationEvent = z.object({
	vendor: z.enum(['iadvize', 'zohoSalesIq', 'amplifyReach', 'messangi', 'swiftsell']),
	event: commonEvent,
	vendorEvent: text.describe("The vendor's own name of the event"),
	deliveryId: z.string().describe('The same on every retry of the same delivery'),
	occurredAt: text.describe('ISO 8601 in UTC'),
	conversation: z.object({ id: text, channel: text, url: text }),
	contact: person.extend({ phone: text }),
	agent: person.extend({ kind: z.enum(['human', 'bot']).nullable() }),
	message: z.object({ id: text, kind: text, text, attachment: text }),
	rating: z.object({
		kind: z.enum(['csat', 'nps', 'custom']).nullable(),
		score: z.number().nullable(),
		outOf: z.number().nullable(),
		comment: text,
	}),
	payload: z.record(z.unknown()).describe("The vendor's event, exactly as sent"),
});

export type ConversationEvent = z.infer<typeof conversationEvent>;
export type CommonEvent = z.infer<typeof commonEvent>;

/** The groups of an event of which a vendor said nothing. */
export const nothingSaid = {
	conversation: { id: null, channel: null, url: null },
	contact: { id: null, name: null, email: null, phone: null },
	agent: { id: null, name: null, email: null, kind: null },
	message: { id: null, kind: null, text: null, attachment: null },
	rating: { kind: null, score: null, outOf: null, comment: null },
} as const satisfies Partial<ConversationEvent>;
