import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import getPort from 'get-port';
import { startBalancer, type Balance, type Balancer } from '../../../../host/cluster/balancer';
import { waitFor } from '../../../../host/wait';

/** A process that answers with its name once it may. */
async function startProcess(name: string, port = 0) {
	let release = Promise.resolve();
	const server: Server = createServer((_request, answer) => {
		void release.then(() => answer.end(name));
	});
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	return {
		port: (server.address() as AddressInfo).port,
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		holdUntil: (moment: Promise<void>) => {
			release = moment;
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

async function start(balance: Balance = 'address') {
	main = await startProcess('main');
	processors = [await startProcess('one'), await startProcess('two')];
	const urls = processors.map(({ url }) => url);
	balancer = await startBalancer(await getPort(), main.url, urls);
	balancer.balance = balance;
}

afterEach(async () => {
	await balancer.stop();
	for (const one of [main, ...processors]) await one.stop();
});

async function call(path: string, method = 'POST') {
	const answer = await fetch(balancer.url + path, { method });
	return { status: answer.status, by: await answer.text() };
}

const names = async (path: string, count: number) => {
	const all = [];
	for (let i = 0; i < count; i++) all.push((await call(path)).by);
	return all;
};

test('in turn: one processor after the other; the editor is the main process', async () => {
	await start('turn');
	expect(new Set(await names('/webhook/a', 2))).toEqual(new Set(['one', 'two']));
	for (const path of ['/', '/rest/settings', '/webhook-test/a', '/api/v1/workflows']) {
		expect(await call(path, 'GET')).toEqual({ status: 200, by: 'main' });
	}
	for (const path of ['/webhook-waiting/1', '/form/a', '/form-waiting/1?signature=x']) {
		expect(['one', 'two']).toContain((await call(path, 'GET')).by);
	}
});

test('by address: always the same for one address, whatever its query; not the same for all', async () => {
	await start();
	expect(new Set(await names('/webhook/a', 5)).size).toBe(1);
	expect((await call('/webhook/a?token=1')).by).toBe((await call('/webhook/a')).by);
	const several = await Promise.all(Array.from({ length: 20 }, (_, i) => call(`/webhook/${i}`)));
	expect(new Set(several.map(({ by }) => by)).size).toBe(2);
});

test('a dead processor fails one call, which is not sent again, and is chosen again once it is back', async () => {
	await start('turn');
	const [dead] = processors;
	await dead?.stop();
	const statuses = [];
	for (let i = 0; i < 6; i++) statuses.push((await call('/webhook/a')).status);
	expect(statuses.sort()).toEqual([200, 200, 200, 200, 200, 502]);
	processors[0] = await startProcess('one again', dead?.port);
	await waitFor('the processor', 5_000, async () =>
		(await names('/webhook/a', 2)).includes('one again') ? true : undefined,
	);
});

test('no processor is left: 503', async () => {
	await start();
	for (const one of processors) await one.stop();
	const statuses = [];
	for (let i = 0; i < 3; i++) statuses.push((await call('/webhook/a')).status);
	expect(statuses).toEqual([502, 502, 503]);
});

test('a processor is out only when it has answered its calls, and gets none meanwhile', async () => {
	await start();
	const first = (await call('/webhook/a')).by;
	const chosen = processors[first === 'one' ? 0 : 1];
	let release: () => void = () => undefined;
	chosen?.holdUntil(
		new Promise((resolve) => {
			release = resolve;
		}),
	);
	const slow = call('/webhook/a');
	await waitFor('the call', 5_000, () =>
		balancer.calls.get(chosen?.url ?? '') === 2 ? true : undefined,
	);
	let during: string | undefined;
	const without = balancer.without(chosen?.url ?? '', async () => {
		during = (await call('/webhook/a')).by;
	});
	expect((await call('/webhook/a')).by).not.toBe(first);
	expect(during).toBeUndefined();
	release();
	expect((await slow).by).toBe(first);
	await without;
	expect(during).not.toBe(first);
	expect((await call('/webhook/a')).by).toBe(first);
});
