import { once } from 'node:events';
import type { Dispatcher } from 'undici';
import type { DeliveryAttempt, DeliveryReport, Endpoint } from '../simulator';
import type { Clock } from './clock';
import type { HeaderValues, Timeouts } from './transport';
import { call } from './transport';

/** An attempt and when it started, in milliseconds of the simulator's clock. */
interface TimedAttempt extends DeliveryAttempt {
	readonly at: number;
}

export interface TimedReport extends DeliveryReport {
	readonly attempts: readonly TimedAttempt[];
}

/** What every delivery of one simulator shares. */
export interface SenderOptions {
	readonly clock: Clock;
	readonly timeouts: Timeouts;
	/** Ends calls and pauses under way: the simulator stops. */
	readonly stopping: AbortSignal;
}

/** One HTTP call of a delivery, as it goes over the wire. */
export interface OutgoingCall {
	readonly endpoint: Pick<Endpoint, 'url' | 'proxy'>;
	readonly method: Dispatcher.HttpMethod;
	readonly headers: HeaderValues;
	readonly body?: Buffer;
}

interface RetryPlan {
	/** When each attempt is due, in milliseconds after the first; the first entry is 0. */
	readonly dueMs: readonly number[];
	/** Whether the vendor is content with that status. */
	isSuccess(status: number): boolean;
	/** The call of an attempt; the first has number 1. */
	callOf(attempt: number): OutgoingCall;
}

/** Calls until the vendor is content or its plan is at its end; a fault counts as a failure. */
export async function deliverWithRetries(
	plan: RetryPlan,
	options: SenderOptions,
): Promise<TimedReport> {
	const { clock, stopping } = options;
	const attempts: TimedAttempt[] = [];
	const firstAt = clock.now();
	for (const [index, dueMs] of plan.dueMs.entries()) {
		const pauseMs = firstAt + dueMs - clock.now();
		if (pauseMs > 0) await pause(pauseMs, options);
		if (stopping.aborted) break;
		const attempt = await attemptOnce(plan.callOf(index + 1), options);
		attempts.push(attempt);
		if (attempt.status !== undefined && plan.isSuccess(attempt.status)) {
			return { attempts, delivered: true };
		}
	}
	return { attempts, delivered: false };
}

async function attemptOnce(
	{ endpoint, method, headers, body }: OutgoingCall,
	{ clock, timeouts, stopping }: SenderOptions,
): Promise<TimedAttempt> {
	const at = clock.now();
	const started = performance.now();
	const { url, proxy } = endpoint;
	const result = await call({ url, method, headers, body, proxy, timeouts, stopping });
	const sent = { method, url, headers: asSeen(headers), body: body?.toString('utf8') ?? '' };
	return { ...sent, at, tookMs: performance.now() - started, ...result };
}

/** Headers as HTTP reads them: several lines of one name are one value with commas. */
function asSeen(headers: HeaderValues): Record<string, string> {
	const entries = Object.entries(headers).map(([name, value]): [string, string] => {
		return [name, typeof value === 'string' ? value : value.join(', ')];
	});
	return Object.fromEntries(entries);
}

async function pause(ms: number, { clock, stopping }: SenderOptions): Promise<void> {
	if (stopping.aborted) return;
	const over = new AbortController();
	const stopped = once(stopping, 'abort', { signal: over.signal }).catch(() => undefined);
	await Promise.race([clock.sleep(ms), stopped]);
	over.abort();
}
