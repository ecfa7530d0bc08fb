import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';
import { isObject } from '../../shared/fields';
import { readJson } from '../../shared/json';
import { refusal } from '../../shared/operations/errors';
import type { Caller, HttpAnswer } from '../../shared/operations/exchange';
import { retryAfterMs, sendPatiently } from '../../shared/operations/retry';
import { apiHostOf } from '../dataCentres';
import { vendor } from '../vendor';
import { pathWithPortal } from '../whichPortal';
import { errorOf, isExpired, isThrottled, isWrongMethod, refusalOf } from './errors';
import { CREDENTIAL, renewedToken, storedToken } from './token';

// n8n's own OAuth2 signing knows only Bearer; SalesIQ wants this scheme.
const SCHEME = 'Zoho-oauthtoken';

const THROTTLED_WAIT_MS = 30_000;
const URGENT_TIMEOUT_MS = 4000;

interface SalesIqRequest {
	method?: IHttpRequestMethods;
	/** Whole path from `/api` on, see `portalPath`; parts that come from users are encoded already. */
	path: string;
	query?: IDataObject;
	json?: IDataObject;
	/** Sent instead if SalesIQ rejects the method: some methods are not documented. */
	otherMethod?: IHttpRequestMethods;
	/** A body other than JSON, rebuilt for each attempt. */
	form?: () => FormData;
	/** Someone is waiting for an answer: asked once, and not for long. */
	isUrgent?: boolean;
}

/** An answer from SalesIQ that is not a refusal. */
export type SalesIqAnswer = Record<string, unknown> & { data?: unknown };

/**
 * Asks SalesIQ (zoho.com/salesiq/help, REST API v2). An expired token is renewed once and the
 * request sent again: n8n stores the new one, so the next item starts with it. Reads wait and are
 * sent again when SalesIQ is busy, writes never.
 *
 * @throws NodeApiError when the answer has `error`, which it does inside HTTP 200
 */
export async function salesIq(context: Caller, request: SalesIqRequest): Promise<SalesIqAnswer> {
	const credential = await context.getCredentials(CREDENTIAL);
	const path = pathWithPortal(context, request.path, credential);
	const address = `https://${apiHostOf(credential)}${path}`;
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

/** Sends one request; a read is sent again after a network fault, and while SalesIQ is busy. */
async function attempt(
	context: Caller,
	url: string,
	{ method = 'GET', query, json, form, isUrgent = false }: SalesIqRequest,
	token: string,
): Promise<HttpAnswer> {
	const { answer } = await sendPatiently(context, {
		vendor: vendor.shortName,
		maxTries: method === 'GET' && !isUrgent ? 3 : 1,
		isBusy,
		waitMs,
		readBody: parsed,
		transmit: async (options) => (await context.helpers.httpRequest(options)) as unknown,
		request: {
			method,
			url,
			qs: query,
			headers: {
				Accept: 'application/json',
				Authorization: `${SCHEME} ${token}`,
				...(json && { 'Content-Type': 'application/json' }),
			},
			body: json ? JSON.stringify(json) : form?.(),
			// As text, because IDs beyond 2^53 come as bare numbers.
			encoding: 'text',
			ignoreHttpStatusErrors: true,
			...(isUrgent && { timeout: URGENT_TIMEOUT_MS }),
		},
	});
	return answer;
}

const isBusy = (answer: HttpAnswer) =>
	isThrottled(answer) || answer.status >= 500 || errorOf(answer)?.code === 1001;

function waitMs(answer: HttpAnswer | undefined, tries: number): number {
	const stepMs = answer && isThrottled(answer) ? THROTTLED_WAIT_MS : 1000;
	return Math.min(retryAfterMs(answer) ?? stepMs * tries, 2 * THROTTLED_WAIT_MS);
}

function parsed(body: unknown): unknown {
	if (typeof body !== 'string' || body.trim() === '') return undefined;
	try {
		return readJson(Buffer.from(body));
	} catch {
		// Left as it is: a gateway's page is not an answer, though an empty body is one to some writes.
		return body;
	}
}

function successOf(context: Caller, answer: HttpAnswer): SalesIqAnswer {
	const { status, body } = answer;
	const isAnswer = isObject(body) || body === undefined;
	if (errorOf(answer) === undefined && status < 400 && isAnswer) return body ?? {};
	throw refusal(context, refusalOf(answer));
}
