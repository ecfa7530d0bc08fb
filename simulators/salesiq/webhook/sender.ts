import type { KeyObject } from 'node:crypto';
import { MINUTE_MS } from '../../shared/clock';
import type { TimedReport } from '../../shared/delivery';
import { deliverWithRetries } from '../../shared/delivery';
import type { HeaderValues, Timeouts } from '../../shared/transport';
import type { Endpoint } from '../../simulator';
import { callsAt, type Webhook } from '../account/webhooks';
import type { World } from '../world';
import { signatureOf } from './keys';

/** A delivery must be answered within five seconds (contract §2.1). */
export const vendorTimeouts: Timeouts = { connectMs: 5000, replyMs: 5000 };

/** The call itself and up to three retries, one minute apart (contract §2.1). */
const MAX_ATTEMPTS = 4;

/** One delivery, as freely as a test needs it. */
export interface Delivery {
	/** Where to; the webhook registered for the address signs, and is called as it was registered. */
	readonly endpoint: Pick<Endpoint, 'url' | 'proxy'>;
	/** The exact bytes to send, or the bytes of each attempt, counted from 1. */
	readonly body: Buffer | string | ((attempt: number) => Buffer | string);
	/** What the signature is made of, where it is not the body that is sent. */
	readonly signed?: Buffer | string;
	/** Signs with this private key instead of the webhook's oldest; null sends no signature. */
	readonly signWith?: KeyObject | string | null;
	/** Changes the signature header: a list is sent as several headers, undefined as none. */
	readonly signature?: (genuine: string) => string | readonly string[] | undefined;
	/** Put over the vendor's headers; undefined leaves one out. */
	readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>;
	/** `application/json` unless given; the vendor's own is not documented. */
	readonly contentType?: string;
	/** Calls the address bare, as a stranger would who knows no more. */
	readonly bare?: boolean;
	/** How often it is tried; four times unless given, a minute apart. */
	readonly maxAttempts?: number;
}

/** Sends as the vendor does: success is any status below 300 (contract §2.1). */
export async function deliver(delivery: Delivery, world: World): Promise<TimedReport> {
	const { body, endpoint, maxAttempts = MAX_ATTEMPTS } = delivery;
	const url =
		delivery.bare === true ? endpoint.url : (webhookAt(delivery, world)?.url ?? endpoint.url);
	const key = signingKey(delivery, world);
	const bytesOf = (attempt: number) =>
		Buffer.from(typeof body === 'function' ? body(attempt) : body);
	const plan = {
		dueMs: Array.from({ length: maxAttempts }, (_none, index) => index * MINUTE_MS),
		isSuccess: (status: number) => status < 300,
		callOf: (attempt: number) => {
			const bytes = bytesOf(attempt);
			return {
				endpoint: { url, proxy: endpoint.proxy ?? world.proxy },
				method: 'POST' as const,
				headers: headersFor(delivery, bytes, key),
				body: bytes,
			};
		},
	};
	return deliverWithRetries(plan, world.sender);
}

/** The key that signs for a webhook: the oldest (contract §2.2); null where nothing is signed. */
export function keyOf(webhook: Webhook, { settings }: World): KeyObject | null {
	if (!webhook.secured && !settings.signUnsecured) return null;
	return webhook.keys[0]?.privateKey ?? null;
}

function signingKey(delivery: Delivery, world: World): KeyObject | string | null {
	if (delivery.signWith !== undefined) return delivery.signWith;
	const webhook = webhookAt(delivery, world);
	if (!webhook) throw notRegistered(delivery.endpoint.url);
	return keyOf(webhook, world);
}

const webhookAt = ({ endpoint }: Delivery, { account }: World) =>
	account.webhooks.find((webhook) => callsAt(webhook, endpoint.url));

export function notRegistered(url: string): Error {
	return new Error(`No webhook is registered for ${url}: activate the workflow first`);
}

function headersFor(
	{ signed, signature = (genuine) => genuine, headers = {}, contentType }: Delivery,
	body: Buffer,
	key: KeyObject | string | null,
): HeaderValues {
	const all = {
		'content-type': contentType ?? 'application/json',
		'x-siqsignature': key === null ? undefined : signature(signatureOf(signed ?? body, key)),
		...headers,
	};
	const kept = Object.entries(all).filter(
		(entry): entry is [string, string | readonly string[]] => entry[1] !== undefined,
	);
	return Object.fromEntries(kept);
}
