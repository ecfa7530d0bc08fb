import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../simulators/iadvize';
import type { TestBed } from './support/iadvize';
import { example, shapeOf, startTestBed } from './support/iadvize';
import type { Receiver } from './support/receiver';
import { startReceiver } from './support/receiver';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const secret = 'sécret token';

let bed: TestBed;
let receiver: Receiver;
let endpoint: { url: string; secret: string };
beforeEach(async () => {
	// A busy machine is not what is tested.
	bed = await startTestBed({ timeouts: { connectMs: 20_000 } });
	receiver = await startReceiver();
	endpoint = { url: receiver.url, secret };
});
afterEach(async () => {
	await bed.simulator.stop();
	await receiver.stop();
});

function hmac(message: Buffer | string, key = secret): string {
	const digest = createHmac('sha256', Buffer.from(key, 'utf8')).update(message).digest('hex');
	return `sha256=${digest}`;
}

describe('an event', () => {
	test('is posted as JSON, signed over the bytes that arrive', async () => {
		const report = await bed.simulator.send('v2.conversation.closed', endpoint);
		expect(report).toMatchObject({ delivered: true, attempts: [{ status: 200 }] });
		const [call] = receiver.received;
		expect(call).toMatchObject({ method: 'POST', url: '/webhook/1' });
		expect(call?.headers).toMatchObject({
			'content-type': 'application/json',
			'x-iadvize-delivery': expect.stringMatching(UUID) as string,
			'x-iadvize-correlationid': expect.stringMatching(UUID) as string,
			'x-iadvize-signature': hmac(call?.body ?? ''),
		});
		expect(call?.body.toString()).toBe(report.attempts[0]?.body);
	});

	test('happens now, under a new id, in a new conversation, and is else like the example', async () => {
		await bed.simulator.send('v2.conversation.pushed', endpoint);
		await bed.simulator.send('v2.conversation.pushed', endpoint);
		const [first, second] = receiver.received.map((call) => bodyOf(call.body));
		const printed = example('v2.conversation.pushed.json') as Record<string, unknown>;
		const now = '2025-01-15T09:00:00.000Z';
		const eventId = expect.stringMatching(UUID) as string;
		const { conversationId } = first ?? {};
		expect(first).toEqual({ ...printed, conversationId, eventId, createdAt: now, sentAt: now });
		expect(conversationId).not.toBe(printed.conversationId);
		expect(bed.simulator.account.conversations.map(({ id }) => id)).toContain(conversationId);
		expect(Object.keys(first ?? {})).toEqual(Object.keys(printed));
		expect(new Set([first?.eventId, second?.eventId, printed.eventId]).size).toBe(3);
	});

	test('can be sent to the byte as the example file has it', async () => {
		await bed.simulator.send('user.created', endpoint, { verbatim: true });
		const file = join(__dirname, '../../simulators/iadvize/examples/user.created.json');
		expect(receiver.received[0]?.body).toEqual(readFileSync(file));
	});

	test('that has no example is refused with the list of those that have', async () => {
		const sending = bed.simulator.send('v2.conversation.started', endpoint);
		await expect(sending).rejects.toThrow(/v2\.conversation\.started.*v2\.conversation\.closed/);
	});

	test('goes to https addresses only, unless a test allows more', async () => {
		const strict = await startTestBed({ allowHttp: false });
		await expect(strict.simulator.send('user.created', endpoint)).rejects.toThrow('https');
		await strict.simulator.stop();
		expect(receiver.received).toEqual([]);
	});

	test('each one can be sent and has the fields of every event', async () => {
		for (const event of bed.simulator.events) await bed.simulator.send(event, endpoint);
		const bodies = receiver.received.map((call) => bodyOf(call.body));
		expect(bodies).toHaveLength(20);
		for (const body of bodies) {
			expect(shapeOf(body)).toMatchObject({
				eventId: 'string',
				eventType: 'string',
				platform: 'string',
				createdAt: 'string',
				sentAt: 'string',
			});
			// Only the historical connector events lack it.
			expect('clientId' in body).toBe(!String(body.eventType).startsWith('connector.'));
		}
	});

	test('names a conversation and a visitor that can be looked up', async () => {
		await bed.simulator.send('v2.conversation.closed', endpoint);
		await bed.simulator.send('visitor.updated', endpoint);
		const [closed, updated] = receiver.received.map((call) => bodyOf(call.body));
		const visitor = await bed.rest(`/visitor/${String(closed?.visitorExternalId)}`);
		expect(visitor.body).toHaveProperty('data.unique_id', updated?.visitorId);
		const conversation = await bed.graphql(
			`{ conversation(id: "${String(closed?.conversationId)}") { visitor { visitorId } } }`,
		);
		expect(conversation.body).toHaveProperty(
			'data.conversation.visitor.visitorId',
			closed?.visitorId,
		);
	});
});

