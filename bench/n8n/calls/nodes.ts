import { randomUUID } from 'node:crypto';

/** A node as n8n's editor writes it. */
export interface DraftNode {
	readonly name: string;
	readonly [field: string]: unknown;
}

/** The last node of every workflow: where a user's own work would begin. */
export const LAST = 'Continue';

export const node = (name: string, type: string, typeVersion: number, parameters: object = {}) => ({
	id: randomUUID(),
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters,
});

export const last = () => node(LAST, 'n8n-nodes-base.noOp', 1);

/** n8n's own node, answering at once as ours does. */
export function webhook(options: object) {
	const path = randomUUID();
	const parameters = { httpMethod: 'POST', path, responseMode: 'onReceived', options };
	return { ...node('Webhook', 'n8n-nodes-base.webhook', 2.1, parameters), webhookId: path };
}
