import { z } from 'zod';

const text = z.string().nullable();

const person = z.object({
	id: text.describe("The vendor's ID of the person"),
	name: text.describe('The name in one line'),
	email: text.describe('One plain email address, its domain in lower case; null for anything else'),
});

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
	vendor: z
		.enum(['iadvize', 'zohoSalesIq', 'amplifyReach', 'messangi', 'swiftsell'])
		.describe('Who sent the event'),
	event: commonEvent.describe('The common name of the event'),
	vendorEvent: text.describe("The vendor's own name of the event"),
	deliveryId: z.string().describe('The same on every retry of the same delivery'),
	occurredAt: text.describe('ISO 8601 in UTC'),
	conversation: z
		.object({
			id: text.describe("The vendor's ID of the conversation"),
			channel: text.describe("Where it takes place, by the vendor's word in lower case"),
			url: text.describe("The conversation's address at the vendor, `http` or `https`"),
		})
		.describe('The conversation that the event is part of'),
	contact: person
		.extend({ phone: text.describe('Digits, blanks and `+ - ( )`; null for anything else') })
		.describe('The visitor or customer'),
	agent: person
		.extend({
			kind: z.enum(['human', 'bot']).nullable().describe('Whether a human or a bot acts'),
		})
		.describe('Who acts for the company, or has the conversation'),
	message: z
		.object({
			id: text.describe("The vendor's ID of the message"),
			kind: text.describe("What it is: `text`, `note`, `status` and the vendor's own kinds"),
			text: text.describe('What was written or chosen, without formatting'),
			attachment: text.describe('The address of a file, `http` or `https`'),
		})
		.describe('What was written'),
	rating: z
		.object({
			kind: z
				.enum(['csat', 'nps', 'custom'])
				.nullable()
				.describe('Customer satisfaction, net promoter score, or a question of your own'),
			score: z.number().nullable().describe('The score that was given'),
			outOf: z.number().nullable().describe('The highest score that can be given'),
			comment: text.describe('What the visitor wrote with it, in one line'),
		})
		.describe('What the visitor thinks of it'),
	payload: z.record(z.unknown()).describe("The vendor's event, exactly as sent"),
});

/** An event with what the vendor's API knows beyond it, and with what was said. */
export const completedEvent = conversationEvent.extend({
	transcript: z
		.array(
			z.object({
				at: text.describe('ISO 8601 in UTC; null where the vendor names no time or no zone'),
				from: z
					.enum(['visitor', 'agent', 'bot', 'system'])
					.nullable()
					.describe('Who said it; null where the vendor does not tell'),
				name: text.describe('Name of who said it'),
				text: text.describe('Null for what is no text, such as a file'),
			}),
		)
		.describe('What was said, oldest first; empty when nothing was, or it was not asked for'),
	lookedUp: z
		.array(
			z.object({
				what: z.string().describe('What was asked for'),
				found: z.boolean().describe('Whether the vendor knows it'),
				reason: text.describe('Why not, or not all of it; null when all of it was found'),
			}),
		)
		.describe('What the vendor was asked for, in this order; empty when nothing was missing'),
	recentEvents: z
		.number()
		.nullable()
		.describe(
			'How many events of this email address the node has completed within 24 hours, this one included; null without an address',
		),
});

export type ConversationEvent = z.infer<typeof conversationEvent>;
export type CompletedEvent = z.infer<typeof completedEvent>;
export type Vendor = ConversationEvent['vendor'];
export type CommonEvent = z.infer<typeof commonEvent>;

/** The groups of an event of which a vendor said nothing. */
export const nothingSaid = {
	conversation: { id: null, channel: null, url: null },
	contact: { id: null, name: null, email: null, phone: null },
	agent: { id: null, name: null, email: null, kind: null },
	message: { id: null, kind: null, text: null, attachment: null },
	rating: { kind: null, score: null, outOf: null, comment: null },
} as const satisfies Partial<ConversationEvent>;
