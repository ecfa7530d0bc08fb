import { randomUUID } from 'node:crypto';
import type { Rest } from '../../../host/rest';
import { EVENT, SECRET } from '../../support/delivery';
import { last, node, webhook, type DraftNode } from './nodes';

/** A workflow that takes a delivery, and what it does with a genuine and a forged one. */
export interface Contender {
	readonly name: string;
	/** Behind n8n's own address. */
	readonly path: string;
	readonly nodes: readonly DraftNode[];
	/** Whether the same call again starts an execution. */
	readonly repeatStarts: boolean;
	/** HTTP status for a forged call; a genuine one is always answered 200. */
	readonly forgedStatus: 200 | 401;
	/** Whether a forged call starts an execution. */
	readonly forgedStarts: boolean;
	/** Whether a forged call gets to the last node. */
	readonly forgedContinues: boolean;
}

type Credentials = Readonly<Record<string, { readonly id: string; readonly name: string }>>;

function trigger(typeVersion: number, credentials: Credentials): Contender {
	const webhookId = randomUUID();
	const type = 'n8n-nodes-conversations.iadvizeTrigger';
	const first = node('Trigger', type, typeVersion, { events: [EVENT] });
	return {
		name: `iAdvize Trigger at version ${typeVersion}`,
		path: `/webhook/${webhookId}/webhook`,
		nodes: [{ ...first, webhookId, credentials }, last()],
		repeatStarts: false,
		forgedStatus: 401,
		forgedStarts: false,
		forgedContinues: false,
	};
}

function bareWebhook(): Contender {
	const first = webhook({});
	return {
		name: 'Webhook, no check',
		path: `/webhook/${first.webhookId}`,
		nodes: [first, last()],
		repeatStarts: true,
		forgedStatus: 200,
		forgedStarts: true,
		forgedContinues: true,
	};
}

/** What a user builds without us: HMAC over the raw body, then a comparison. */
function handBuilt(credentials: Credentials): Contender {
	const first = webhook({ rawBody: true });
	const hmac = node('HMAC', 'n8n-nodes-base.crypto', 2, {
		action: 'hmac',
		type: 'SHA256',
		binaryData: true,
		binaryPropertyName: 'data',
		dataPropertyName: 'signature',
		encoding: 'hex',
	});
	const compare = node('Genuine?', 'n8n-nodes-base.if', 2.2, {
		conditions: {
			options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
			conditions: [
				{
					id: randomUUID(),
					leftValue: "={{ 'sha256=' + $json.signature }}",
					rightValue: "={{ $json.headers['x-iadvize-signature'] }}",
					operator: { type: 'string', operation: 'equals' },
				},
			],
			combinator: 'and',
		},
		options: {},
	});
	return {
		name: 'Webhook + Crypto + IF',
		path: `/webhook/${first.webhookId}`,
		nodes: [first, { ...hmac, credentials }, compare, last()],
		repeatStarts: true,
		forgedStatus: 200,
		forgedStarts: true,
		forgedContinues: false,
	};
}

/** All contenders, with the credentials they need in n8n. */
export async function contenders({ credentials }: Rest): Promise<Contender[]> {
	const token = await credentials.save({
		name: 'iAdvize Webhook (benchmark)',
		type: 'iadvizeWebhookApi',
		data: { secretToken: SECRET, previousSecretToken: '' },
	});
	const crypto = await credentials.save({
		name: 'Crypto (benchmark)',
		type: 'crypto',
		data: { hmacSecret: SECRET },
	});
	return [
		trigger(1.1, { iadvizeWebhookApi: token }),
		trigger(1, { iadvizeWebhookApi: token }),
		handBuilt({ crypto }),
		bareWebhook(),
	];
}
