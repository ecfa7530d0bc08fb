import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../shared/fields';

/** How the bot is answered. */
export type Reply = 'immediately' | 'lastNode' | 'responseNode';

/**
 * The end of the address for each way of answering. n8n takes the way from the description of the
 * address that was called. A single address for all would make it an expression, for which n8n
 * starts its expression engine on each call; so each way has its own address, and all of them are
 * literal.
 */
export const PATHS: Readonly<Record<Reply, string>> = {
	immediately: 'bot',
	lastNode: 'bot/last-node',
	responseNode: 'bot/respond',
};

/** As the user reads them. */
export const REPLY_NAMES: Readonly<Record<Reply, string>> = {
	immediately: 'Immediately',
	lastNode: 'When Last Node Finishes',
	responseNode: "Using 'Respond to Webhook' Node",
};

/** The way of answering that an address stands for. */
export function replyAt(path: string): Reply {
	const end = path.replace(/(?<!\/)\/+$/, '');
	if (end.endsWith(`/${PATHS.lastNode}`)) return 'lastNode';
	return end.endsWith(`/${PATHS.responseNode}`) ? 'responseNode' : 'immediately';
}

/** A fixed reply as JSON; n8n gives it as text, or as an object when it is an expression. */
export function replyIn(value: unknown): IDataObject | undefined {
	try {
		const reply: unknown = typeof value === 'string' ? JSON.parse(value) : value;
		return isObject(reply) ? (reply as IDataObject) : undefined;
	} catch {
		return undefined;
	}
}

export const DEFAULT_REPLY = { status: 'success' };

/** The bot maps fields of any answer, so a refusal is JSON as well. */
export const refusedReply = (status: number, message: string): IDataObject => ({
	status: 'error',
	message: status === 401 ? 'Unauthorized' : message,
});
