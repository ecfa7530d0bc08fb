import { z } from 'zod';
import type { CatalogueEntry } from '../shared/webhook/catalogue';

const id = z.number().int();
const uuid = z.string();
const date = z.string();

/** Fields of every event (docs.iadvize.dev, webhooks reference). */
const everyEvent = z.object({
	eventId: uuid,
	eventType: z.string(),
	platform: z.string(),
	clientId: id,
	createdAt: date,
	sentAt: date,
});

const conversation = everyEvent.extend({
	projectId: id,
	conversationId: uuid,
	visitorExternalId: z.string().nullish(),
	visitorId: uuid.optional(),
	channel: z.string(),
});

const user = everyEvent.extend({ userId: id });

const legacyConversation = everyEvent.extend({
	websiteId: id,
	conversationId: id,
	operatorId: id,
	channel: z.string(),
	visitorId: z.string(),
});

interface IadvizeEntry extends CatalogueEntry {
	schema: z.ZodObject<z.ZodRawShape>;
	deprecated?: true;
}

/** Every event that iAdvize documents and still offers, by its own name. */
export const catalogue: Readonly<Record<string, IadvizeEntry>> = {
	'v2.conversation.closed': {
		name: 'Conversation Closed',
		description: 'A conversation ends; those outside the website close after 7 days of silence',
		event: 'conversation.closed',
		// Until May 2020 a single operatorId came instead of the list.
		schema: conversation.extend({ operatorIds: z.array(id).optional(), operatorId: id.optional() }),
	},
	'v2.conversation.pushed': {
		name: 'Conversation Pushed to Operator',
		description:
			'A conversation starts, or an operator receives it by transfer, so it may come several times per conversation',
		event: 'conversation.assigned',
		schema: conversation.extend({ operatorId: id }),
	},
	'conversation.closed': {
		name: 'Conversation Closed, Old Form (Deprecated)',
		description: 'Replaced by Conversation Closed; its IDs fit the REST API only',
		event: 'conversation.closed',
		schema: legacyConversation,
		deprecated: true,
	},
	'conversation.started': {
		name: 'Conversation Started, Old Form (Deprecated)',
		description: 'Replaced by Conversation Pushed to Operator; its IDs fit the REST API only',
		event: 'conversation.started',
		schema: legacyConversation,
		deprecated: true,
	},
	'conversation.transferred': {
		name: 'Conversation Transferred, Old Form (Deprecated)',
		description: 'Replaced by Conversation Pushed to Operator; its IDs fit the REST API only',
		event: 'conversation.assigned',
		schema: legacyConversation.extend({ transferredConversationId: id }),
		deprecated: true,
	},
	'satisfaction.answered': {
		name: 'Satisfaction Answered',
		description: 'A visitor clicks an answer of the survey, so it comes several times per survey',
		event: 'rating.given',
		schema: everyEvent.extend({
			projectId: id,
			conversationId: uuid,
			customerSatisfaction: z.number().optional(),
			netPromoterScore: z.number().optional(),
			satisfactionComment: z.string().optional(),
			customQuestion: z.boolean().optional(),
		}),
	},
	'transaction.attributed': {
		name: 'Transaction Attributed',
		description: 'A purchase is attributed to a conversation; its amount comes without a currency',
		event: 'transaction.attributed',
		schema: everyEvent.extend({
			projectId: id,
			transactionId: uuid,
			receivedAt: date,
			externalId: z.string(),
			amount: z.number(),
			conversationId: uuid,
			source: z.string(),
			operatorId: id,
		}),
	},
	'user.availability.updated': {
		name: 'User Availability Updated',
		description: 'A user becomes available or unavailable on a channel',
		event: 'agent.availability',
		schema: user.extend({
			origin: z.string(),
			availabilities: z.array(z.object({ channel: z.string(), status: z.string() })),
		}),
	},
	'user.connected': {
		name: 'User Connected',
		description: 'A user logs in to the administration or the desk',
		event: 'agent.connected',
		schema: user,
	},
	'user.created': {
		name: 'User Created',
		description: 'A user is created in the administration or by API',
		event: 'agent.created',
		schema: user,
	},
	'user.disconnected': {
		name: 'User Disconnected',
		description: 'A user logs out',
		event: 'agent.disconnected',
		schema: user,
	},
	'user.updated': {
		name: 'User Updated',
		description: 'A user is changed in the administration or by API',
		event: 'agent.updated',
		schema: user,
	},
	'visitor.updated': {
		name: 'Visitor Updated',
		description: 'Someone edits a visitor; its ID is the unique ID of 45 characters',
		event: 'contact.updated',
		schema: everyEvent.extend({ operatorId: id, visitorId: z.string() }),
	},
};

/** Channels that iAdvize documents; an open set, so an unknown one passes unless a filter is set. */
export const channels = {
	APPLE_BUSINESS_CHAT: 'Apple Business Chat',
	CALL: 'Call',
	CHAT: 'Chat',
	FACEBOOK: 'Facebook',
	FACEBOOK_BUSINESS_ON_MESSENGER: 'Facebook Messenger',
	GOOGLE_BUSINESS_MESSAGES: 'Google Business Messages',
	INSTAGRAM: 'Instagram',
	MOBILE_APP: 'Mobile App',
	SMS: 'SMS',
	TWITTER: 'Twitter',
	VIDEO: 'Video',
	WHATSAPP: 'WhatsApp',
} as const;

/** Which question of a survey was answered: the field that carries the answer. */
export const surveyFields = [
	'customerSatisfaction',
	'netPromoterScore',
	'satisfactionComment',
	'customQuestion',
] as const;
