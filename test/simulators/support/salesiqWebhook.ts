import { verify } from 'node:crypto';
import type { Received } from './receiver';
import type { TestBed } from './salesiq';

export interface RegisteredWebhook {
	readonly id: string;
	readonly public_keys: readonly { readonly id: string; readonly key: string }[];
}

const APP = '46675600000002043';

/** Registers a secured webhook of the kind that the events are of. */
export async function register(
	bed: TestBed,
	url: string,
	events: readonly string[],
	change: object = {},
): Promise<RegisteredWebhook> {
	const isData = /^(conversation|visitor)\./.test(events[0] ?? '');
	return await bed.data<RegisteredWebhook>('/webhooks', {
		json: {
			type: isData ? 'data' : 'administration',
			url,
			events,
			secured: true,
			version: '1',
			...(isData && { app_ids: [APP] }),
			...change,
		},
	});
}

/** Whether a delivery's signature is right by that public key (contract §2.2). */
export function isSignedBy(call: Received | undefined, publicKey = ''): boolean {
	const signature = String(call?.headers['x-siqsignature']);
	const body = call?.body ?? Buffer.alloc(0);
	return verify('RSA-SHA256', body, publicKey, Buffer.from(signature, 'base64'));
}

export function bodyOf(call: Received | undefined): Record<string, unknown> {
	return JSON.parse(call?.body.toString('utf8') ?? '') as Record<string, unknown>;
}
