import type { IDataObject } from 'n8n-workflow';
import { refusal, type Refusal } from '../../shared/operations/errors';
import type { Caller, HttpAnswer } from '../../shared/operations/exchange';
import { pages } from '../../shared/operations/paging';
import { sentenceOf } from '../../shared/operations/sentence';
import { send } from '../../shared/operations/send';
import { isObject, listOf } from '../../shared/fields';
import { vendor } from '../vendor';
import { adapt } from './schema/adapt';
import type { Adapted } from './schema/edits';
import { adaptByErrors, isSchemaFault } from './schema/faults';
import { askSchema, knownSchema } from './schema/known';

export interface GraphQlRequest {
	query: string;
	variables?: IDataObject;
	/** Name of a preview that the fields need: `knowledge`. */
	preview?: string;
	/** Whether it may be sent again when iAdvize is busy: queries may, mutations never. */
	repeatable: boolean;
	/** Whether the text is the pack's own: it is fitted to what the account has. */
	isOwn?: boolean;
	/**
	 * Takes what is missing of a query's answer; it is logged unless given. `places` are the paths of
	 * errors, such as `conversation.visitor`, and empty where an error says none.
	 */
	inPart?: (error: Error, places: string[]) => void;
}

interface GraphQlAnswer {
	/** As the server sent it; no object where it sent something else. */
	data: unknown;
	errors: unknown[];
	status: number;
}

/**
 * Asks the GraphQL API (docs.iadvize.dev, GraphQL API). n8n keeps one token a day and logs in
 * again when iAdvize answers 401. Where the account lacks a field of one of the pack's own queries,
 * its schema is asked, and the query is sent without.
 *
 * @returns the `data` of the answer, also where a query has errors beside it
 * @throws NodeApiError when the answer holds `errors` and no data, also inside HTTP 200
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
		fitted = schema ? adapt(query, schema) : adaptByErrors(query, answer.errors);
		const { text } = fitted;
		if (text !== undefined && text !== query)
			answer = await ask(context, { ...request, query: text });
	}
	return dataOf(context, answer, request, fitted.missing);
}

async function ask(context: Caller, request: GraphQlRequest): Promise<GraphQlAnswer> {
	let answer = await post(context, request);
	// The status of an expired token is not documented: inside HTTP 200, n8n renews nothing by itself.
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

/** All nodes of a Relay connection, a page at a time. */
export function connectionRows(
	context: Caller,
	field: string,
	request: (after: string | undefined) => GraphQlRequest,
	keyOf: (row: IDataObject) => unknown = ({ id }) => id,
): AsyncGenerator<IDataObject> {
	const getPage = async (after: string | undefined) => {
		const { [field]: connection } = await graphQl(context, request(after));
		const { edges, pageInfo } = (connection ?? {}) as IDataObject;
		const { hasNextPage, endCursor } = (pageInfo ?? {}) as IDataObject;
		return {
			rows: ((edges ?? []) as IDataObject[])
				.map(({ node }) => node)
				.filter(isObject) as IDataObject[],
			next: hasNextPage === true && typeof endCursor === 'string' ? endCursor : undefined,
		};
	};
	return pages(getPage, keyOf);
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

/** n8n passes on what the login was told; the request itself fails with no status but 401. */
const loginRefusal = (status: number): Refusal =>
	status === 429
		? {
				message: 'iAdvize takes no more logins of this user for now',
				description: 'It takes ten a minute: wait a minute and run it again',
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

function dataOf(
	context: Caller,
	{ data, errors, status }: GraphQlAnswer,
	{ repeatable, inPart }: GraphQlRequest,
	missing: readonly string[],
): IDataObject {
	const tell =
		inPart ??
		((error: Error) => {
			context.logger.warn(sentenceOf(error.message));
		});
	if (errors.length > 0) {
		const error = refusal(context, {
			message: `iAdvize says: ${errors.map(textOfError).join('; ')}`,
			description:
				'Where a field or argument is named, the account does not have it: change the text of the query under Options, or use the resource GraphQL',
			// What an account does not have, it will not have a minute later.
			status: isSchemaFault(errors) ? 400 : status,
		});
		// What a mutation did is not known when part of it failed.
		if (!repeatable || !holdsData(data)) throw error;
		tell(error, errors.map(placeOf));
	}
	if (!isObject(data)) {
		throw refusal(context, {
			message: `iAdvize sent no answer of its GraphQL API (HTTP ${status})`,
			description: 'Run it again; if it stays so, check the text of the query',
		});
	}
	if (missing.length > 0 && holdsData(data)) tell(doesWithout(context, missing), []);
	return data as IDataObject;
}

const doesWithout = (context: Caller, missing: readonly string[]) =>
	refusal(context, {
		message: `This iAdvize account has no ${[...new Set(missing)].join(', ')}: the query does without`,
		description: 'Newer accounts lack what iAdvize has removed from its API',
		status: 400,
	});

const holdsData = (data: unknown) =>
	isObject(data) && Object.values(data).some((value) => value !== null);

function textOfError(error: unknown): string {
	const { message } = error as { message?: unknown };
	const place = placeOf(error);
	const where = place === '' ? '' : ` (at ${place})`;
	return `${typeof message === 'string' ? message : 'no reason given'}${where}`;
}

function placeOf(error: unknown): string {
	const { path } = error as { path?: unknown };
	return Array.isArray(path) ? path.join('.') : '';
}

/** A mutation says no in `userErrors`, next to data that looks fine. */
export function requireNoUserErrors(context: Caller, data: IDataObject, mutation: string): void {
	const { userErrors } = (data[mutation] ?? {}) as IDataObject;
	if (!Array.isArray(userErrors) || userErrors.length === 0) return;
	const names = (userErrors as IDataObject[]).map(({ __typename: name }) => name as string);
	throw refusal(context, {
		message: `iAdvize refuses ${mutation}: ${names.join(', ')}`,
		description: 'Check the values of this operation; the name above is all that iAdvize tells',
	});
}
