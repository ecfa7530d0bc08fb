import { createHmac } from 'node:crypto';
import type * as MockttpModule from 'mockttp';
import type { TestBed } from './support/iadvize';
import { startTestBed } from './support/iadvize';

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
	bed = await startTestBed({ allowHttp: false });
});
afterAll(async () => {
	await bed.simulator.stop();
	await server.stop();
});
beforeEach(() => {
	server.reset();
});

test('delivers through the proxy to a https address', async () => {
	const receiver = await server.forPost(address).thenReply(200);
	const report = await bed.simulator.send('user.created', { url: address, secret: 'key', proxy });
	expect(report).toMatchObject({ delivered: true, attempts: [{ status: 200 }] });
	const [seen] = await receiver.getSeenRequests();
	const body = seen?.body.buffer ?? '';
	const digest = createHmac('sha256', 'key').update(body).digest('hex');
	expect(seen?.headers).toMatchObject({
		host: 'n8n.example.com',
		'x-iadvize-signature': `sha256=${digest}`,
	});
});

test('asks for health through the proxy', async () => {
	await server.forGet(address).thenReply(200, '{"status":"UP"}');
	const report = await bed.simulator.healthCheck(address, proxy);
	expect(report).toMatchObject({ up: true, status: 200 });
});

test('trusts no certificate of an unknown maker', async () => {
	const { cert } = await mockttp.generateCACertificate();
	const report = await bed.simulator.healthCheck(address, { url: proxy.url, ca: cert });
	expect(report).toMatchObject({
		up: false,
		fault: expect.stringMatching(/certificate/i) as string,
	});
});
