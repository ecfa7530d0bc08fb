import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Conversation } from '../account/model';
import { SwiftsellError } from '../errors';
import type { World } from '../world';
import {
	start,
	type startBySms,
	type startOnApi,
	type startOnWhatsApp,
} from './conversationBodies';
import type { Call, Route } from './route';
import { readBody } from './route';

/** Start a conversation; one brand's page writes the path without `/api`. */
export const startConversation = ['/api/v1/conversations', '/v1/conversations'].map(
	(path): Route => ({
		method: 'POST',
		path,
		feature: 'conversations',
		answer: (call: Call, world) => {
			const body = readBody(call, start);
			return body.channel === 'API' ? startAtBot(body, world) : startByAgent(body, world);
		},
	}),
);

/** On the API channel the bot that is named by its key takes over (contract §5.6). */
function startAtBot(body: z.infer<typeof startOnApi>, world: World): object {
	const bot = world.account.bots.find(({ bot_key }) => bot_key === body.bot_key);
	if (bot?.channel !== 'API' || !bot.isDeployed) {
		throw new SwiftsellError('CONVERSATION_CREATION_FAILED', 'No deployed bot has that key');
	}
	const { key, createdAt } = open(body, bot.email, world);
	const { name, email, phone } = body.variables?.contact ?? {};
	const visitorKey = `${body.from.user_external_id}_${world.account.id}`;
	return {
		ok: true,
		conversation: {
			id: key,
			created_at: createdAt,
			assignee: { id: String(bot.id), to: bot.email },
		},
		contact: { name, email, phone, visitor_key: visitorKey },
	};
}

/** By SMS or WhatsApp an agent is in charge, unless a bot stays so (contract §5.5). */
function startByAgent(
	body: z.infer<typeof startBySms> | z.infer<typeof startOnWhatsApp>,
	world: World,
): object {
	const { agents, bots } = world.account;
	const assignee = [...agents, ...bots].find(({ email }) => email === body.assignee) ?? bots[0];
	const { key, createdAt } = open(body, assignee?.email ?? '', world);
	const { name, email, phone } = body.to;
	return {
		ok: true,
		conversation: {
			id: key,
			message_id: randomUUID(),
			created_at: createdAt,
			assignee: { id: assignee?.id, to: assignee?.email },
		},
		contact: { id: world.nextId(), name, email, phone },
	};
}

function open(body: z.infer<typeof start>, assignee: string, world: World) {
	const conversation: Conversation = {
		key: newKey(world),
		externalKey: newKey(world),
		id: world.nextId(),
		channel: body.channel,
		started: body,
		messages: [body.message],
		variables: {},
		isClosed: false,
		assignee,
	};
	world.account.conversations.push(conversation);
	return { key: conversation.key, createdAt: world.nextStamp() };
}

/** Keys end with a Unix time in seconds (contract §4). */
function newKey({ clock }: World): string {
	return randomUUID().replace(/-/g, '') + String(Math.floor(clock.now() / 1000));
}
