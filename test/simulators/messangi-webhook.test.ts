import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestBed } from './support/messangi';
import { startTestBed } from './support/messangi';
import type { Received, Receiver } from './support/receiver';
import { startReceiver } from './support/receiver';

const secret = 'a secret of 32 characters or more';

let bed: TestBed;
let receiver: Receiver;
let endpoint: { url: string; secret: string };
beforeAll(async () => {
	bed = await startTestBed({ timeouts: { replyMs: 1500 } });
	receiver = await startReceiver();
	endpoint = { url: receiver.url, secret };
});
beforeEach(() => {
	bed.simulator.reset();
	receiver.received.length = 0;
	receiver.answers = [];
});
afterAll(async () => {
	await bed.simulator.stop();
	await receiver.stop();
});

const example = (name: string) =>
	readFileSync(join(__dirname, '../../simulators/messangi/examples', `${name}.json`));
const bodyOf = (call: Received | undefined) =>
	JSON.parse(call?.body.toString() ?? '') as Record<string, unknown>;

describe('the chatbot webhook', () => {
	const printed = ['chatbot-interaction-response', 'chatbot-interaction-option'];

	test.each(printed)('%s is posted as JSON under the header of the editor', async (event) => {
		const report = await bed.simulator.send(event, endpoint);
		expect(report).toMatchObject({ delivered: true, attempts: [{ status: 200 }] });
		const [call] = receiver.received;
		expect(call).toMatchObject({ method: 'POST', url: '/webhook/1' });
		expect(call?.headers).toMatchObject({
			'content-type': 'application/json',
			'x-messangi-token': secret,
		});
		const sample = JSON.parse(example(event).toString()) as object;
		expect(bodyOf(call)).toEqual({ ...sample, date: '2025-01-15T09:00:00.000Z' });
		expect(Object.keys(bodyOf(call))).toEqual(Object.keys(sample));
	});

	test.each([...printed, 'mo-message-sms'])('%s can be sent to the byte', async (event) => {
		await bed.simulator.send(event, endpoint, { verbatim: true });
		expect(receiver.received[0]?.body).toEqual(example(event));
	});

	test('has the header that the owner typed', async () => {
		bed.simulator.access.headerName = 'X-Shop-Key';
		await bed.simulator.send('chatbot-interaction-option', endpoint);
		expect(receiver.received[0]?.headers).toMatchObject({ 'x-shop-key': secret });
		expect(receiver.received[0]?.headers).not.toHaveProperty('x-messangi-token');
	});

	test('may hold both sets of keys, and what the owner added', async () => {
		const extra = { plan: 'gold', 'with blank': [1] };
		await bed.simulator.send('chatbot-interaction-both', endpoint, { extra });
		expect(Object.keys(bodyOf(receiver.received[0])).sort()).toEqual(
			[
				...['campaignId', 'date', 'keyword', 'label', 'option', 'phoneNumber', 'plan'],
				...['response', 'with blank'],
			].sort(),
		);
	});

	test('takes the address in the pattern of the editor', async () => {
		const pasted = { url: `POST ${receiver.url}`, secret };
		await bed.simulator.send('chatbot-interaction-option', pasted);
		expect(receiver.received).toMatchObject([{ url: '/webhook/1' }]);
	});
});

