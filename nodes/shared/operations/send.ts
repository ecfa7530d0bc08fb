import { sleep, type IDataObject, type IHttpRequestOptions } from 'n8n-workflow';
import { refusal, statusOf, type Caller } from './errors';

export interface HttpAnswer {
	statusCode: number;
	headers: IDataObject;
	body: unknown;
}

const MAX_ATTEMPTS = 4;
const MAX_WAIT_MS = 60_000;
const TIMEOUT_MS = 60_000;

interface Sending {
	/** Credential type that signs the request. */
	credential: string;
	/** The vendor's name, for messages. */
	vendor: string;
	request: IHttpRequestOptions;
	/** Whether it may be sent again: reads may, writes never, they may have been carried out. */
	repeatable: boolean;
	/** Whether 401 is an answer like any other, because there is no token that n8n could renew. */
	keeps401?: boolean;
}

/**
 * Sends a request and gives the answer whatever its status, but for 401, at which n8n renews a
 * token that it keeps. A repeatable request is sent again on 429, 5xx and network faults: up to
 * three more times, after what Retry-After says or 1 s, 2 s, 4 s.
 *
 * @throws NodeApiError when nothing answers, on 401, on 429 and on 5xx that last
 */
export async function send(context: Caller, sending: Sending): Promise<HttpAnswer> {
	for (let attempt = 1; ; attempt++) {
		const isLast = !sending.repeatable || attempt === MAX_ATTEMPTS;
		let answer: HttpAnswer | undefined;
		try {
			answer = await sendOnce(context, sending);
		} catch (error) {
			if (isLast || statusOf(error) !== undefined) throw unanswered(context, sending, error);
		}
		if (answer && !isBusy(answer)) return answer;

		const waitMs = waitOf(answer) ?? 1000 * 2 ** (attempt - 1);
		if (answer && (isLast || waitMs > MAX_WAIT_MS)) throw busy(context, sending, answer, attempt);
		context.logger.debug(`${sending.vendor} is busy: next try in ${waitMs} ms`);
		await sleep(waitMs);
	}
}

async function sendOnce(
	context: Caller,
	{ credential, request, keeps401 }: Sending,
): Promise<HttpAnswer> {
	return (await context.helpers.httpRequestWithAuthentication.call(context, credential, {
		timeout: TIMEOUT_MS,
		...request,
		returnFullResponse: true,
		ignoreHttpStatusErrors: keeps401 ?? { ignore: true, except: [401] },
	})) as HttpAnswer;
}

const isBusy = ({ statusCode }: HttpAnswer) => statusCode === 429 || statusCode >= 500;

/** Retry-After in ms; seconds and dates are both allowed (RFC 9110, 10.2.3). */
function waitOf(answer: HttpAnswer | undefined): number | undefined {
	const header = answer?.headers['retry-after'];
	if (typeof header !== 'string' || header === '') return undefined;
	const waitMs = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
	return Number.isNaN(waitMs) ? undefined : Math.max(waitMs, 0);
}

function busy(context: Caller, { vendor }: Sending, answer: HttpAnswer, attempts: number) {
	const waitMs = waitOf(answer);
	const wait = waitMs === undefined ? 'a minute' : `${Math.ceil(waitMs / 1000)} seconds`;
	const tries = attempts === 1 ? 'the only try' : `${attempts} tries`;
	return answer.statusCode === 429
		? refusal(context, {
				message: `${vendor} takes no more calls for now (HTTP 429 after ${tries})`,
				description: `Wait ${wait} and run it again; with many items, put a Loop Over Items node with a Wait node before this one`,
				status: 429,
			})
		: refusal(context, {
				message: `${vendor} is out of order (HTTP ${answer.statusCode} after ${tries})`,
				description: `Wait ${wait} and run it again; a write that got this answer may have been carried out all the same`,
				status: answer.statusCode,
			});
}

/** n8n's own words name the code of a network fault; a missing credential is passed on as it is. */
function unanswered(context: Caller, { vendor }: Sending, error: unknown) {
	const { message = '', code } = error as { message?: string; code?: string };
	if (statusOf(error) !== undefined || (error as Error).name === 'NodeOperationError') {
		return error as Error;
	}
	return refusal(context, {
		message: `${vendor} could not be reached: ${code ?? message}`,
		description: 'Check that n8n may reach the internet, and run it again',
	});
}
