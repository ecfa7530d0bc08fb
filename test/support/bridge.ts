import nock from 'nock';
import type { Simulator } from '../../simulators/simulator';

/**
 * Leads requests for the vendor's real host names to the simulator, within this process: jest cannot
 * be given a proxy's CA. The e2e tests go through a real proxy.
 */
export function bridgeTo(simulator: Simulator): void {
	nock.disableNetConnect();
	nock.enableNetConnect('127.0.0.1');
	for (const host of simulator.hosts) {
		for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
			const scope = nock(`https://${host}`).persist();
			scope[method](/.*/).reply(async function (uri, body) {
				const answer = await fetch(`${simulator.url}${uri}`, {
					method: method.toUpperCase(),
					headers: { ...headersOf(this.req.headers), 'x-forwarded-host': host },
					...(method !== 'get' && { body: textOf(body) }),
				}).catch(() => {
					throw cut();
				});
				const headers = Object.fromEntries(answer.headers);
				delete headers['content-encoding'];
				delete headers['content-length'];
				return [answer.status, await answer.text(), headers];
			});
		}
	}
}

export function unbridge(): void {
	nock.cleanAll();
	nock.enableNetConnect();
}

/** What Node.js throws when the other side closes the connection. */
const cut = () =>
	Object.assign(new Error('socket hang up'), { code: 'ECONNRESET', errno: -104, syscall: 'read' });

const DROPPED = new Set(['host', 'content-length', 'connection', 'accept-encoding']);

const headersOf = (headers: Record<string, unknown>): Record<string, string> =>
	Object.fromEntries(
		Object.entries(headers)
			.filter(([name]) => !DROPPED.has(name))
			.map(([name, value]) => [name, String(value)]),
	);

const textOf = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));
