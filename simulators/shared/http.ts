import Fastify from 'fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Faults } from './faults';
import { isServedBy } from './hosts';
import type { ReceivedRequest } from './requests';
import { describeRequest } from './requests';

/** The request's body as sent; every body is kept as text. */
export function bodyText(request: FastifyRequest): string {
	return typeof request.body === 'string' ? request.body : '';
}

/**
 * An HTTP server that writes down each request, lets the tests' faults have their way, and only
 * then serves what the vendor serves.
 */
export function createServer(
	faults: Faults,
	record: (request: ReceivedRequest) => void,
	now: () => number,
): FastifyInstance {
	const app = Fastify({ forceCloseConnections: true });
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
		done(null, body);
	});

	app.addHook('preHandler', async (request, reply) => {
		const received = describeRequest(request, bodyText(request), now());
		record(received);
		await faults.apply(received, reply);
		// A dropped connection has nobody left to answer.
		if (reply.sent) return reply;
		if (!isServedBy(received.host, received.path)) return reply.code(404).send('Not Found');
	});

	app.setNotFoundHandler((_request, reply) => reply.code(404).send('Not Found'));
	return app;
}
