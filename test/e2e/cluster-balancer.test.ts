import { mkdtemp, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import getPort from 'get-port';
import { Agent, request } from 'undici';
import { startBalancer, type Balancer } from '../../host/cluster/balancer';
import { waitFor } from '../../host/wait';

/** What HAProxy, as it is deployed, makes of calls; a process here is ready at once, and says its name. */

const REFUSED = '/webhook/refused';

async function startProcess(name: string, port = 0) {
	let release = Promise.resolve();
	let busyMs = 0;
	const taken: string[] = [];
	const server: Server = createServer((call, answer) => {
		if (call.url === '/healthz/readiness') {
			setTimeout(() => answer.end(), busyMs);
			return;
		}
		taken.push(call.headers['x-forwarded-for'] as string);
		void release.then(() => answer.writeHead(call.url === REFUSED ? 401 : 200).end(name));
	});
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	return {
		server,
		port: (server.address() as AddressInfo).port,
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		/** Who was let through to it, in order. */
		taken,
		/** Takes so long to say that it is ready. */
		beBusy(ms: number) {
			busyMs = ms;
		},
		/** Answers nobody any more; resolves with how to let it answer again. */
		hold() {
			let go: () => void = () => undefined;
			release = new Promise((resolve) => {
				go = resolve;
			});
			return go;
		},
		async stop() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

let main: Awaited<ReturnType<typeof startProcess>>;
let processors: Awaited<ReturnType<typeof startProcess>>[];
let balancer: Balancer;

beforeEach(async () => {
	main = await startProcess('main');
	processors = [await startProcess('one'), await startProcess('two')];
	const folder = await mkdtemp(path.join(os.tmpdir(), 'balancer-'));
	balancer = await startBalancer(folder, {
		port: await getPort({ host: '127.0.0.1' }),
		main: main.url,
		processors: processors.map(({ url }) => url),
	});
});

afterEach(async () => {
	await balancer.stop();
	for (const one of [main, ...processors]) await one.stop();
});

async function call(
	to: string,
	method: 'GET' | 'POST' = 'POST',
	from = '127.0.0.1',
	headers: Readonly<Record<string, string>> = {},
) {
	const dispatcher = new Agent({ localAddress: from });
	const { statusCode, body } = await request(balancer.url + to, {
		...{ method, dispatcher },
		headers: { ...headers },
	});
	return { status: statusCode, by: await body.text() };
}

const several = async (to: string, count: number) => {
	const all = [];
	for (let i = 0; i < count; i++) all.push(await call(to));
	return all;
};

const namesOf = (all: readonly { by: string }[]) => new Set(all.map(({ by }) => by));
const processorOf = ({ by }: { by: string }) => processors[by === 'one' ? 0 : 1];

test('the editor is main; in turn, calls go to one processor after the other', async () => {
	await balancer.setBalance('turn');
	expect(namesOf(await several('/webhook/a', 2))).toEqual(new Set(['one', 'two']));
	for (const to of ['/', '/rest/settings', '/webhook-test/a', '/api/v1/workflows']) {
		expect(await call(to, 'GET')).toEqual({ status: 200, by: 'main' });
	}
	for (const to of ['/webhook-waiting/1', '/form/a', '/form-waiting/1?signature=x']) {
		expect(['one', 'two']).toContain((await call(to, 'GET')).by);
	}
});

test('by address: always the same for one address, whatever its query; not the same for all', async () => {
	expect(namesOf(await several('/webhook/a', 5)).size).toBe(1);
	expect((await call('/webhook/a?token=1')).by).toBe((await call('/webhook/a')).by);
	const all = await Promise.all(Array.from({ length: 20 }, (_, i) => call(`/webhook/${i}`)));
	expect(namesOf(all).size).toBe(2);
});

test('a dead processor fails no call that comes later, and is chosen again once it is back', async () => {
	await balancer.setBalance('turn');
	const [dead] = processors;
	await dead?.stop();
	expect(await several('/webhook/a', 6)).toEqual(Array(6).fill({ status: 200, by: 'two' }));
	processors[0] = await startProcess('one again', dead?.port);
	await waitFor('the processor', 10_000, async () =>
		namesOf(await several('/webhook/a', 2)).has('one again') ? true : undefined,
	);
});

test('a processor that is too busy to say at once that it is ready keeps its calls', async () => {
	for (const one of processors) one.beBusy(1500);
	await sleep(6000);
	for (const { status } of await several('/webhook/a', 3)) expect(status).toBe(200);
});

test('a processor that closes a connection it has answered on fails no call', async () => {
	const used = new Set<unknown>();
	for (const { server } of processors) {
		// n8n closes one that was quiet for five seconds, even while the next call is on its way.
		server.prependListener('request', ({ socket }: IncomingMessage) => {
			if (used.has(socket)) socket.destroy();
			used.add(socket);
		});
	}
	const dispatcher = new Agent();
	for (let i = 0; i < 3; i++) {
		const { statusCode, body } = await request(`${balancer.url}/webhook/a`, { dispatcher });
		expect([statusCode, await body.text()]).toEqual([200, expect.stringMatching(/one|two/)]);
	}
});

test('no processor is left: 503', async () => {
	for (const one of processors) await one.stop();
	for (const { status } of await several('/webhook/a', 3)) expect(status).toBe(503);
	expect(await call('/', 'GET')).toEqual({ status: 200, by: 'main' });
});

test('a processor is out only when it has answered its calls, and gets none meanwhile', async () => {
	const first = await call('/webhook/a');
	const chosen = processorOf(first);
	const letGo = chosen?.hold();
	const slow = call('/webhook/a');
	await waitFor('the call', 5_000, () => (chosen?.taken.length === 2 ? true : undefined));
	let during: string | undefined;
	const without = balancer.without(chosen?.url ?? '', async () => {
		during = (await call('/webhook/a')).by;
	});
	await waitFor('others to go elsewhere', 5_000, async () => {
		// One that is still taken by the held processor is answered only at the end.
		const answer = await Promise.race([call('/webhook/a'), sleep(100)]);
		return answer && answer.by !== first.by ? true : undefined;
	});
	expect(during).toBeUndefined();
	letGo?.();
	expect((await slow).by).toBe(first.by);
	await without;
	expect(during).not.toBe(first.by);
	expect((await call('/webhook/a')).by).toBe(first.by);
});

test.each([
	['was refused a moment ago', '127.0.0.2'],
	['calls more than ten times at once', '127.0.0.3'],
])('who %s waits behind all others', async (_, stranger) => {
	const refused = await call(REFUSED, 'POST', '127.0.0.2');
	expect(refused.status).toBe(401);
	const chosen = processorOf(refused);
	const letGo = chosen?.hold();
	const before = chosen?.taken.length ?? 0;
	const forged = Array.from({ length: 120 }, () => call(REFUSED, 'POST', stranger));
	await waitFor('the processor to have all that it may', 5_000, () =>
		chosen?.taken.length === before + 50 ? true : undefined,
	);
	const genuine = call(REFUSED);
	await waitFor('all to wait', 5_000, async () =>
		(await balancer.waiting()) === 71 ? true : undefined,
	);
	letGo?.();
	await Promise.all([genuine, ...forged]);
	expect(chosen?.taken).toHaveLength(before + 121);
	expect(chosen?.taken.indexOf('127.0.0.1')).toBe(before + 50);
});

test('a reverse proxy on the same network says who calls, and nobody else does', async () => {
	const headers = { 'x-forwarded-for': '198.51.100.1, 203.0.113.9' };
	const chosen = processorOf(await call('/webhook/a', 'POST', '127.9.0.1', headers));
	await call('/webhook/a', 'POST', '127.0.0.1', headers);
	const [byProxy, byStranger] = chosen?.taken ?? [];
	expect(byProxy?.split(', ').at(-1)).toBe('203.0.113.9');
	expect(byStranger?.split(', ').at(-1)).toBe('127.0.0.1');
});

test('who has hung up takes no place', async () => {
	const chosen = processorOf(await call('/webhook/a'));
	const letGo = chosen?.hold();
	const places = Array.from({ length: 50 }, () => call('/webhook/a'));
	await waitFor('all places to be taken', 5_000, () =>
		chosen?.taken.length === 51 ? true : undefined,
	);
	const caller = new AbortController();
	const { signal } = caller;
	const dispatcher = new Agent();
	const late = request(`${balancer.url}/webhook/a`, { method: 'POST', dispatcher, signal });
	await waitFor('one to wait', 5_000, async () =>
		(await balancer.waiting()) === 1 ? true : undefined,
	);
	caller.abort();
	await expect(late).rejects.toThrow();
	letGo?.();
	await Promise.all(places);
	await waitFor('nobody to wait', 5_000, async () =>
		(await balancer.waiting()) === 0 ? true : undefined,
	);
	expect(chosen?.taken).toHaveLength(51);
});

test('a call that a processor has had and not answered goes to no other one', async () => {
	for (const { server } of processors) {
		server.prependListener('request', ({ url, socket }: IncomingMessage) => {
			if (url === '/webhook/a') socket.destroy();
		});
	}
	expect((await call('/webhook/a')).status).toBe(502);
	expect(processors.flatMap(({ taken }) => taken)).toHaveLength(1);
});

test('a token in a query is in no log', async () => {
	await call('/webhook/a?token=secret');
	await waitFor('the log', 5_000, async () =>
		(await readFile(balancer.logFile, 'utf8')).includes('/webhook/a') ? true : undefined,
	);
	expect(await readFile(balancer.logFile, 'utf8')).not.toContain('secret');
});

test('a body that is not sent takes no place', async () => {
	const chosen = processorOf(await call('/webhook/a'));
	const before = chosen?.taken.length;
	const { port } = new URL(balancer.url);
	const socket = connect({ port: Number(port), host: '127.0.0.1' });
	socket.write('POST /webhook/a HTTP/1.1\r\nHost: n8n\r\nContent-Length: 100\r\n\r\n{');
	await call('/webhook/a');
	expect(chosen?.taken).toHaveLength((before ?? 0) + 1);
	socket.destroy();
});
