import type { FastifyRequest } from 'fastify';

/** One request as it came in, for a test to look at. */
export interface ReceivedRequest {
	readonly method: string;
	/** The `Host` header: tells which of the vendor's hosts was meant. */
	readonly host: string;
	readonly path: string;
	/** Decoded parameters under the names as sent, such as `filters[website_id]`. */
	readonly query: Readonly<Record<string, string>>;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
	/** The simulator's clock, in milliseconds. */
	readonly at: number;
}

/** Takes down what a test may want to see of a request. */
export function describeRequest(
	request: FastifyRequest,
	body: string,
	at: number,
): ReceivedRequest {
	const url = new URL(request.url, 'http://localhost');
	const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
	return {
		method: request.method,
		host: request.headers.host ?? '',
		path: url.pathname,
		query: Object.fromEntries(url.searchParams),
		headers: Object.fromEntries(headers) as Record<string, string>,
		body,
		at,
	};
}
