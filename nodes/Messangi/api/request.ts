import { NodeOperationError, type IDataObject, type IHttpRequestMethods } from 'n8n-workflow';
import { isObject } from '../../shared/fields';
import { refusal } from '../../shared/operations/errors';
import type { Caller, HttpAnswer } from '../../shared/operations/exchange';
import { send } from '../../shared/operations/send';
import { vendor } from '../vendor';
import { refusalOf } from './errors';

export const CREDENTIAL = 'messangiApi';

interface MessangiRequest {
	method?: IHttpRequestMethods;
	/** From the service on: `/raven/v2/messages`. Parts that come from users are encoded already. */
	path: string;
	query?: IDataObject;
	json?: IDataObject;
}

/**
 * Asks the API (docs.messangi.com, reference). Reads are repeated when Messangi is busy, writes
 * never: a message would be sent twice.
 *
 * @throws NodeApiError on anything but success
 */
export async function messangi(context: Caller, request: MessangiRequest): Promise<IDataObject> {
	const answer = await ask(context, request);
	const { body, status } = answer;
	if (status >= 400) throw refusal(context, refusalOf(answer));
	if (isObject(body)) return body as IDataObject;
	// What some operations answer is not documented; an empty answer is a success.
	if (body === undefined || body === null || body === '') return { accepted: true };
	throw refusal(context, {
		message: `The answer is not from the Messangi API (HTTP ${status})`,
		description:
			'Check the host in the credential and the path of the call. A message may still have been sent.',
		status,
		answered: `HTTP ${status}, not an answer from the API`,
	});
}

async function ask(
	context: Caller,
	{ method = 'GET', path, query, json }: MessangiRequest,
): Promise<HttpAnswer> {
	const url = `${await hostOf(context)}${path}`;
	return await send(context, {
		vendor: vendor.shortName,
		credential: CREDENTIAL,
		repeatable: method === 'GET',
		loginRefusal,
		request: {
			method,
			url,
			qs: query,
			headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
			body: json,
			json: true,
		},
	});
}

const loginRefusal = (status: number) =>
	status >= 400 && status <= 403 ? refusalOf({ status, body: undefined }) : undefined;

/**
 * The host of the credential: `https://elastic.messangi.me`.
 *
 * @throws NodeOperationError when it is not an https address
 */
async function hostOf(context: Caller): Promise<string> {
	const { host } = await context.getCredentials<Record<string, unknown>>(CREDENTIAL);
	const text = typeof host === 'string' ? host.trim() : '';
	const address = URL.canParse(text) ? new URL(text) : undefined;
	const isPlain = address?.pathname === '/' && address.username === '' && address.search === '';
	if (address?.protocol === 'https:' && isPlain) return address.origin;
	throw new NodeOperationError(
		context.getNode(),
		'The host in the credential is not an https address',
		{
			description: 'Write it as https://elastic.messangi.me, without a path',
		},
	);
}
