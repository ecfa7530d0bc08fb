import {
	sleep,
	type IDataObject,
	type IHookFunctions,
	type IHttpRequestMethods,
	type IHttpRequestOptions,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { isObject } from '../../shared/fields';
import { readJson } from '../../shared/json';
import { refusal, statusOf, type Caller as OperationCaller } from '../../shared/operations/errors';
import { apiHostOf } from '../dataCentres';
import { errorOf, isExpired, isThrottled, isWrongMethod, refusalOf } from './errors';
import { CREDENTIAL, renewedToken, storedToken } from './token';

export type Caller = OperationCaller | IHookFunctions | IWebhookFunctions;

// n8n's own OAuth2 signing knows only Bearer; SalesIQ wants this scheme.
const SCHEME = 'Zoho-oauthtoken';

const THROTTLED_WAIT_MS = 30_000;
const MAX_ATTEMPTS = 3;
const TIMEOUT_MS = 60_000;
const URGENT_TIMEOUT_MS = 4000;

export interface SalesIqRequest {
	method?: IHttpRequestMethods;
	/** Whole path from `/api` on; parts that come from users are encoded already. */
	path: string;
	query?: IDataObject;
	json?: IDataObject;
	/** Sent instead where SalesIQ calls the method wrong: some methods are not documented. */
	otherMethod?: IHttpRequestMethods;
	/** A body that is no JSON, made anew for each attempt. */
	form?: () => FormData;
	/** Somebody waits for an answer: asked once, and not for long. */
	isUrgent?: boolean;
}

/** An answer of SalesIQ that is no "no". */
export type SalesIqAnswer = Record<string, unknown> & { data?: unknown };

/**
 * Asks SalesIQ (zoho.com/salesiq/help, REST API v2). An expired token is renewed once and the
 * request sent again: n8n stores the new one, so the next item starts with it. Reads wait and are
 * sent again when SalesIQ is busy, writes never.
 *
 * @throws NodeApiError when the answer holds `error`, which it does inside HTTP 200
 */
export async function salesIq(context: Caller, request: SalesIqRequest): Promise<SalesIqAnswer> {
	const address = `https://${apiHostOf(await context.getCredentials(CREDENTIAL))}${request.path}`;
	let token = await storedToken(context);
	let answer = await attempt(context, address, request, token.access);
	if (isExpired(answer, token)) {
		token = await renewedToken(context, token);
		answer = await attempt(context, address, request, token.access);
	}
	if (request.otherMethod && isWrongMethod(answer)) {
		const other = { ...request, method: request.otherMethod };
		answer = await attempt(context, address, other, token.access);
	}
	return successOf(context, answer);
}

export interface HttpAnswer {
	status: number;
	body: unknown;
}

/** Sends one request; a read is sent again after a network fault, and while SalesIQ is busy. */
async function attempt(
	context: Caller,
	url: string,
	request: SalesIqRequest,
	token: string,
): Promise<HttpAnswer> {
	const isRead = (request.method ?? 'GET') === 'GET' && request.isUrgent !== true;
	for (let count = 1; ; count++) {
		const isLast = !isRead || count === MAX_ATTEMPTS;
		const answer = await sendOnce(context, url, request, token).catch((error: unknown) => {
			if (isLast) throw unreachable(context, error);
			return undefined;
		});
		const waitMs = answer && retryAfterMs(answer, count);
		if (answer && (waitMs === undefined || isLast)) return answer;
		context.logger.debug(`SalesIQ is busy: next try in ${waitMs ?? 1000} ms`);
		await sleep(waitMs ?? 1000);
	}
}

/** How long to wait before a read is sent again; undefined when it is not to be. */
function retryAfterMs(answer: HttpAnswer & { retryAfter?: string }, count: number) {
	const isDown = answer.status >= 500 || errorOf(answer)?.code === 1001;
	if (!isThrottled(answer) && !isDown) return undefined;
	const seconds = Number(answer.retryAfter ?? NaN);
	if (seconds >= 0) return Math.min(seconds * 1000, 2 * THROTTLED_WAIT_MS);
	return isThrottled(answer) ? THROTTLED_WAIT_MS * count : 1000 * count;
}

async function sendOnce(
	{ helpers }: Caller,
	url: string,
	{ method = 'GET', query, json, form, isUrgent }: SalesIqRequest,
	token: string,
): Promise<HttpAnswer & { retryAfter?: string }> {
	const options: IHttpRequestOptions = {
		method,
		url,
		qs: query,
		headers: {
			Accept: 'application/json',
			Authorization: `${SCHEME} ${token}`,
			...(json && { 'Content-Type': 'application/json' }),
		},
		...(json && { body: JSON.stringify(json) }),
		...(form && { body: form() }),
		// As text, because IDs beyond 2^53 come as bare numbers.
		encoding: 'text',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		timeout: isUrgent === true ? URGENT_TIMEOUT_MS : TIMEOUT_MS,
	};
	const { statusCode, headers, body } = (await helpers.httpRequest(options)) as {
		statusCode: number;
		headers: Record<string, string | undefined>;
		body: unknown;
	};
	return { status: statusCode, body: parsed(body), retryAfter: headers['retry-after'] };
}

function parsed(body: unknown): unknown {
	if (typeof body !== 'string' || body.trim() === '') return undefined;
	try {
		return readJson(Buffer.from(body));
	} catch {
		// Left as it is: a page of a gateway is no answer, though nothing is one to some writes.
		return body;
	}
}

function successOf(context: Caller, answer: HttpAnswer): SalesIqAnswer {
	const { status, body } = answer;
	const isAnswer = isObject(body) || body === undefined;
	if (errorOf(answer) === undefined && status < 400 && isAnswer) return body ?? {};
	throw refusal(context, refusalOf(answer));
}

function unreachable(context: Caller, error: unknown): Error {
	if (statusOf(error) !== undefined) return error as Error;
	const { message, code } = error as Error & { code?: string };
	return refusal(context, {
		message: `SalesIQ could not be reached: ${code ?? message}`,
		description: 'Check that n8n may reach the internet, and run it again',
	});
}
