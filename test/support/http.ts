import { request, type OutgoingHttpHeaders } from 'node:http';

interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, unknown>>;
	readonly text: string;
}

/**
 * One request with exactly those headers, a POST when there is a body; `fetch` has its own mind
 * about some.
 *
 * @throws when the signal ends it before its answer
 */
export function ask(
	url: string,
	headers: OutgoingHttpHeaders = {},
	body?: string | Buffer,
	signal?: AbortSignal,
): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const method = body === undefined ? 'GET' : 'POST';
		const call = request(url, { method, headers, signal }, (response) => {
			let text = '';
			response.setEncoding('utf8').on('data', (part: string) => (text += part));
			response.on('end', () => {
				resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
			});
		});
		call.on('error', reject).end(body);
	});
}