describe('retries', () => {
	const start = Date.UTC(2025, 0, 15, 9, 0, 0);

	test.each([400, 401, 404, 500, 503])('two on %i, after 10 s and 30 s', async (status) => {
		receiver.answers = [status, status, status];
		const report = await bed.simulator.send('user.created', endpoint);
		expect(report.delivered).toBe(false);
		expect(report.attempts.map(({ at }) => at - start)).toEqual([0, 10_000, 30_000]);
		expect(report.attempts.map((attempt) => attempt.status)).toEqual([status, status, status]);
	});

	test('carry the same body and correlation id, and a delivery id of their own', async () => {
		receiver.answers = [500, 500, 200];
		const report = await bed.simulator.send('user.created', endpoint);
		expect(report.delivered).toBe(true);
		const seen = (header: string) =>
			new Set(receiver.received.map(({ headers }) => headers[header]));
		expect(seen('x-iadvize-correlationid').size).toBe(1);
		expect(seen('x-iadvize-signature').size).toBe(1);
		expect(seen('x-iadvize-delivery').size).toBe(3);
		expect(new Set(receiver.received.map(({ body }) => body.toString())).size).toBe(1);
	});

	test('of many deliveries at a time keep out of each other’s way', async () => {
		receiver.answers = Array<number>(50).fill(500);
		const sending = Array.from({ length: 50 }, () => bed.simulator.send('user.created', endpoint));
		const reports = await Promise.all(sending);
		expect(reports.every(({ delivered }) => delivered)).toBe(true);
		const seen = receiver.received.map(({ headers }) => headers['x-iadvize-correlationid']);
		expect([seen.length, new Set(seen).size]).toEqual([100, 50]);
	});

	test('end with the first success', async () => {
		receiver.answers = [500];
		const report = await bed.simulator.send('user.created', endpoint);
		expect(report.attempts.map(({ status }) => status)).toEqual([500, 200]);
	});

	test.each([200, 201, 202, 204])('none on %i', async (status) => {
		receiver.answers = [status];
		const report = await bed.simulator.send('user.created', endpoint);
		expect(report).toMatchObject({ delivered: true, attempts: [{ status }] });
	});

	test('also after a reply that does not come', async () => {
		const hasty = await startTestBed({ timeouts: { replyMs: 300 } });
		receiver.answers = [null];
		const report = await hasty.simulator.send('user.created', endpoint);
		expect(report.attempts).toMatchObject([{ fault: 'reply time-out' }, { status: 200 }]);
		expect(report.attempts[0]).not.toHaveProperty('status');
		await hasty.simulator.stop();
	});

	test('also when nobody listens', async () => {
		await receiver.stop();
		const report = await bed.simulator.send('user.created', endpoint);
		expect(report.delivered).toBe(false);
		expect(report.attempts.map(({ fault }) => fault)).toEqual(
			Array(3).fill(expect.stringContaining('ECONNREFUSED')),
		);
	});

	test('also after a redirect, which is not followed', async () => {
		receiver.answers = [302];
		const report = await bed.simulator.send('user.created', endpoint);
		expect(report.attempts.map(({ status }) => status)).toEqual([302, 200]);
		expect(receiver.received.map(({ url }) => url)).toEqual(['/webhook/1', '/webhook/1']);
	});
});

