import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Received, Receiver } from './support/receiver';
import { startReceiver } from './support/receiver';
import type { TestBed } from './support/swiftsell';
import { startTestBed } from './support/swiftsell';

const secret = 'ExampleTokenOfTheWebhook00000001';
const examples = join(__dirname, '../../simulators/swiftsell/examples');
const printed = readdirSync(examples).filter((file) => file.endsWith('.json'));

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
	receiver.text = '';
});
afterAll(async () => {
	await bed.simulator.stop();
	await receiver.stop();
});

interface Batch {
	events: { event: { type: string; payload: { message?: { type: string } } }; timestamp: string }[];
}
const batchOf = (call: Received | undefined) => JSON.parse(call?.body.toString() ?? '') as Batch;
const queryOf = (call: Received | undefined) => new URL(call?.url ?? '', receiver.url).searchParams;

describe('an event', () => {
	test.each(printed)('%s is posted as a batch of one, and else like the example', async (file) => {
		const report = await bed.simulator.send(file.replace('.json', ''), endpoint);
		expect(report).toMatchObject({ delivered: true, attempts: [{ status: 200 }] });
		const [call] = receiver.received;
		expect(call).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/json' } });
		const [event] = (JSON.parse(readFileSync(join(examples, file), 'utf8')) as Batch).events;
		expect(batchOf(call)).toEqual({
			events: [{ ...event, timestamp: '2025-01-15 09:00:00.000001' }],
		});
	});

	test('can be sent to the byte as the example file has it', async () => {
		await bed.simulator.send('note', endpoint, { verbatim: true });
		expect(receiver.received[0]?.body).toEqual(readFileSync(join(examples, 'note.json')));
	});

	test('is known by the vendor’s own spelling, too', async () => {
		await bed.simulator.send('conversation_create', endpoint);
		await bed.simulator.send('message/file_upload.response', endpoint);
		const types = receiver.received.map((call) => batchOf(call).events[0]?.event.type);
		expect(types).toEqual(['conversation_create', 'message']);
		await expect(bed.simulator.send('nothing', endpoint)).rejects.toThrow(/message-text/);
	});

	test('happens a moment after the one before', async () => {
		await bed.simulator.send('status', endpoint);
		await bed.simulator.send('status', endpoint);
		const times = receiver.received.map((call) => batchOf(call).events[0]?.timestamp);
		expect(times).toEqual(['2025-01-15 09:00:00.000001', '2025-01-15 09:00:00.000002']);
	});
});

test('there is an example of each of the 7 types and of the 21 types of message', async () => {
	await bed.simulator.sendBatch([...bed.simulator.events], endpoint);
	const { events } = batchOf(receiver.received[0]);
	const types = new Set(events.map(({ event }) => event.type));
	const messages = new Set(events.map(({ event }) => event.payload.message?.type));
	messages.delete(undefined);
	expect([types.size, messages.size]).toEqual([7, 21]);
});

describe('a batch', () => {
	test('holds many events in one body, in order', async () => {
		const names = Array.from({ length: 1000 }, (_none, i) => (i % 2 ? 'message-text' : 'note'));
		await bed.simulator.sendBatch(names, endpoint);
		const { events } = batchOf(receiver.received[0]);
		expect(receiver.received).toHaveLength(1);
		expect(events.map(({ event }) => event.type)).toEqual(
			names.map((name) => name.replace('-text', '')),
		);
		const times = events.map(({ timestamp }) => timestamp);
		expect(times).toEqual([...new Set(times)].sort());
		expect(times.at(-1)).toBe('2025-01-15 09:00:00.001000');
	});

	test('can be empty, and can hold what is no event', async () => {
		await bed.simulator.sendBatch([], endpoint);
		await bed.simulator.sendBatch(['note', null, 5, { event: 'odd' }], endpoint);
		const [empty, odd] = receiver.received.map(batchOf);
		expect(empty).toEqual({ events: [] });
		expect(odd?.events.slice(1)).toEqual([null, 5, { event: 'odd' }]);
	});
});

describe('the token', () => {
	test.each([
		['header', { token: secret }],
		['bearer', { authorization: `Bearer ${secret}` }],
	] as const)('arrives as %s', async (tokenPlace, headers) => {
		bed.simulator.settings.tokenPlace = tokenPlace;
		await bed.simulator.send('note', endpoint);
		expect(receiver.received[0]).toMatchObject({ url: '/webhook/1', headers });
	});

	test('arrives under the header’s name that a test says', async () => {
		bed.simulator.settings.tokenHeader = 'X-WotNot-Token';
		await bed.simulator.send('note', endpoint);
		expect(receiver.received[0]?.headers).toMatchObject({ 'x-wotnot-token': secret });
		expect(receiver.received[0]?.headers).not.toHaveProperty('token');
	});

	test('arrives in the query', async () => {
		bed.simulator.settings.tokenPlace = 'query';
		await bed.simulator.send('note', { ...endpoint, url: `${receiver.url}?shop=1` });
		expect([...queryOf(receiver.received[0])]).toEqual([
			['shop', '1'],
			['token', secret],
		]);
		expect(receiver.received[0]?.headers).not.toHaveProperty('token');
	});

	test('arrives in the body, beside the events', async () => {
		bed.simulator.settings.tokenPlace = 'body';
		await bed.simulator.send('note', endpoint);
		expect(batchOf(receiver.received[0])).toMatchObject({ token: secret, events: [{}] });
	});
});

