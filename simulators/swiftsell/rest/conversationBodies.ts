import { z } from 'zod';

/** The bodies of contract §5.5 and §5.6; constants are held to, further keys are let through. */

const text = z.string().min(1);
const optionalText = z.string().optional();

const receiver = z.object({ phone: text, name: optionalText, email: optionalText });

export const startOnApi = z.object({
	channel: z.literal('API'),
	message: z.object({ type: z.literal('text'), data: z.object({ body: text }) }),
	bot_key: text,
	from: z.object({ user_external_id: text, type: z.literal('VISITOR') }),
	variables: z
		.object({
			system: z.record(z.unknown()).optional(),
			contact: z
				.object({ name: optionalText, email: optionalText, phone: optionalText })
				.passthrough()
				.optional(),
			conversation: z.record(z.unknown()).optional(),
		})
		.optional(),
});

export const startBySms = z.object({
	channel: z.literal('SMS'),
	from: text,
	to: receiver,
	message: z.object({ type: z.literal('text'), text }),
	assignee: optionalText,
});

export const startOnWhatsApp = z.object({
	channel: z.literal('WHATSAPP'),
	from: text,
	to: receiver,
	message: z.object({ type: z.literal('template'), data: z.object({ template: text }) }),
	assignee: optionalText,
});

export const start = z.discriminatedUnion('channel', [startOnApi, startBySms, startOnWhatsApp]);

const byAgent = z.object({ by: text });

export const message = z.union([
	z.object({
		message: z.object({ type: z.literal('text'), data: z.object({ body: text }) }),
		user: byAgent,
	}),
	z.object({
		message: z.object({ type: z.literal('template'), data: z.object({ template: text }) }),
		user: byAgent,
	}),
	z.object({
		message: z.object({
			file: z.object({ path: z.string().url(), size: z.number(), type: text, name: text }),
		}),
		user: byAgent,
	}),
	// Which `type` belongs to a button, a slider or a file is not known.
	z.object({
		message: z.object({
			type: optionalText,
			data: z.union([
				z.object({ body: text }).passthrough(),
				z.object({ files: z.array(z.object({ link: text }).passthrough()).min(1) }),
			]),
		}),
		from: z.object({ type: z.literal('VISITOR') }),
	}),
]);

/** Close has `user.by`, assign has `to` beside it; what else tells them apart is not known. */
export const event = z
	.object({
		user: z.object({ by: text, to: optionalText }).optional(),
		team: z.object({ by: text, to: text }).optional(),
	})
	.passthrough()
	.refine(({ user, team }) => user ?? team, 'neither user nor team');

export const variables = z.object({
	variables: z.array(z.object({ name: text, type: text, value: z.unknown() })).min(1),
});
