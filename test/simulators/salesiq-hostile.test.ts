import { createSigningKey } from '../../simulators/salesiq';
import type { Receiver } from './support/receiver';
import { startReceiver } from './support/receiver';
import type { TestBed } from './support/salesiq';
import { startTestBed } from './support/salesiq';
import type { RegisteredWebhook } from './support/salesiqWebhook';
import { isSignedBy, register } from './support/salesiqWebhook';

const body = '{"event":"conversation.created"}';

let bed: TestBed;
let receiver: Receiver;
let webhook: RegisteredWebhook;
beforeAll(async () => {
	bed = await startTestBed();
	receiver = await startReceiver();
	webhook = await register(bed, receiver.url, ['conversation.created']);
});
beforeEach(() => {
	receiver.received.length = 0;
	receiver.answers = [];
});
afterAll(async () => {
	await bed.simulator.stop();
	await receiver.stop();
});

const key = () => webhook.public_keys[0]?.key;
const endpoint = () => ({ url: receiver.url });
const header = () => receiver.received[0]?.headers['x-siqsignature'];

test('a genuine delivery is signed over exact bytes, whatever they are', async () => {
	const bytes = Buffer.from([0x7b, 0x20, 0xff, 0x00, 0x7d]);
	await bed.simulator.deliver({ endpoint: endpoint(), body: bytes });
	expect(receiver.received[0]?.body).toEqual(bytes);
	expect(isSignedBy(receiver.received[0], key())).toBe(true);
});

test('another key signs', async () => {
	const { privateKey, publicKey } = await createSigningKey();
	await bed.simulator.deliver({ endpoint: endpoint(), body, signWith: privateKey });
	expect(isSignedBy(receiver.received[0], key())).toBe(false);
	const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
	expect(isSignedBy(receiver.received[0], pem)).toBe(true);
});

test('the body is not the one that was signed', async () => {
	await bed.simulator.deliver({ endpoint: endpoint(), body: `${body} `, signed: body });
	expect(receiver.received[0]?.body.toString()).toBe(`${body} `);
	expect(isSignedBy(receiver.received[0], key())).toBe(false);
});

test('there is no signature', async () => {
	await bed.simulator.deliver({ endpoint: endpoint(), body, signWith: null });
	expect(receiver.received[0]?.headers).not.toHaveProperty('x-siqsignature');
});

test('the header comes twice', async () => {
	const signature = (genuine: string) => [genuine, genuine];
	const report = await bed.simulator.deliver({ endpoint: endpoint(), body, signature });
	const [first, second] = String(header()).split(', ');
	expect(first).toMatch(/^[A-Za-z0-9+/]{342}==$/);
	expect(second).toBe(first);
	expect(report.attempts[0]?.headers['x-siqsignature']).toBe(header());
});

test('the header holds garbage', async () => {
	await bed.simulator.deliver({ endpoint: endpoint(), body, signature: () => '!no base64!' });
	expect(header()).toBe('!no base64!');
});

test('other headers and another content type', async () => {
	const headers = { 'x-siqsignature': undefined, 'x-other': ['a', 'b'] };
	await bed.simulator.deliver({ endpoint: endpoint(), body, headers, contentType: 'text/plain' });
	expect(receiver.received[0]?.headers).toMatchObject({
		'content-type': 'text/plain',
		'x-other': 'a, b',
	});
	expect(header()).toBeUndefined();
});

test('is tried as often as a test says, and is not kept as failed', async () => {
	receiver.answers = [401, 401, 401, 401, 401];
	const once = await bed.simulator.deliver({ endpoint: endpoint(), body, maxAttempts: 1 });
	const asVendor = await bed.simulator.deliver({ endpoint: endpoint(), body });
	expect([once.attempts.length, asVendor.attempts.length]).toEqual([1, 4]);
	expect(await bed.data(`/webhooks/${webhook.id}/executions`)).toEqual([]);
});

test('an address that nobody registered has no key to sign with', async () => {
	const elsewhere = { url: `${receiver.url}/elsewhere` };
	await expect(bed.simulator.deliver({ endpoint: elsewhere, body })).rejects.toThrow('registered');
	const report = await bed.simulator.deliver({ endpoint: elsewhere, body, signWith: null });
	expect(report.delivered).toBe(true);
});