describe('the set-up test', () => {
	const token = { text: secret, json: JSON.stringify({ token: secret }) };

	test.each([
		['text', token.text, true],
		['text', token.json, false],
		['text', `${secret}\n`, false],
		['text', `"${secret}"`, false],
		['json', token.json, true],
		['json', token.text, false],
		['either', token.text, true],
		['either', token.json, true],
		['either', '{"ok":true}', false],
		['either', '', false],
	] as const)('that wants %s is answered %j: %s', async (expectedReply, text, passed) => {
		bed.simulator.settings.expectedReply = expectedReply;
		receiver.text = text;
		const report = await bed.simulator.testSetUp(endpoint);
		expect(report).toMatchObject({ passed, delivered: passed, attempts: [{ status: 200 }] });
		const saved = passed ? { url: receiver.url, token: secret } : undefined;
		expect(bed.simulator.account.webhook).toEqual(saved);
	});

	test.each([[201], [401], [500], [null]])('fails on %s', async (status) => {
		receiver.answers = [status];
		receiver.text = secret;
		const report = await bed.simulator.testSetUp(endpoint);
		expect([report.passed, report.attempts.length]).toEqual([false, 1]);
	});

	test.each([
		['empty', '', undefined],
		['token', JSON.stringify({ token: secret }), 'application/json'],
		['emptyBatch', '{"events":[]}', 'application/json'],
		['noJson', 'test', 'text/plain'],
	] as const)('has a body: %s', async (testBody, body, contentType) => {
		bed.simulator.settings.testBody = testBody;
		await bed.simulator.testSetUp(endpoint);
		const [call] = receiver.received;
		expect(call).toMatchObject({ method: 'POST', headers: { token: secret } });
		expect([call?.body.toString(), call?.headers['content-type']]).toEqual([body, contentType]);
	});

	test.each(['empty', 'emptyBatch', 'noJson', 'token'] as const)(
		'has the token in a body that would be: %s',
		async (testBody) => {
			Object.assign(bed.simulator.settings, { testBody, tokenPlace: 'body' });
			await bed.simulator.testSetUp(endpoint);
			expect(batchOf(receiver.received[0])).toHaveProperty('token', secret);
			expect(receiver.received[0]?.headers).toHaveProperty('content-type', 'application/json');
		},
	);
});

test.each([[500], [401], [302], [null]])('nothing is tried again after %s', async (status) => {
	receiver.answers = [status];
	const report = await bed.simulator.send('note', endpoint);
	expect([report.delivered, report.attempts.length]).toEqual([false, 1]);
	expect(receiver.received).toHaveLength(1);
});

describe('a delivery of a test', () => {
	test('sends exact bytes', async () => {
		const body = Buffer.from([0x7b, 0x20, 0xff, 0x00, 0x7d]);
		await bed.simulator.deliver({ endpoint, body });
		expect(receiver.received[0]?.body).toEqual(body);
	});

	test('has no token, or one in another place, or a wrong one', async () => {
		await bed.simulator.deliver({ endpoint, body: '{}', tokenIn: 'nowhere' });
		await bed.simulator.deliver({ endpoint, body: '{}', tokenIn: 'query' });
		await bed.simulator.deliver({ endpoint: { ...endpoint, secret: 'wrong' }, body: '{}' });
		expect(receiver.received.map(({ headers }) => headers.token)).toEqual([
			...[undefined, undefined, 'wrong'],
		]);
		expect(receiver.received.map((call) => queryOf(call).get('token'))).toEqual([
			...[null, secret, null],
		]);
	});

	test('has the token twice, in the query or in the headers', async () => {
		const twice = { ...endpoint, url: `${receiver.url}?token=${secret}&token=${secret}` };
		await bed.simulator.deliver({ endpoint: twice, body: '{}', tokenIn: 'nowhere' });
		const headers = { token: [secret, secret] };
		await bed.simulator.deliver({ endpoint, body: '{}', tokenIn: 'nowhere', headers });
		expect(queryOf(receiver.received[0]).getAll('token')).toEqual([secret, secret]);
		expect(receiver.received[1]?.headers).toHaveProperty('token', `${secret}, ${secret}`);
	});

	test('goes by GET, without a body', async () => {
		await bed.simulator.deliver({ endpoint, body: '{}', method: 'GET' });
		expect(receiver.received[0]).toMatchObject({ method: 'GET', headers: { token: secret } });
		expect(receiver.received[0]?.body).toHaveLength(0);
	});
});

test('goes through the proxy of the endpoint', async () => {
	const proxy = { url: 'http://127.0.0.1:1', ca: '' };
	const report = await bed.simulator.send('note', { ...endpoint, proxy });
	expect(report.attempts).toMatchObject([
		{ fault: expect.stringContaining('127.0.0.1:1') as string },
	]);
	expect(receiver.received).toEqual([]);
});
