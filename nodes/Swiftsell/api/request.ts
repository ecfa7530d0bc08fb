import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';
import { isObject, listOf } from '../../shared/fields';
import type { Call } from '../../shared/operations/call';
import { refusal } from '../../shared/operations/errors';
import type { Caller, HttpAnswer } from '../../shared/operations/exchange';
import { limitOf, pages } from '../../shared/operations/paging';
import { send } from '../../shared/operations/send';
import { vendor } from '../vendor';
import { baseAddress, CREDENTIAL } from './address';
import { refusalOf } from './errors';

interface SwiftsellRequest {
	method?: IHttpRequestMethods;
	/** From `/v1` or `/api/v1` on; parts that come from users are encoded already. */
	path: string;
	query?: IDataObject;
	json?: IDataObject;
	/** Sent instead of JSON. */
	form?: FormData;
}

/**
 * Asks the API (docs.swiftsell.biz, public APIs). Reads are repeated when Swiftsell is busy, writes
 * never: they may have been carried out.
 *
 * @throws NodeApiError when the answer is not a success: `ok` is false, whatever the HTTP status
 */
export async function swiftsell(context: Caller, request: SwiftsellRequest): Promise<IDataObject> {
	const url = `${await baseAddress(context)}${request.path}`;
	const answer = await ask(context, url, request);
	requireSuccess(context, answer);
	if (isObject(answer.body)) return answer.body as IDataObject;
	// What many writes answer is not documented; what a read answers is.
	if (request.method !== undefined && request.method !== 'GET') return { accepted: true };
	throw refusal(context, {
		message: `The answer is not from the Swiftsell API (HTTP ${answer.status})`,
		description: 'Check product and API Base URL in the credential, and the path of the call',
		status: answer.status,
		answered: `HTTP ${answer.status}, not an answer from the API`,
	});
}

/**
 * Posts to an address outside the API, whose answer is not documented: an empty one is also a
 * success.
 */
export async function post(context: Caller, url: string, json: unknown): Promise<IDataObject> {
	const answer = await ask(context, url, { method: 'POST', path: '', json: json as IDataObject });
	requireSuccess(context, answer);
	return isObject(answer.body) ? (answer.body as IDataObject) : { accepted: true };
}

async function ask(
	context: Caller,
	url: string,
	{ method = 'GET', query, json, form }: SwiftsellRequest,
): Promise<HttpAnswer> {
	return await send(context, {
		vendor: vendor.shortName,
		credential: CREDENTIAL,
		repeatable: method === 'GET',
		// The token is the account's own: there is none that n8n could renew.
		keeps401: true,
		request: {
			method,
			url,
			qs: query,
			headers: { Accept: 'application/json' },
			body: form ?? json,
			json: form === undefined,
		},
	});
}

function requireSuccess(context: Caller, answer: HttpAnswer): void {
	const { status, body } = answer;
	const isNo = isObject(body) && body.ok === false;
	if (isNo || status >= 400) throw refusal(context, refusalOf(answer));
}

/** What WotNot returns by default; nothing larger is documented. */
const PAGE_SIZE = 100;

/** All rows of a list, a page at a time: `limit` and `offset`, as WotNot has them. */
export function rowsOf(
	call: Call,
	request: SwiftsellRequest,
	key: string,
): AsyncGenerator<IDataObject> {
	const limit = Math.min(limitOf(call), PAGE_SIZE);
	const getPage = async (cursor = '0') => {
		const query = { ...request.query, limit, offset: Number(cursor) };
		const { [key]: list } = await swiftsell(call, { ...request, query });
		const rows = listOf(list).filter(isObject) as IDataObject[];
		call.logger.debug(`Swiftsell ${request.path}: ${rows.length} rows read from ${cursor} on`);
		const isLast = rows.length < limit;
		return { rows, next: isLast ? undefined : String(Number(cursor) + rows.length) };
	};
	return pages(getPage, ({ id }) => id);
}
