import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { createProxyServer } from 'http-proxy-3';
import { waitFor } from '../wait';

/** What a processor serves; all else is the main process's. */
export const PRODUCTION = /^\/(webhook|webhook-waiting|form|form-waiting|mcp)\//;

const PROBE_MS = 250;

/**
 * Which processor gets a call: the one of its address, as nginx's `hash $uri consistent` does, so that
 * one process sees all calls of a trigger; or each in turn.
 */
export type Balance = 'address' | 'turn';

export interface Balancer {
	/** Without a trailing slash. */
	readonly url: string;
	/** By address, until set otherwise. */
	balance: Balance;
	/** How many calls each processor has had, by its address. */
	readonly calls: ReadonlyMap<string, number>;
	/** Does something with a processor that gets no call meanwhile, and has answered all of its own. */
	without(processor: string, work: () => Promise<void>): Promise<void>;
	stop(): Promise<void>;
}

interface Upstream {
	readonly url: string;
	isUp: boolean;
	isOut: boolean;
	open: number;
}

/**
 * Starts what stands in front of a cluster: production calls go to the processors, the rest to the
 * main process. It sends no call twice: a processor that fails one gets no more until it is ready
 * again, and the vendor's retry of that call goes to another.
 *
 * @param main address of the main process
 * @param processors addresses of the webhook processors
 */
export async function startBalancer(
	port: number,
	main: string,
	processors: readonly string[],
): Promise<Balancer> {
	const upstreams: Upstream[] = processors.map((url) => ({
		url,
		isUp: true,
		isOut: false,
		open: 0,
	}));
	const calls = new Map(processors.map((url) => [url, 0]));
	let turn = 0;
	const choose = (pathname: string): Upstream | undefined => {
		const able = upstreams.filter(({ isUp, isOut }) => isUp && !isOut);
		turn += 1;
		return balancer.balance === 'turn' ? able[turn % able.length] : ofAddress(able, pathname);
	};
	const proxy = createProxyServer();
	const server = createServer((request, answer) => {
		const fail = (status: number) => {
			if (answer.headersSent) answer.destroy();
			else answer.writeHead(status).end();
		};
		const [pathname = ''] = (request.url ?? '').split('?');
		if (!PRODUCTION.test(pathname)) {
			proxy.web(request, answer, { target: main }, () => {
				fail(502);
			});
			return;
		}
		const upstream = choose(pathname);
		if (upstream === undefined) {
			fail(503);
			return;
		}
		calls.set(upstream.url, (calls.get(upstream.url) ?? 0) + 1);
		upstream.open += 1;
		answer.once('close', () => {
			upstream.open -= 1;
		});
		proxy.web(request, answer, { target: upstream.url }, () => {
			// A caller that hangs up is not the processor's fault.
			if (!request.socket.destroyed) upstream.isUp = false;
			fail(502);
		});
	});
	server.on('upgrade', (request, socket, head) => {
		proxy.ws(request, socket, head, { target: main }, () => socket.destroy());
	});
	const probing = setInterval(() => {
		for (const upstream of upstreams.filter(({ isUp }) => !isUp)) void probe(upstream);
	}, PROBE_MS);
	const balancer: Balancer = {
		balance: 'address',
		url: `http://127.0.0.1:${port}`,
		calls,
		async without(processor, work) {
			const upstream = upstreams.find(({ url }) => url === processor);
			if (!upstream) throw new Error(`There is no processor at ${processor}`);
			upstream.isOut = true;
			try {
				await waitFor(`${processor} to answer its calls`, 60_000, () =>
					upstream.open === 0 ? true : undefined,
				);
				await work();
			} finally {
				upstream.isOut = false;
			}
		},
		async stop() {
			clearInterval(probing);
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	return balancer;
}

/** Rendezvous hashing: where a processor comes or goes, only its own addresses move. */
function ofAddress(able: readonly Upstream[], pathname: string): Upstream | undefined {
	const weight = ({ url }: Upstream) =>
		createHash('sha256')
			.update(url + pathname)
			.digest('hex');
	return [...able].sort((a, b) => (weight(a) < weight(b) ? -1 : 1))[0];
}

async function probe(upstream: Upstream): Promise<void> {
	const answer = await fetch(`${upstream.url}/healthz/readiness`).catch(() => undefined);
	await answer?.arrayBuffer().catch(() => undefined);
	if (answer?.ok === true) upstream.isUp = true;
}
