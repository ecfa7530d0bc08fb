import { z } from 'zod';
import { conversationEvent } from './conversation';

const text = z.string().nullable();

/** What was said in a conversation, as events have it and as Complete Event adds it. */
export const transcript = z
	.array(
		z.object({
			at: text.describe('ISO 8601 in UTC; null if the vendor gives no time or no zone'),
			from: z
				.enum(['visitor', 'agent', 'bot', 'system'])
				.nullable()
				.describe('Who said it; null if the vendor does not say'),
			name: text.describe('Name of who said it'),
			text: text.describe('Null for anything that is not text, such as a file'),
		}),
	)
	.describe('What was said, oldest first; empty when nothing was, or it was not asked for');

/** An event with what the vendor's API knows beyond it, and with what was said. */
export const completedEvent = conversationEvent.extend({
	transcript,
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
			'How many events for this email address the node has completed within 24 hours, this one included; null without an address',
		),
});

export type CompletedEvent = z.infer<typeof completedEvent>;
