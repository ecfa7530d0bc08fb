import { createHash } from 'node:crypto';
import { eventWith } from '../shared/describing';
import { NestsTooDeeply, readJson } from '../shared/json';
import { SECRET_PARAMETER } from '../shared/webhook/address';
import { proofVerdict } from '../shared/webhook/ownProof';
import { isForm } from '../shared/webhook/readObjects';
import type { Delivery, Reading, WebhookSource } from '../shared/webhook/source';
import { PATHS, type Reply } from './botReply';
import { vendor } from './vendor';

interface BotCall {
	method: string;
	/** In lower case. */
	headerName: string;
	/** What the user chose, and what the address that was called stands for. */
	reply: Reply;
	calledFor: Reply;
}

/**
 * How a bot's call is proved genuine, read and output (help.amplifyreach.com, how to integrate an
 * API with a chatbot). The user designs its body, so it is output as it is.
 */
export const botSource = (call: BotCall): WebhookSource => ({
	maxBodyBytes: 1024 * 1024,

	shownHeaders: ['content-type', 'user-agent'].filter((name) => name !== call.headerName),

	deliveryName: () => undefined,

	authenticate: (delivery, secrets) =>
		proofVerdict({ where: 'headerOrQuery', headerName: call.headerName }, delivery, secrets),

	read: (delivery) => read(call, delivery),

	namesOf: () => [],

	passes: () => true,

	describe: (payload) =>
		eventWith({
			vendor: vendor.value,
			event: 'other',
			vendorEvent: 'bot-studio-trigger',
			deliveryId: createHash('sha256').update(JSON.stringify(payload)).digest('hex'),
			occurredAt: null,
			payload,
		}),
});

function read({ method, reply, calledFor }: BotCall, delivery: Delivery): Reading {
	if (reply !== calledFor) {
		return {
			unreadable: `This address ends in /${PATHS[calledFor]}: the trigger in n8n is set to answer at the one that ends in /${PATHS[reply]}`,
		};
	}
	const body = bodyOf(delivery);
	if (body instanceof NestsTooDeeply) return { unreadable: body.message };
	const query = Object.entries(delivery.query).filter(([name]) => name !== SECRET_PARAMETER);
	return { payloads: [{ method, query: Object.fromEntries(query), body }] };
}

/**
 * JSON, the fields of a form, or else the text as it is: a quote in what a visitor wrote can break
 * the JSON that a bot builds from it.
 */
function bodyOf({ body, headers }: Delivery): unknown {
	if (body.length === 0) return null;
	try {
		return readJson(body);
	} catch (error) {
		if (error instanceof NestsTooDeeply) return error;
	}
	const text = body.toString('utf8');
	return isForm({ headers }) ? Object.fromEntries(new URLSearchParams(text)) : text;
}
