import { z } from 'zod';
import { date, id, text, uuid } from './outputParts';

export { anything, done } from './outputParts';

/** What the GraphQL API answers (docs.iadvize.dev): the editor shows these fields before anything ran. */

export const named = z.object({ id, name: text });

export const connector = z.object({ name: text, isPrivate: z.boolean(), createdAt: date });

export const closedConversation = z.object({
	id: uuid,
	legacyId: id.nullable().describe('The ID of the conversation in the REST API'),
	createdAt: date,
	closedAt: date,
	channel: z.string(),
	duration: text.describe('ISO 8601'),
	project: named,
});

export const conversation = closedConversation.extend({
	visitor: z.object({
		visitorId: uuid,
		source: z.string(),
		externalUserId: text,
		firstName: text,
		lastName: text,
		email: text,
		phoneNumber: text,
		createdAt: date,
	}),
});

export const customData = z.object({
	key: text,
	label: text,
	value: text.describe('Null for numbers and booleans, whose fields iAdvize does not document'),
	type: z.string(),
});

export const satisfaction = z.object({
	customerSatisfaction: z.number().nullable(),
	netPromoterScore: z.number().nullable(),
	satisfactionComment: text,
	conversation: z.object({
		id: uuid,
		createdAt: date,
		closedAt: date,
		project: named,
		agents: z.array(
			z.object({ id, firstName: text, lastName: text, __typename: z.string().optional() }),
		),
	}),
});

const available = z.object({ isAvailable: z.boolean() });

export const availability = z.object({
	id: uuid,
	chat: available.optional(),
	call: available.optional(),
	video: available.optional(),
	thirdParties: available.optional(),
});

export const routingRule = z.object({ id: uuid });