describe('stopping', () => {
	test('cuts off a call that nobody answers', async () => {
		const patient = await startTestBed();
		receiver.answers = [null];
		const sending = patient.simulator.send('user.created', endpoint);
		while (receiver.received.length === 0) await new Promise(setImmediate);
		await patient.simulator.stop();
		expect(await sending).toMatchObject({ delivered: false, attempts: [{}] });
	});

	test('gives up retries that are due later', async () => {
		const inRealTime = await startTestBed({ clock: systemClock });
		receiver.answers = [500];
		const sending = inRealTime.simulator.send('user.created', endpoint);
		while (receiver.received.length === 0) await new Promise(setImmediate);
		await new Promise((resolve) => setTimeout(resolve, 50));
		await inRealTime.simulator.stop();
		expect(await sending).toMatchObject({ delivered: false, attempts: [{ status: 500 }] });
	});
});

describe('a delivery of a test', () => {
	test('signs exact bytes, whatever they are', async () => {
		const body = Buffer.from([0x7b, 0x20, 0xff, 0x00, 0x7d]);
		await bed.simulator.deliver({ endpoint, body });
		expect(receiver.received[0]?.body).toEqual(body);
		expect(receiver.received[0]?.headers['x-iadvize-signature']).toBe(hmac(body));
	});

	test('can be signed with another secret, or not at all', async () => {
		await bed.simulator.deliver({ endpoint, body: '{}', signWith: 'other' });
		await bed.simulator.deliver({ endpoint, body: '{}', signWith: null });
		const signatures = receiver.received.map(({ headers }) => headers['x-iadvize-signature']);
		expect(signatures).toEqual([hmac('{}', 'other'), undefined]);
	});

	test('can have other headers and another content type', async () => {
		await bed.simulator.deliver({
			endpoint,
			body: 'eventType=user.created',
			contentType: 'application/x-www-form-urlencoded',
			headers: { 'x-iadvize-signature': 'sha1=abc', 'x-iadvize-delivery': undefined },
		});
		expect(receiver.received[0]?.headers).toMatchObject({
			'content-type': 'application/x-www-form-urlencoded',
			'x-iadvize-signature': 'sha1=abc',
		});
		expect(receiver.received[0]?.headers).not.toHaveProperty('x-iadvize-delivery');
	});

	test('by GET is signed over the query string', async () => {
		const url = `${receiver.url}?idWebsite=ha-123&idConnectorVersion=%2F`;
		await bed.simulator.deliver({ endpoint: { url, secret }, method: 'GET', body: '' });
		await bed.simulator.deliver({ endpoint, method: 'GET', body: '' });
		expect(receiver.received.map(({ headers }) => headers['x-iadvize-signature'])).toEqual([
			hmac('idWebsite=ha-123&idConnectorVersion=%2F'),
			hmac(''),
		]);
	});
});

describe('the health check', () => {
	test('is an unsigned GET that is content with 200 and UP', async () => {
		receiver.text = '{"status":"UP"}';
		const report = await bed.simulator.healthCheck(receiver.url);
		expect(report).toEqual({ up: true, status: 200, answer: '{"status":"UP"}' });
		expect(receiver.received[0]).toMatchObject({ method: 'GET' });
		expect(receiver.received[0]?.headers).not.toHaveProperty('x-iadvize-signature');
	});

	test.each([
		['another status', 503, '{"status":"UP"}'],
		['another word', 200, '{"status":"DOWN"}'],
		['no JSON', 200, 'UP'],
	])('fails on %s', async (_name, status, text) => {
		receiver.answers = [status];
		receiver.text = text;
		expect(await bed.simulator.healthCheck(receiver.url)).toEqual({
			up: false,
			status,
			answer: text,
		});
	});

	test('fails when nobody listens', async () => {
		await receiver.stop();
		expect(await bed.simulator.healthCheck(receiver.url)).toEqual({
			up: false,
			fault: expect.stringContaining('ECONNREFUSED') as string,
		});
	});
});

function bodyOf(bytes: Buffer): Record<string, unknown> {
	return JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
}
