import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';
import { isObject } from '../../shared/fields';
import type { Call } from '../../shared/operations/call';
import { refusal } from '../../shared/operations/errors';
import type { Caller, HttpAnswer } from '../../shared/operations/exchange';
import { limitOf, pages } from '../../shared/operations/paging';
import { send } from '../../shared/operations/send';
import { vendor } from '../vendor';
import { toBrackets } from './brackets';

interface RestRequest {
	method?: IHttpRequestMethods;
	/** Below `/api/2`; parts that come from users are encoded already. */
	path: string;
	query?: IDataObject;
	/** Fields of a write, sent as a form. */
	form?: IDataObject;
	/** Whether the answer keeps `sso_key`, which logs its owner in without a password. */
	keepSsoKey?: boolean;
}

interface RestAnswer {
	meta: IDataObject;
	data: unknown;
	pagination: IDataObject;
}

/** The largest page that iAdvize returns. */
const PAGE_SIZE = 100;

/**
 * Asks the REST API, version 2 (docs.iadvize.dev, REST API). Reads are repeated when iAdvize is
 * busy, writes never.
 *
 * @throws NodeApiError on anything but success: iAdvize also refuses inside HTTP 200
 */
export async function rest(context: Caller, request: RestRequest): Promise<RestAnswer> {
	const { method = 'GET', path, query = {}, form, keepSsoKey = false } = request;
	const search = toBrackets(query).toString();
	const answer = await send(context, {
		vendor: vendor.shortName,
		credential: 'iadvizeRestApi',
		repeatable: method === 'GET',
		request: {
			method,
			url: `${await baseAddress(context)}${path}${search && `?${search}`}`,
			headers: {
				Accept: 'application/json',
				...(form && { 'Content-Type': 'application/x-www-form-urlencoded' }),
			},
			body: form && toBrackets(form).toString(),
			json: true,
		},
	});
	const { meta, data, pagination } = successOf(context, answer);
	return {
		meta: meta as IDataObject,
		data: keepSsoKey ? data : withoutSsoKey(data),
		pagination: isObject(pagination) ? (pagination as IDataObject) : {},
	};
}

/** All rows of a list, a page at a time; no page is larger than what the user asked for. */
export function restRows(call: Call, request: RestRequest): AsyncGenerator<IDataObject> {
	const limit = Math.min(limitOf(call), PAGE_SIZE);
	const getPage = async (cursor = '1') => {
		const query = { full: 1, ...request.query, page: cursor, limit };
		const answer = await rest(call, { ...request, query });
		const { page = Number(cursor), pages: last = 0, count } = answer.pagination;
		call.logger.debug(`iAdvize ${request.path}: page ${cursor} read`, { last, count });
		const isLast = Number(page) >= Number(last);
		return { rows: rowsIn(answer), next: isLast ? undefined : String(Number(page) + 1) };
	};
	return pages(getPage, ({ id }) => id);
}

/** The objects of an answer's data, whether it is one or a list. */
export function rowsIn({ data }: Pick<RestAnswer, 'data'>): IDataObject[] {
	const rows: unknown[] = Array.isArray(data) ? data : [data];
	return rows.filter(isObject) as IDataObject[];
}

/**
 * The one object that was asked for by its ID; one that is not known is told by `meta.status`.
 *
 * @throws NodeApiError when the data has none
 */
export function oneIn(context: Caller, answer: RestAnswer): IDataObject {
	const [only] = rowsIn(answer);
	if (only && Object.keys(only).length > 0) return only;
	throw noAnswer(context, 200);
}

/**
 * The rows of a list, which is empty if iAdvize has none.
 *
 * @throws NodeApiError when the data has neither rows nor an empty list
 */
export function listIn(context: Caller, answer: RestAnswer): IDataObject[] {
	const isEmpty = Array.isArray(answer.data) && answer.data.length === 0;
	return isEmpty ? [] : [oneIn(context, answer), ...rowsIn(answer).slice(1)];
}

async function baseAddress(context: Caller): Promise<string> {
	const { platform } = await context.getCredentials('iadvizeRestApi');
	return `https://${platform === 'sd' ? 'sd' : 'ha'}.iadvize.com/api/2`;
}

/** iAdvize's verdict is `meta.status`, whatever the HTTP status; "fail" and "error" both mean no. */
function successOf(context: Caller, { body, status }: HttpAnswer): Record<string, unknown> {
	if (!isObject(body) || !isObject(body.meta)) {
		throw noAnswer(context, status);
	}
	if (body.meta.status === 'success') return body;

	const said = typeof body.meta.message === 'string' ? body.meta.message : 'no reason given';
	const isForbidden = said === 'Forbidden' || status === 403;
	throw refusal(context, {
		message: isForbidden ? 'iAdvize does not accept the API key' : `iAdvize says: ${said}`,
		description: isForbidden
			? 'Check key and platform in the credential "iAdvize REST API"; iAdvize support provides keys'
			: howToMend(said),
		status: isForbidden ? 401 : isUnknown(said) ? 404 : status,
		answered: `HTTP ${status}, meta.status ${body.meta.status === 'fail' ? 'fail' : 'error'}`,
	});
}

const noAnswer = (context: Caller, status: number) =>
	refusal(context, {
		message: `The answer is not from the iAdvize REST API (HTTP ${status})`,
		description: 'Check the platform in the credential and the path of the call',
		answered: `HTTP ${status}, not an answer from the API`,
	});

const isUnknown = (said: string) => said.startsWith('Unknown');

function howToMend(said: string): string {
	if (isUnknown(said)) {
		return 'Check the ID, and that the API key may see its project. REST IDs are whole numbers, not the UUIDs of events';
	}
	if (said.endsWith('is missing.')) return 'Add this field and run it again';
	if (said.endsWith('is not valid.')) return 'Correct the value of this field and run it again';
	return 'Check the fields of this operation against docs.iadvize.dev/technologies/rest-api';
}

function withoutSsoKey(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutSsoKey);
	if (!isObject(value)) return value;
	const kept = Object.entries(value).filter(([name]) => name !== 'sso_key');
	return Object.fromEntries(kept.map(([name, child]) => [name, withoutSsoKey(child)]));
}
