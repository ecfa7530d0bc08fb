import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Dispatcher } from 'undici';
import type { DeliveryAttempt, DeliveryReport, Endpoint } from '../../simulator';
import type { Clock } from '../clock';
import { SECOND_MS } from '../clock';
import { signatureOf } from './sign';
import type { Timeouts } from './transport';
import { call } from './transport';

/** When the two retries are due, after the first call (contract §2.1). */
const RETRY_AFTER_MS = [10 * SECOND_MS, 30 * SECOND_MS];

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
}

/** An attempt and when it started, in milliseconds of the simulator's clock. */
export interface TimedAttempt extends DeliveryAttempt {
	readonly at: number;
}

export interface TimedReport extends DeliveryReport {
	readonly attempts: readonly TimedAttempt[];
}

export interface SenderOptions {
	readonly clock: Clock;
	readonly timeouts: Timeouts;
	/** The vendor takes https addresses only; tests may do without. */
	readonly allowHttp: boolean;
	/** Ends calls and pauses under way: the simulator stops. */
	readonly stopping: AbortSignal;
}

/**
 * Delivers as the vendor does: a call and, where it fails, two more. Success is any `20x`.
 *
 * The vendor documents retries for `40x` and `50x` only. What happens on a time-out, a network fault
 * or any other status is not documented: here they are retried likewise, the harder case for the
 * receiver.
 */
export async function deliver(delivery: Delivery, options: SenderOptions): Promise<TimedReport> {
	const { clock, stopping } = options;
	checkAddress(delivery.endpoint.url, options.allowHttp);
	const correlationId = randomUUID();
	const attempts: TimedAttempt[] = [];
	const firstAt = clock.now();
	for (const dueMs of [0, ...RETRY_AFTER_MS]) {
		const pauseMs = firstAt + dueMs - clock.now();
		if (pauseMs > 0) await pause(pauseMs, options);
		if (stopping.aborted) break;
		const attempt = await attemptOnce(delivery, correlationId, options);
		attempts.push(attempt);
		if (isSuccess(attempt)) return { attempts, delivered: true };
	}
	return { attempts, delivered: false };
}

async function attemptOnce(
	delivery: Delivery,
	correlationId: string,
	{ clock, timeouts, stopping }: SenderOptions,
): Promise<TimedAttempt> {
	const { endpoint, method = 'POST' } = delivery;
	const body = method === 'GET' ? undefined : Buffer.from(delivery.body);
	const headers = headersFor(delivery, correlationId, body);
	const at = clock.now();
	const result = await call({
		url: endpoint.url,
		method,
		headers,
		body,
		proxy: endpoint.proxy,
		timeouts,
		stopping,
	});
	return { headers, body: body?.toString('utf8') ?? '', at, ...result };
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

async function pause(ms: number, { clock, stopping }: SenderOptions): Promise<void> {
	if (stopping.aborted) return;
	const over = new AbortController();
	const stopped = once(stopping, 'abort', { signal: over.signal }).catch(() => undefined);
	await Promise.race([clock.sleep(ms), stopped]);
	over.abort();
}

function isSuccess({ status }: DeliveryAttempt): boolean {
	return status !== undefined && Math.floor(status / 10) === 20;
}
