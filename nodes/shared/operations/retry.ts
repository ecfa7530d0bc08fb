import { sleep, type IHttpRequestOptions } from 'n8n-workflow';
import { refusal, statusOf, type Refusal } from './errors';
import type { Caller, HttpAnswer } from './exchange';

const TIMEOUT_MS = 60_000;
const MAX_WAIT_MS = 60_000;

export interface Sending {
	/** The vendor's name, for messages. */
	vendor: string;
	request: IHttpRequestOptions;
	/** Signs and sends it. An error with a status is n8n's or ours, and passed on. */
	transmit: (request: IHttpRequestOptions) => Promise<unknown>;
	/** Turns a body into something; by default, what n8n made of it. */
	readBody?: (body: unknown) => unknown;
	/** How many times it is sent at most: a write only once, as it may have been carried out. */
	maxTries: number;
	/** Whether an answer means "not now". */
	isBusy: (answer: HttpAnswer) => boolean;
	/** Milliseconds until the next try, after such an answer or none at all. */
	waitMs: (answer: HttpAnswer | undefined, tries: number) => number;
}

/**
 * Sends a request until it is answered, and returns the last answer, which may still say "not now".
 * It is sent again on network faults and while the vendor is busy, unless the wait would be too
 * long.
 *
 * @throws NodeApiError when nothing answers
 */
export async function sendPatiently(
	context: Caller,
	sending: Sending,
): Promise<{ answer: HttpAnswer; tries: number }> {
	const { vendor, maxTries, isBusy, waitMs } = sending;
	for (let tries = 1; ; tries++) {
		const isLast = tries >= maxTries;
		const answer = await sendOnce(sending).catch((error: unknown) => {
			if (isLast || statusOf(error) !== undefined) throw unanswered(context, vendor, error);
			return undefined;
		});
		const nextMs = waitMs(answer, tries);
		if (answer && (isLast || !isBusy(answer) || nextMs > MAX_WAIT_MS)) return { answer, tries };
		context.logger.debug(`${vendor} is busy: next try in ${nextMs} ms`);
		await sleep(nextMs);
	}
}

async function sendOnce({ request, transmit, readBody }: Sending): Promise<HttpAnswer> {
	const options = { timeout: TIMEOUT_MS, ...request, returnFullResponse: true };
	const { statusCode, headers, body } = (await transmit(options)) as {
		statusCode: number;
		headers: Record<string, unknown>;
		body: unknown;
	};
	return {
		status: statusCode,
		body: readBody ? readBody(body) : body,
		retryAfter: headers['retry-after'],
	};
}

/** Retry-After in ms; seconds and dates are both allowed (RFC 9110, 10.2.3). */
export function retryAfterMs(answer: HttpAnswer | undefined): number | undefined {
	const header = answer?.retryAfter;
	if (typeof header !== 'string' || header === '') return undefined;
	const waitMs = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
	return Number.isNaN(waitMs) ? undefined : Math.max(waitMs, 0);
}

/** What is said about a vendor, or a gateway in front of it, that is busy or down. */
export function outage(
	vendor: string,
	status: number,
	{ after = '', wait = 'a minute' } = {},
): Refusal {
	const [what, hint] =
		status === 429
			? [
					'accepts no more calls for now',
					'with many items, put a Loop Over Items node with a Wait node before this one',
				]
			: ['is unavailable', 'a write that got this answer may still have been carried out'];
	return {
		message: `${vendor} ${what} (HTTP ${status}${after})`,
		description: `Wait ${wait} and try again; ${hint}`,
		status,
	};
}

/** n8n's own words name the code of a network fault; a missing credential is passed on as it is. */
function unanswered(context: Caller, vendor: string, error: unknown): Error {
	const { name, message, code } = error as Error & { code?: string };
	if (statusOf(error) !== undefined || name === 'NodeOperationError') return error as Error;
	return refusal(context, {
		message: `${vendor} could not be reached: ${code ?? message}`,
		description: 'Check that n8n may reach the internet, and run it again',
	});
}
