import type * as MockttpModule from 'mockttp';
import type { TestBed } from './support/salesiq';
import { startTestBed } from './support/salesiq';
import { register } from './support/salesiqWebhook';

// Some of mockttp's dependencies are ES modules: Node.js can require them, jest's loader cannot.
const { createRequire } = process.getBuiltinModule('node:module');
const mockttp = createRequire(__filename)('mockttp') as typeof MockttpModule;

/** n8n's public address: the proxy answers for it, with a certificate of its own making. */
const address = 'https://n8n.example.com/webhook/1';

let bed: TestBed;
let server: MockttpModule.Mockttp;
let proxy: { url: string; ca: string };
beforeAll(async () => {
	const { key, cert } = await mockttp.generateCACertificate();
	server = mockttp.getLocal({ https: { key, cert } });
	await server.start();
	proxy = { url: `http://127.0.0.1:${server.port}`, ca: cert };
	bed = await startTestBed({ proxy, settings: { refusePorts: true } });
});
beforeEach(() => {
	server.reset();
	bed.simulator.reset();
	bed.simulator.setProxy(proxy);
});
afterAll(async () => {
	await bed.simulator.stop();
	await server.stop();
});

test('probes and delivers through the proxy', async () => {
	const head = await server.forHead(address).thenReply(200);
	const post = await server.forPost(address).thenReply(200);
	await register(bed, address, ['conversation.created']);
	const reports = await bed.simulator.emit('conversation.created');
	expect(reports).toMatchObject([{ delivered: true }]);
	expect(await head.getSeenRequests()).toHaveLength(1);
	expect(await post.getSeenRequests()).toMatchObject([{ headers: { host: 'n8n.example.com' } }]);
});

test('sends through the proxy of the endpoint', async () => {
	await server.forHead(address).thenReply(200);
	await server.forPost(address).thenReply(200);
	await register(bed, address, ['conversation.created']);
	bed.simulator.setProxy(undefined);
	const endpoint = { url: address, secret: '', proxy };
	const report = await bed.simulator.send('conversation.created', endpoint);
	expect(report).toMatchObject({ delivered: true, attempts: [{ status: 200 }] });
});

test('sends a header twice through the proxy, too', async () => {
	const post = await server.forPost(address).thenReply(401);
	const report = await bed.simulator.deliver({
		endpoint: { url: address },
		body: '{}',
		signWith: null,
		headers: { 'x-siqsignature': ['a', 'b'] },
		maxAttempts: 1,
	});
	expect(report.attempts).toMatchObject([{ status: 401 }]);
	const [seen] = await post.getSeenRequests();
	const lines = seen?.rawHeaders.filter(([name]) => name.toLowerCase() === 'x-siqsignature');
	expect(lines?.map(([, value]) => value)).toEqual(['a', 'b']);
});

test('without the proxy the probe fails', async () => {
	bed.simulator.setProxy(undefined);
	const events = ['department.created'];
	const json = { type: 'administration', url: 'https://n8n.invalid/webhook/1', events };
	expect(await bed.code('/webhooks', { json })).toBe(1015);
});
