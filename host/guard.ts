import type { FastifyInstance } from 'fastify';

const HEADERS = {
	'content-security-policy':
		"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
		"base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'no-referrer',
	'cross-origin-resource-policy': 'same-origin',
	'cache-control': 'no-store',
};

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Keeps all but this machine's own page and commands out. A page of the internet reaches loopback
 * addresses too: by a name of its own that resolves to one (DNS rebinding, hence the Host header),
 * and by a form or a request that needs no permission (hence Origin, and JSON as the only body).
 */
export function guard(app: FastifyInstance): void {
	app.removeContentTypeParser('text/plain');
	app.addHook('onRequest', async (request, reply) => {
		reply.headers(HEADERS);
		const { host = '', origin } = request.headers;
		const port = String(request.socket.localPort);
		if (!LOOPBACK.some((name) => host.toLowerCase() === `${name}:${port}`)) {
			return await reply.code(421).send({ message: 'Open only on this machine' });
		}
		const isRead = request.method === 'GET' || request.method === 'HEAD';
		if (!isRead && origin !== `http://${host}`) {
			return await reply.code(403).send({ message: 'Only its own page or command may send' });
		}
	});
}
