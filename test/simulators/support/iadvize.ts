import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastClock, IadvizeOptions, IadvizeSimulator } from '../../../simulators/iadvize';
import { createFastClock, startIadvizeSimulator } from '../../../simulators/iadvize';

export interface Reply {
	readonly status: number;
	readonly body: unknown;
}

export interface TestBed {
	readonly simulator: IadvizeSimulator;
	readonly clock: FastClock;
	/** Calls REST with the account's key; `form` is sent form-encoded. */
	rest(path: string, how?: RestCall): Promise<Reply>;
	/** Asks GraphQL with a valid token. */
	graphql(query: string, how?: GraphqlCall): Promise<Reply>;
	/** Logs in at the token endpoint. */
	logIn(form?: Readonly<Record<string, string>>): Promise<Reply>;
}

interface RestCall {
	readonly method?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly form?: string;
}

interface GraphqlCall {
	readonly variables?: object;
	readonly token?: string;
	readonly accept?: string;
	readonly path?: string;
}

/** A simulator on the fast clock, and a client that knows nothing but HTTP. */
export async function startTestBed(options: IadvizeOptions = {}): Promise<TestBed> {
	const clock = createFastClock();
	const simulator = await startIadvizeSimulator({ clock, allowHttp: true, ...options });
	const { access } = simulator;
	return {
		simulator,
		clock,
		rest: async (path, { method, headers = { 'X-API-Key': access.apiKey }, form } = {}) =>
			fetchJson(`${simulator.url}/api/2${path}`, {
				method: method ?? 'GET',
				headers: {
					...headers,
					...(form !== undefined && { 'Content-Type': 'application/x-www-form-urlencoded' }),
				},
				body: form ?? null,
			}),
		graphql: async (query, { variables, token = simulator.issueToken(), accept, path } = {}) =>
			fetchJson(`${simulator.url}${path ?? '/graphql'}`, {
				method: 'POST',
				headers: {
					Authorization: `Bearer ${token}`,
					'Content-Type': 'application/json',
					...(accept !== undefined && { Accept: accept }),
				},
				body: JSON.stringify({ query, variables }),
			}),
		logIn: async (form = {}) =>
			fetchJson(`${simulator.url}/oauth2/token`, {
				method: 'POST',
				body: new URLSearchParams({
					username: access.email,
					password: access.password,
					grant_type: 'password',
					...form,
				}),
			}),
	};
}

export async function fetchJson(url: string, init: RequestInit = {}): Promise<Reply> {
	const response = await fetch(url, init);
	const text = await response.text();
	return { status: response.status, body: isJson(response) ? JSON.parse(text) : text };
}

/** The vendor's printed example, as data. */
export function example(path: string): unknown {
	const file = join(__dirname, '../../../simulators/iadvize/examples', path);
	return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * What a value is made of: the type of each leaf, and of a list only its first entry. Compares an
 * answer with an example that has other values.
 */
export function shapeOf(value: unknown): unknown {
	if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
	if (typeof value !== 'object' || value === null) return typeof value;
	const entries = Object.entries(value).map(([key, entry]) => [key, shapeOf(entry)]);
	return Object.fromEntries(entries);
}

function isJson(response: Response): boolean {
	return response.headers.get('content-type')?.startsWith('application/json') ?? false;
}
