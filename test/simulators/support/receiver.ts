import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
	readonly method: string;
	readonly url: string;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
}

export interface Receiver {
	readonly url: string;
	readonly received: Received[];
	/** HTTP statuses to answer, one a call; 200 when there is none. `null` never answers. */
	answers: (number | null)[];
	/** What a 200 says. */
	text: string;
	stop(): Promise<void>;
}

/** A plain HTTP server in the place of n8n. */
export async function startReceiver(): Promise<Receiver> {
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const { method = '', url = '', headers } = request;
			receiver.received.push({ method, url, headers, body: Buffer.concat(chunks) });
			const status = receiver.answers.length > 0 ? receiver.answers.shift() : 200;
			if (status == null) return;
			const location = status >= 300 && status < 400 ? { location: '/elsewhere' } : {};
			response.writeHead(status, location).end(receiver.text);
		});
	});
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve);
	});
	const receiver: Receiver = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook/1`,
		received: [],
		answers: [],
		text: '',
		stop: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => {
					resolve();
				});
			}),
	};
	return receiver;
}
