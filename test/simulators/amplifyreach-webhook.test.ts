import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AmplifyReachSimulator } from '../../simulators/amplifyreach';
import { createFastClock, startAmplifyReachSimulator } from '../../simulators/amplifyreach';
import type { Received, Receiver } from './support/receiver';
import { startReceiver } from './support/receiver';

const secret = 'A-secret_of-32-characters-or-more';
const examples = join(__dirname, '../../simulators/amplifyreach/examples');

let simulator: AmplifyReachSimulator;
let receiver: Receiver;
let endpoint: { url: string; secret: string };
beforeAll(async () => {
	const timeouts = { replyMs: 300 };
	simulator = await startAmplifyReachSimulator({ clock: createFastClock(), timeouts });
	receiver = await startReceiver();
	endpoint = { url: receiver.url, secret };
});
beforeEach(() => {
	simulator.reset();
	receiver.received.length = 0;
	receiver.answers = [];
});
afterAll(async () => {
	await simulator.stop();
	await receiver.stop();
});

const bodyOf = (call: Received | undefined) =>
	JSON.parse(call?.body.toString() ?? '') as { data: Record<string, unknown> };
const queryOf = (call: Received | undefined) => new URL(call?.url ?? '', receiver.url).searchParams;

describe('an event', () => {
	test.each([
		['contact-information', 'Contact Information'],
		['chat-transcript', 'Chat Transcript'],
	])('%s is posted as the example has it', async (event, type) => {
		const report = await simulator.send(event, endpoint);
		expect(report).toMatchObject({ delivered: true, attempts: [{ status: 200 }] });
		const [call] = receiver.received;
		expect(call).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/json' } });
		expect(call?.body).toEqual(readFileSync(join(examples, `${event}.json`)));
		expect(bodyOf(call)).toHaveProperty('type', type);
	});

	test('is known by the vendor’s own spelling, too', async () => {
		await simulator.send('Contact Information', endpoint);
		expect(Object.keys(bodyOf(receiver.received[0]).data)).toEqual(['name', 'email', 'phone']);
		await expect(simulator.send('nothing', endpoint)).rejects.toThrow(/contact-information/);
	});

	test.each([
		['contact-information-event-type', 'Contact Created'],
		['chat-transcript-event-type', 'Chat Completed'],
	])('%s has the names of the prose', async (event, name) => {
		await simulator.send(event, endpoint);
		expect(bodyOf(receiver.received[0])).toMatchObject({ event_type: name });
		expect(bodyOf(receiver.received[0])).not.toHaveProperty('type');
	});

	test.each([
		['chat-transcript-text', (value: unknown) => typeof value === 'string'],
		['chat-transcript-html', (value: unknown) => String(value).startsWith('<div')],
		['chat-transcript-list', Array.isArray],
	])('%s has a transcript of its own form', async (event, isForm) => {
		await simulator.send(event, endpoint);
		expect(isForm(bodyOf(receiver.received[0]).data.chat_transcript)).toBe(true);
	});

	test('each one can be sent; none has an identifier or a time', async () => {
		for (const event of simulator.events) await simulator.send(event, endpoint);
		expect(receiver.received).toHaveLength(10);
		for (const call of receiver.received) expect(Object.keys(bodyOf(call))).toHaveLength(2);
	});

	test('has the content type that a test says', async () => {
		simulator.settings.contentType = 'text/plain';
		await simulator.send('chat-transcript', endpoint);
		expect(receiver.received[0]?.headers).toHaveProperty('content-type', 'text/plain');
	});
});

describe('the secret', () => {
	test('is the token of the address, and in no header', async () => {
		await simulator.send('chat-transcript', { ...endpoint, url: `${receiver.url}?shop=1` });
		const [call] = receiver.received;
		expect([...queryOf(call)]).toEqual([
			['shop', '1'],
			['token', secret],
		]);
		expect(Object.values(call?.headers ?? {})).not.toContain(secret);
	});

	test('is there once, also where the full address was pasted', async () => {
		await simulator.send('chat-transcript', { ...endpoint, url: `${receiver.url}?token=old` });
		expect(queryOf(receiver.received[0]).getAll('token')).toEqual([secret]);
	});

	test('is already in a full address that comes without a secret of its own', async () => {
		await simulator.send('chat-transcript', { url: `${receiver.url}?token=${secret}`, secret: '' });
		expect(receiver.received[0]?.url).toBe(`/webhook/1?token=${secret}`);
	});

	test('is wrong, twice, absent or elsewhere as a hostile test says', async () => {
		const body = '{}';
		await simulator.deliver({ endpoint, body, token: 'wrong' });
		await simulator.deliver({ endpoint, body, token: [secret, secret] });
		await simulator.deliver({ endpoint, body, token: null, headers: { 'X-Token': secret } });
		const tokens = receiver.received.map((call) => queryOf(call).getAll('token'));
		expect(tokens).toEqual([['wrong'], [secret, secret], []]);
		expect(receiver.received[2]?.headers).toHaveProperty('x-token', secret);
	});
});

test('a delivery of a test sends exact bytes by another method', async () => {
	const body = Buffer.from([0x7b, 0x20, 0xff, 0x00, 0x7d]);
	await simulator.deliver({ endpoint, body, method: 'PUT', contentType: 'text/xml' });
	expect(receiver.received[0]).toMatchObject({
		method: 'PUT',
		body,
		headers: { 'content-type': 'text/xml' },
	});
});

test.each([[500], [401], [302], [null]])('nothing is tried again after %s', async (status) => {
	receiver.answers = [status];
	const report = await simulator.send('chat-transcript', endpoint);
	expect([report.delivered, report.attempts.length]).toEqual([false, 1]);
	expect(receiver.received).toHaveLength(1);
});

test('what happens is told to the webhooks of the dashboard that are for it', async () => {
	const pasted = (token: string) => ({ url: `${receiver.url}?token=${token}` });
	simulator.account.webhooks.push(
		{ name: 'leads', event: 'Contact Information', endpoint: pasted('a') },
		{ name: 'chats', event: 'Chat Transcript', endpoint: pasted('b') },
		{ name: 'leads again', event: 'Contact Information', endpoint: pasted('c') },
	);
	const reports = await simulator.emit('Contact Information', { email: 'a@example.com' });
	expect(reports).toMatchObject([{ delivered: true }, { delivered: true }]);
	expect(receiver.received.map((call) => queryOf(call).get('token')).sort()).toEqual(['a', 'c']);
	expect(bodyOf(receiver.received[0])).toEqual({
		type: 'Contact Information',
		data: { email: 'a@example.com' },
	});
});

test('there is no API: whoever calls is noted and gets a 404', async () => {
	expect((await fetch(`${simulator.url}/api/leads`)).status).toBe(404);
	expect(simulator.requests).toMatchObject([{ method: 'GET', path: '/api/leads' }]);
	simulator.faults.add({ answer: { status: 503 } });
	expect((await fetch(simulator.url)).status).toBe(503);
	simulator.reset();
	expect(simulator.requests).toEqual([]);
});

test('goes through the proxy of the endpoint', async () => {
	const proxy = { url: 'http://127.0.0.1:1', ca: '' };
	const report = await simulator.send('chat-transcript', { ...endpoint, proxy });
	expect(report.attempts).toMatchObject([
		{ fault: expect.stringContaining('127.0.0.1:1') as string },
	]);
	expect(receiver.received).toEqual([]);
});
