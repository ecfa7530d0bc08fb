import type { IDataObject } from 'n8n-workflow';
import { refusal, statusOf, type Caller } from '../../shared/operations/errors';
import { pages } from '../../shared/operations/paging';
import { send, type HttpAnswer } from '../../shared/operations/send';
import { isObject } from '../../shared/fields';

export interface GraphQlRequest {
	query: string;
	variables?: IDataObject;
	/** Name of a preview that the fields need: `knowledge`. */
	preview?: string;
	/** Whether it may be sent again when iAdvize is busy: queries may, mutations never. */
	repeatable: boolean;
	/** Takes the errors of a query that was answered all the same; they are logged unless given. */
	inPart?: (error: Error) => void;
}

/**
 * Asks the GraphQL API (docs.iadvize.dev, GraphQL API). n8n keeps one token a day and logs in
 * again when iAdvize answers 401.
 *
 * @returns the `data` of the answer, also where a query has errors beside it
 * @throws NodeApiError when the answer holds `errors` and no data, also inside HTTP 200
 */
export async function graphQl(context: Caller, request: GraphQlRequest): Promise<IDataObject> {
	let answer = await post(context, request);
	// The status of an expired token is not documented: inside HTTP 200, n8n renews nothing by itself.
	if (isExpired(answer)) answer = await post(withoutToken(context), request);
	return dataOf(context, answer, request);
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
	try {
		return await send(context, {
			vendor: 'iAdvize',
			credential: 'iadvizeGraphQlApi',
			repeatable,
			request: {
				method: 'POST',
				url: `https://api.iadvize.com/graphql${platform === 'sd' ? '?platform=sd' : ''}`,
				headers: { Accept: `application/${preview ? `vnd.iadvize.${preview}-preview+` : ''}json` },
				body: { query, variables: variables ?? {} },
				json: true,
			},
		});
	} catch (error) {
		throw loginRefusal(context, error) ?? error;
	}
}

/** n8n passes on what the login was told; the request itself fails with no status but 401. */
function loginRefusal(context: Caller, error: unknown) {
	const status = statusOf(error);
	const isOwn = (error as Error).message.startsWith('iAdvize');
	if (status === undefined || isOwn) return undefined;
	return status === 429
		? refusal(context, {
				message: 'iAdvize takes no more logins of this user for now',
				description: 'It takes ten a minute: wait a minute and run it again',
				status: 401,
			})
		: refusal(context, {
				message: `iAdvize does not accept the login (HTTP ${status})`,
				description:
					'Check email and password in the credential "iAdvize GraphQL API", and use a user with a password of its own, not single sign-on',
				status: 401,
			});
}

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
	answer: HttpAnswer,
	{ repeatable, inPart }: GraphQlRequest,
): IDataObject {
	const { body, statusCode } = answer;
	if (isExpired(answer)) {
		throw refusal(context, {
			message: 'iAdvize does not accept the access token, not even a new one',
			description: 'Check email and password in the credential "iAdvize GraphQL API"',
			status: 401,
		});
	}
	const { errors, data } = isObject(body) ? body : {};
	if (Array.isArray(errors) && errors.length > 0) {
		const error = refusal(context, {
			message: `iAdvize says: ${errors.map(textOfError).join('; ')}`,
			description:
				'Where a field or argument is named, iAdvize has changed its schema: change the text of the query under Options, or use the resource GraphQL',
			status: statusCode,
		});
		// What a mutation did is not known when part of it failed.
		if (!repeatable || !holdsData(data)) throw error;
		if (inPart) inPart(error);
		else context.logger.warn(`iAdvize answered a query in part. ${error.message}`);
	}
	if (!isObject(data)) {
		throw refusal(context, {
			message: `iAdvize sent no answer of its GraphQL API (HTTP ${statusCode})`,
			description: 'Run it again; if it stays so, check the text of the query',
		});
	}
	return data as IDataObject;
}

const holdsData = (data: unknown) =>
	isObject(data) && Object.values(data).some((value) => value !== null);

function textOfError(error: unknown): string {
	const { message, path } = error as { message?: unknown; path?: unknown };
	const where = Array.isArray(path) ? ` (at ${path.join('.')})` : '';
	return `${typeof message === 'string' ? message : 'no reason given'}${where}`;
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
