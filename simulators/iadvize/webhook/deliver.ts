import { randomUUID } from 'node:crypto';
import type { Dispatcher } from 'undici';
import { SECOND_MS } from '../../shared/clock';
import type { OutgoingCall, SenderOptions, TimedReport } from '../../shared/delivery';
import { deliverWithRetries } from '../../shared/delivery';
import type { Timeouts } from '../../shared/transport';
import type { Endpoint } from '../../simulator';
import { signatureOf } from './sign';

/** How long the vendor waits (contract §2.1). */
export const vendorTimeouts: Timeouts = { connectMs: 1000, replyMs: 30_000 };

/** The call itself, and when the two retries are due after it (contract §2.1). */
const DUE_MS = [0, 10 * SECOND_MS, 30 * SECOND_MS];

/** One delivery, as freely as a test needs it. */
export interface Delivery {
	readonly endpoint: Endpoint;
	/** The exact bytes to sign and to send. */
	readonly body: Buffer | string;
	/** Put over the vendor's headers; undefined leaves one out. */
	readonly headers?: Readonly<Record<string, string | undefined>>;
	/** POST unless given. A GET is signed over its query string and sent without the body. */
	readonly method?: Dispatcher.HttpMethod;
	/** `application/json` unless given. */
	readonly contentType?: string;
	/** Signs with this instead of the endpoint's secret; null sends no signature. */
	readonly signWith?: string | null;
	/** What all tries of one delivery share; a new one unless given. */
	readonly correlationId?: string;
	/** How often it is tried; three times unless given. */
	readonly maxAttempts?: number;
}

export interface IadvizeSenderOptions extends SenderOptions {
	/** The vendor takes https addresses only; tests may do without. */
	readonly allowHttp: boolean;
}

/**
 * Delivers as the vendor does: a call and, where it fails, two more. Success is any `20x`.
 *
 * The vendor documents retries for `40x` and `50x` only. What happens on a time-out, a network fault
 * or any other status is not documented: here they are retried likewise, the harder case for the
 * receiver.
 */
export async function deliver(
	delivery: Delivery,
	options: IadvizeSenderOptions,
): Promise<TimedReport> {
	checkAddress(delivery.endpoint.url, options.allowHttp);
	const { correlationId = randomUUID(), maxAttempts } = delivery;
	const dueMs = DUE_MS.slice(0, maxAttempts);
	const plan = { dueMs, isSuccess, callOf: () => callOf(delivery, correlationId) };
	return deliverWithRetries(plan, options);
}

function callOf(delivery: Delivery, correlationId: string): OutgoingCall {
	const { endpoint, method = 'POST' } = delivery;
	const body = method === 'GET' ? undefined : Buffer.from(delivery.body);
	return { endpoint, method, headers: headersFor(delivery, correlationId, body), body };
}

function headersFor(
	{ endpoint, headers = {}, contentType = 'application/json', signWith }: Delivery,
	correlationId: string,
	body: Buffer | undefined,
): Record<string, string> {
	const secret = signWith === undefined ? endpoint.secret : signWith;
	const all: Record<string, string | undefined> = {
		'content-type': body && contentType,
		'x-iadvize-delivery': randomUUID(),
		'x-iadvize-correlationid': correlationId,
		'x-iadvize-signature':
			secret === null ? undefined : signatureOf(body ?? queryOf(endpoint.url), secret),
		...headers,
	};
	const kept = Object.entries(all).filter((entry): entry is [string, string] => {
		return entry[1] !== undefined;
	});
	return Object.fromEntries(kept);
}

function queryOf(url: string): string {
	return new URL(url).search.slice(1);
}

function checkAddress(url: string, allowHttp: boolean): void {
	const { protocol } = new URL(url);
	if (protocol === 'https:' || (allowHttp && protocol === 'http:')) return;
	throw new Error(`iAdvize calls https addresses only, not ${url}`);
}

function isSuccess(status: number): boolean {
	return Math.floor(status / 10) === 20;
}
