import { z } from 'zod';
import { channels } from './channel';

const text = z.string().nullable();

const person = z.object({
	id: text.describe("The vendor's ID of the person"),
	name: text.describe('The name in one line'),
	email: text.describe('One plain email address, its domain in lower case; null for anything else'),
});

/** The common names. A vendor's event that fits none becomes `other`, and is never dropped. */
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
 * The one event that all vendors are translated into, so that a workflow built on one vendor works
 * on another by swapping the trigger. What a vendor does not say is null, never made up.
 */
export const conversationEvent = z.object({
	schemaVersion: z.literal(2).describe('The version of these fields'),
	vendor: z.string().describe('Who sent the event'),
	event: commonEvent.describe('The common name of the event'),
	vendorEvent: text.describe("The vendor's own name of the event"),
	deliveryId: z.string().describe('The same on every retry of the same delivery'),
	occurredAt: text.describe('ISO 8601 in UTC'),
	inbox: z
		.object({
			id: text.describe("The vendor's ID of it, or the number itself"),
			name: text.describe('The name in one line'),
			kind: z
				.enum(['project', 'app', 'department', 'bot', 'campaign', 'number'])
				.nullable()
				.describe("What the vendor divides an account into; a number is the company's own"),
		})
		.describe('The channel or site through which the event came in'),
	conversation: z
		.object({
			id: text.describe("The vendor's ID of the conversation"),
			channel: z
				.enum(channels)
				.nullable()
				.describe('Where it takes place; `other` for anything else'),
			vendorChannel: text.describe("The same in the vendor's word, as sent"),
			url: text.describe("The conversation's address at the vendor, `http` or `https`"),
			status: z
				.enum(['open', 'closed', 'missed'])
				.nullable()
				.describe('Its status after the event'),
			subject: text.describe('What it is about, in one line: its title or first question'),
			startedAt: text.describe('ISO 8601 in UTC'),
			endedAt: text.describe('ISO 8601 in UTC'),
		})
		.describe('The conversation that the event is part of'),
	contact: person
		.extend({
			externalId: text.describe('A second ID of the person, used by another API'),
			kind: z
				.enum(['lead', 'contact'])
				.nullable()
				.describe('Whether the vendor counts them as a lead or as a contact'),
			phone: text.describe('Digits, spaces and `+ - ( )`; null for anything else'),
		})
		.describe('The visitor or customer'),
	agent: person
		.extend({
			kind: z.enum(['human', 'bot']).nullable().describe('Whether it is a human or a bot'),
		})
		.describe('Who has the conversation; for an event about an agent, that agent'),
	actor: person
		.extend({
			kind: z.enum(['visitor', 'human', 'bot', 'system']).nullable().describe('Who or what it is'),
		})
		.describe('Who did what the event reports, such as writing the message'),
	message: z
		.object({
			id: text.describe("The vendor's ID of the message"),
			kind: text.describe("What it is: `text`, `note`, `status` and the vendor's own kinds"),
			direction: z
				.enum(['inbound', 'outbound'])
				.nullable()
				.describe('`inbound` from the visitor, `outbound` to the visitor; a note goes nowhere'),
			text: text.describe('What was written, answered or chosen, without formatting'),
			attachments: z
				.array(
					z.object({
						url: text.describe('The address of the file, `http` or `https`'),
						name: text.describe('The name of the file, without a path'),
						type: text.describe('Its media type, such as `image/png`'),
					}),
				)
				.describe('The files of the message; empty when it has none'),
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
			answer: text.describe('An answer that is not a score, in one line'),
			comment: text.describe('What the visitor wrote with it, in one line'),
		})
		.describe('What the visitor thinks of it'),
	change: z
		.object({
			what: z
				.enum(['assignee', 'status', 'label', 'availability', 'messageStatus'])
				.nullable()
				.describe('What changed, from what to what'),
			from: text.describe('What it was; a label that was removed'),
			to: text.describe('What it is now; a label that was added'),
		})
		.describe("The name of what changed, in the vendor's words"),
	order: z
		.object({
			id: text.describe("The vendor's ID of the transaction"),
			amount: z.number().nullable().describe('What was paid'),
			currency: text.describe('The code of the currency, such as `EUR`'),
		})
		.describe('What was bought'),
	payload: z.record(z.unknown()).describe("The vendor's event, exactly as sent"),
});

export type ConversationEvent = z.infer<typeof conversationEvent>;
export type CommonEvent = z.infer<typeof commonEvent>;
