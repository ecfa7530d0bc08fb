import type { FastifyRequest } from 'fastify';

/** The three places that the vendor takes a REST key from (contract §5.1). */
export function hasApiKey(request: FastifyRequest, apiKey: string): boolean {
	const inQuery = new URL(request.url, 'http://localhost').searchParams.get('key');
	return [request.headers['x-api-key'], inQuery, basicUser(request)].includes(apiKey);
}

/** HTTP Basic carries the key as user name; any password will do. */
function basicUser(request: FastifyRequest): string | undefined {
	const encoded = /^Basic (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
	if (encoded === undefined) return undefined;
	return Buffer.from(encoded, 'base64').toString('utf8').split(':')[0];
}
