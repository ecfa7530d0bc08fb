import type { KeyObject } from 'node:crypto';
import { generateKeyPair, sign } from 'node:crypto';
import { promisify } from 'node:util';
import type { Webhook, WebhookKey } from '../account/webhooks';
import { SalesIqError, unknownResource } from '../errors';
import type { KeyFormat } from '../settings';
import type { World } from '../world';

const MAX_KEYS = 2;

export interface SigningKey {
	readonly publicKey: KeyObject;
	readonly privateKey: KeyObject;
}

/** A new RSA key pair of 2048 bits; the vendor's size is not documented. */
export async function createSigningKey(): Promise<SigningKey> {
	return promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
}

/** A key of the account's operator, as yet of no webhook. */
export async function newKey(world: World): Promise<WebhookKey> {
	const pair = await createSigningKey();
	const { operatorId } = world.account;
	return { id: world.nextId(), ...pair, creatorId: operatorId, created_time: world.nowText() };
}

/** Gives a webhook one more key; the third is refused with 1017 (contract §5.5). */
export async function addKey(webhook: Webhook, world: World): Promise<void> {
	const key = await newKey(world);
	if (webhook.keys.length >= MAX_KEYS) throw new SalesIqError(1017);
	webhook.keys.push(key);
}

/** Takes a key away by its id; the last one stays (contract §5.5). */
export function removeKey(webhook: Webhook, id: string): void {
	const index = webhook.keys.findIndex((key) => key.id === id);
	if (index === -1) throw unknownResource();
	if (webhook.keys.length === 1) throw new SalesIqError(1026);
	webhook.keys.splice(index, 1);
}

/** A public key in the form that the settings say; the vendor's own is not documented. */
export function printKey(publicKey: KeyObject, format: KeyFormat): unknown {
	const pem = (type: 'spki' | 'pkcs1') => publicKey.export({ type, format: 'pem' }).toString();
	const base64 = (type: 'spki' | 'pkcs1', encoding: 'base64' | 'base64url' = 'base64') =>
		publicKey.export({ type, format: 'der' }).toString(encoding);
	const printed: Readonly<Record<KeyFormat, () => unknown>> = {
		pem: () => pem('spki'),
		'escaped-pem': () => pem('spki').replaceAll('\n', '\\n'),
		'pkcs1-pem': () => pem('pkcs1'),
		base64: () => base64('spki'),
		'base64-unpadded': () => base64('spki').replace(/=+$/, ''),
		base64url: () => base64('spki', 'base64url'),
		'pkcs1-base64': () => base64('pkcs1'),
		jwk: () => publicKey.export({ format: 'jwk' }),
		'jwk-text': () => JSON.stringify(publicKey.export({ format: 'jwk' })),
		// As the vendor's samples have it.
		number: () => '45678998765',
		'bare-number': () => 45678998765,
		empty: () => '',
	};
	return printed[format]();
}

/** The value of `x-siqsignature` (contract §2.2): SHA-256 with RSA (PKCS#1 v1.5), in Base64. */
export function signatureOf(bytes: Buffer | string, privateKey: KeyObject | string): string {
	return sign('sha256', Buffer.from(bytes), privateKey).toString('base64');
}
