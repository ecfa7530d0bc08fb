import { z } from 'zod';

/** What Swiftsell answers, or its sister products: the editor shows these fields before anything ran. */

const text = z.string().nullish();
const id = z.union([z.number(), z.string()]).nullish();
const ok = z.boolean().optional();

const source = z
	.object({ id, type: text, name: text, status: text, errors: z.unknown() })
	.partial()
	.passthrough();

export const knowledgeBaseCreated = z.object({ ok, id, message: text, code: text }).passthrough();

export const knowledgeBase = z
	.object({
		ok,
		id,
		name: text,
		data_source: z.array(z.unknown()).optional(),
		domains: z.array(z.unknown()).optional(),
		last_trained_at: text,
		total_data_sources: z.number().nullish(),
		total_tokens: z.number().nullish(),
	})
	.passthrough();

export const sourcesAdded = z
	.object({
		knowledge_base_id: id,
		sources: z.array(source).describe('What Swiftsell lists below the names of the form fields'),
	})
	.passthrough();

export const pagesAdded = z
	.object({ ok, data_sources: z.array(z.unknown()).optional() })
	.passthrough();

export const domainAdded = z.object({ ok, domain_id: id, request_id: text }).passthrough();

export const sourceStatus = z
	.object({ id, name: text, status: text, knowledge_base_id: id })
	.passthrough();

export const conversationStarted = z
	.object({
		ok,
		conversation: z
			.object({
				id,
				message_id: text,
				created_at: text.describe('In UTC, without naming it'),
				assignee: z.object({ id, to: text }).partial().passthrough().nullish(),
			})
			.partial()
			.passthrough()
			.optional(),
		contact: z
			.object({ id, name: text, email: text, phone: text, visitor_key: text })
			.partial()
			.passthrough()
			.optional(),
	})
	.passthrough();

export const campaignBatch = z
	.object({
		batch: z.number().describe('Counted from 1'),
		batches: z.number(),
		contacts: z.number().describe('How many this request held'),
		accepted: z.boolean().optional(),
	})
	.passthrough();

export const bot = z.object({ id, name: text }).partial().passthrough();

/** What Swiftsell does not document. */
export const anything = z.object({}).passthrough();
