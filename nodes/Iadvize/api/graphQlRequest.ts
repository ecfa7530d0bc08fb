import type { IDataObject } from 'n8n-workflow';
import { isObject, listOf } from '../../shared/fields';
import { refusal, type Refusal } from '../../shared/operations/errors';
import type { Caller, HttpAnswer } from '../../shared/operations/exchange';
import { send } from '../../shared/operations/send';
import { vendor } from '../vendor';
import { dataOf, type GraphQlAnswer, type Reading } from './graphQlAnswer';
import { adapt } from './schema/adapt';
import type { Adapted } from './schema/edits';
import { adaptByErrors, isSchemaFault } from './schema/faults';
import { askSchema, knownSchema } from './schema/known';

export interface GraphQlRequest extends Reading {
	query: string;
	variables?: IDataObject;
	/** Name of a preview that the fields need: `knowledge`. */
	preview?: string;
	/** Whether it may be sent again when iAdvize is busy: queries may, mutations never. */
	repeatable: boolean;
	/** Whether the text is the pack's own: it is fitted to what the account has. */
	isOwn?: boolean;
}

const MAX_ROUNDS = 3;

/** A query of the pack's own. */
export const own = (query: string, variables?: IDataObject): GraphQlRequest => ({
	query,
	variables,
	repeatable: true,
	isOwn: true,
});

/**
 * Asks the GraphQL API (docs.iadvize.dev, GraphQL API). n8n keeps one token a day and logs in again
 * when iAdvize answers 401. Where the account lacks a field of one of the pack's own queries, its
 * schema is asked, and the query is sent without.
 *
 * @returns the `data` of the answer, even if a query has errors alongside it
 * @throws NodeApiError when the answer has `errors` and no data, even inside HTTP 200
 */
export async function graphQl(context: Caller, request: GraphQlRequest): Promise<IDataObject> {
	const { query, isOwn = false } = request;
	const known = isOwn ? await knownSchema(context) : undefined;
	let fitted: Adapted = known ? adapt(query, known) : { text: query, missing: [] };
	let answer = await ask(context, { ...request, query: fitted.text ?? query });
	if (isOwn && !known && isSchemaFault(answer.errors)) {
		const schema = await askSchema(context, async (text) => {
			const { data } = await ask(context, { query: text, repeatable: true });
			return data;
		});
		// What stands below a field that is not there shows only once that has its older name.
		for (let round = 0; round < MAX_ROUNDS && isSchemaFault(answer.errors); round++) {
			const { text: before = query, missing } = fitted;
			const { text, ...more } = schema
				? adapt(query, schema)
				: adaptByErrors(before, answer.errors);
			if (text === undefined || text === before) break;
			fitted = { text, missing: [...missing, ...more.missing] };
			answer = await ask(context, { ...request, query: text });
		}
	}
	return dataOf(context, answer, request, fitted.missing);
}

async function ask(context: Caller, request: GraphQlRequest): Promise<GraphQlAnswer> {
	let answer = await post(context, request);
	// The status of an expired token is not documented: inside HTTP 200, n8n renews nothing on its
	// own.
	if (isExpired(answer)) answer = await post(withoutToken(context), request);
	if (isExpired(answer)) {
		throw refusal(context, {
			message: 'iAdvize does not accept the access token, not even a new one',
			description: 'Check email and password in the credential "iAdvize GraphQL API"',
			status: 401,
		});
	}
	const { errors, data } = isObject(answer.body) ? answer.body : {};
	return { data, errors: listOf(errors), status: answer.status };
}

async function post(context: Caller, { query, variables, preview, repeatable }: GraphQlRequest) {
	const { platform } = await context.getCredentials('iadvizeGraphQlApi');
	return await send(context, {
		vendor: vendor.shortName,
		credential: 'iadvizeGraphQlApi',
		repeatable,
		loginRefusal,
		request: {
			method: 'POST',
			url: `https://api.iadvize.com/graphql${platform === 'sd' ? '?platform=sd' : ''}`,
			headers: { Accept: `application/${preview ? `vnd.iadvize.${preview}-preview+` : ''}json` },
			body: { query, variables: variables ?? {} },
			json: true,
		},
	});
}

/** n8n passes on the answer to the login; the request itself fails with no status but 401. */
const loginRefusal = (status: number): Refusal =>
	status === 429
		? {
				message: 'iAdvize accepts no more logins from this user for now',
				description: 'It accepts ten a minute: wait a minute and run it again',
				status: 401,
			}
		: {
				message: `iAdvize does not accept the login (HTTP ${status})`,
				description:
					'Check email and password in the credential "iAdvize GraphQL API", and use a user with a password of its own, not single sign-on',
				status: 401,
			};

const isExpired = ({ body }: HttpAnswer) => isObject(body) && body.error === 'invalid_token';

/** The same caller, whose stored token reads as empty, so that n8n logs in and stores a new one. */
function withoutToken(context: Caller): Caller {
	const getCredentials = async (type: string) => ({
		...(await context.getCredentials(type)),
		accessToken: '',
	});
	return Object.create(context, { getCredentials: { value: getCredentials } }) as Caller;
}
