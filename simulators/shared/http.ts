import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Faults } from './faults';
import type { ReceivedRequest } from './requests';
import { describeRequest } from './requests';

interface ServerOptions {
	readonly faults: Faults;
	/** Takes down each request, before anything is decided about it. */
	record(request: ReceivedRequest): void;
	/** The simulator's clock, in milliseconds. */
	now(): number;
	/** Whether the vendor serves `path` under that `Host` header. */
	isServedBy(host: string, path: string): boolean;
	/** Largest body in bytes; Fastify's one megabyte unless given. */
	readonly bodyLimit?: number;
}

/** The request's body to the byte; every body is kept as it came. */
export function bodyBytes(request: FastifyRequest): Buffer {
	return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

/** The request's body as text. */
export function bodyText(request: FastifyRequest): string {
	return bodyBytes(request).toString('utf8');
}

/**
 * An HTTP server that writes down each request, lets the tests' faults have their way, and only
 * then serves what the vendor serves.
 */
export function createServer(options: ServerOptions): FastifyInstance {
	const app = Fastify({
		forceCloseConnections: true,
		...(options.bodyLimit !== undefined && { bodyLimit: options.bodyLimit }),
	});
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
		done(null, body);
	});

	app.addHook('preHandler', async (request, reply) => {
		const received = describeRequest(request, bodyText(request), options.now());
		options.record(received);
		await options.faults.apply(received, reply);
		// A dropped connection has nobody left to answer.
		if (reply.sent) return reply;
		if (!options.isServedBy(received.host, received.path)) {
			return reply.code(404).send('Not Found');
		}
	});
	app.addHook('onSend', async (_request, reply, payload) => {
		return await options.faults.applyLate(reply, payload);
	});
	return app;
}

/** Opens the server on the loopback interface; port 0 takes a free one. Gives its address. */
export async function listen(app: FastifyInstance, port = 0): Promise<string> {
	await app.listen({ host: '127.0.0.1', port });
	return `http://127.0.0.1:${String((app.server.address() as AddressInfo).port)}`;
}