describe('a callback', () => {
	test.each(['mo-message-sms', 'mt-status-delivered'])(
		'%s has no header of its own, so the secret is in the address',
		async (event) => {
			await bed.simulator.send(event, endpoint);
			const [call] = receiver.received;
			expect(new URL(call?.url ?? '', receiver.url).searchParams.getAll('token')).toEqual([secret]);
			expect(call?.headers).not.toHaveProperty('x-messangi-token');
		},
	);

	test('carries the secret where a test says', async () => {
		bed.simulator.settings.callbackSecret = 'header';
		await bed.simulator.send('mo-message-sms', endpoint);
		bed.simulator.settings.callbackSecret = 'nowhere';
		await bed.simulator.send('mo-message-sms', endpoint);
		expect(receiver.received.map(({ url }) => url)).toEqual(['/webhook/1', '/webhook/1']);
		const values = receiver.received.map(({ headers }) => headers['x-messangi-token']);
		expect(values).toEqual([secret, undefined]);
	});

	test('of an incoming message writes dates without milliseconds, and has an id of its own', async () => {
		await bed.simulator.send('mo-message-sms', endpoint);
		await bed.simulator.send('mo-message-sms', endpoint);
		const [first, second] = receiver.received.map(bodyOf);
		expect(first).toMatchObject({ date: '2025-01-15T09:00:00Z', processId: 123, extraInfo: null });
		expect(first?.id).not.toBe(second?.id);
	});

	test('of a delivery status has the documented fields', async () => {
		await bed.simulator.send('mt-status-delivered', endpoint);
		expect(Object.keys(bodyOf(receiver.received[0])).sort()).toEqual(
			[
				...['callback', 'date', 'externalId', 'from', 'id', 'message', 'status', 'timestamp'],
				...['to', 'username'],
			].sort(),
		);
	});

	test.each([
		['mo-message-sms', false],
		['mt-status-delivered', true],
		['chatbot-interaction-option', true],
	])('%s: an answer of 204 counts as delivered: %s', async (event, delivered) => {
		receiver.answers = [204];
		expect((await bed.simulator.send(event, endpoint)).delivered).toBe(delivered);
	});
});

test.each([[500], [401], [302], [null]])('is not tried again after %s', async (status) => {
	receiver.answers = [status];
	const report = await bed.simulator.send('chatbot-interaction-option', endpoint);
	expect(report.delivered).toBe(false);
	expect([report.attempts.length, receiver.received.length]).toEqual([1, 1]);
});

test('every example can be sent; an unknown one is refused with their names', async () => {
	for (const event of bed.simulator.events) await bed.simulator.send(event, endpoint);
	expect(receiver.received).toHaveLength(8);
	await expect(bed.simulator.send('nothing', endpoint)).rejects.toThrow(/mo-message-sms/);
});

describe('a delivery of a test', () => {
	test('sends exact bytes', async () => {
		const body = Buffer.from([0x7b, 0x20, 0xff, 0x00, 0x7d]);
		await bed.simulator.deliver({ endpoint, body });
		expect(receiver.received[0]?.body).toEqual(body);
		expect(receiver.received[0]?.headers).toMatchObject({ 'x-messangi-token': secret });
	});

	test('has no secret, or one in the wrong place, or another one', async () => {
		await bed.simulator.deliver({ endpoint, body: '{}', secretIn: 'nowhere' });
		await bed.simulator.deliver({ endpoint, body: '{}', headerName: 'X-Other' });
		await bed.simulator.deliver({ endpoint: { ...endpoint, secret: 'wrong' }, body: '{}' });
		const values = receiver.received.map(({ headers }) => headers['x-messangi-token']);
		expect(values).toEqual([undefined, undefined, 'wrong']);
		expect(receiver.received[1]?.headers).toHaveProperty('x-other', secret);
	});

	test('has the header twice, another content type and another method', async () => {
		await bed.simulator.deliver({
			endpoint,
			body: 'TYPE=MO_MESSAGE&TEXT=Hi',
			secretIn: 'nowhere',
			headers: { 'X-Messangi-Token': [secret, secret] },
			contentType: 'application/x-www-form-urlencoded',
			method: 'PUT',
		});
		expect(receiver.received[0]).toMatchObject({
			method: 'PUT',
			headers: {
				'content-type': 'application/x-www-form-urlencoded',
				'x-messangi-token': `${secret}, ${secret}`,
			},
		});
	});
});

test('goes through the proxy of the endpoint', async () => {
	const proxy = { url: 'http://127.0.0.1:1', ca: '' };
	const report = await bed.simulator.send('mo-message-sms', { ...endpoint, proxy });
	expect(report.attempts).toMatchObject([
		{ fault: expect.stringContaining('127.0.0.1:1') as string },
	]);
	expect(receiver.received).toEqual([]);
});
