import type { INodeParameters } from 'n8n-workflow';
import { mutations, nested } from '../../support/hostile';
import { loadPack, type Pack } from '../../support/pack';
import { runWebhook, type Call } from '../../support/run';
import { exampleNamesOf, exampleOf } from '../../support/vendorExamples';

const token = 'ExampleWebhookToken0123456789abcdef';
const previousToken = 'PreviousWebhookToken0123456789abcd';

let pack: Pack;
beforeAll(async () => {
	pack = await loadPack();
});

const setting = (parameters: INodeParameters = {}, credential: object = { token }) => ({
	pack,
	node: 'swiftsellTrigger',
	parameters: { events: ['*'], ...parameters },
	credentials: { swiftsellWebhookApi: credential as Record<string, string> },
});

const genuine = (body: Buffer | string, headers: Record<string, string> = {}): Call => ({
	rawBody: Buffer.from(body),
	headers: { 'content-type': 'application/json', token, ...headers },
});

const names = exampleNamesOf('swiftsell');
const bodyOf = (name: string) =>
	JSON.parse(exampleOf('swiftsell', name).toString()) as { events: Record<string, unknown>[] };
const note = () => exampleOf('swiftsell', 'note');

describe('a genuine delivery', () => {
	test.each(names)('%s becomes one item, and the token goes back', async (name) => {
		const outcome = await runWebhook(setting(), genuine(exampleOf('swiftsell', name)));
		expect(outcome).toMatchObject({ status: 200, answer: token, log: [] });
		expect(outcome.headers['content-type']).toBe('text/plain; charset=utf-8');
		expect(outcome.items?.map(({ json }) => json.payload)).toEqual(bodyOf(name).events);
		expect(JSON.stringify(outcome.items)).not.toContain(token);
	});

	test('can have the token back as JSON', async () => {
		const outcome = await runWebhook(setting({ handshakeReply: 'json' }), genuine(note()));
		expect(outcome.answer).toEqual({ token });
	});

	test('with the previous token is accepted during a change, and hears that one', async () => {
		const both = { token, previousToken: ` ${previousToken}\n` };
		const call = genuine(note(), { token: previousToken });
		const outcome = await runWebhook(setting({}, both), call);
		expect(outcome.items).toHaveLength(1);
		expect(outcome.answer).toBe(previousToken);
	});

	test('keeps every digit of a long ID', async () => {
		const id = '9'.repeat(30);
		const body = `{"events":[{"event":{"type":"x"},"visitor":{"key":${id}}}]}`;
		const { items } = await runWebhook(setting(), genuine(body));
		expect(items?.[0]?.json).toMatchObject({ contact: { id } });
	});

	test('can be had as Swiftsell sent it, with a deliveryId', async () => {
		const { items } = await runWebhook(setting({ output: 'payload' }), genuine(note()));
		const [payload] = bodyOf('note').events;
		expect(items?.[0]?.json).toEqual({ ...payload, deliveryId: expect.any(String) as string });
	});

	test('brings headers on request, but never one that may hold the token', async () => {
		const { items } = await runWebhook(
			setting({ options: { includeHeaders: true } }),
			genuine(note()),
		);
		expect(items?.[0]?.json.deliveryHeaders).toEqual({
			'content-type': 'application/json',
			'user-agent': null,
		});
		expect(JSON.stringify(items)).not.toContain(token);
	});
});

describe('a batch', () => {
	test('with a bad element outputs the good ones, and reports the bad one', async () => {
		const [good] = bodyOf('note').events;
		const later = { ...good, timestamp: '2023-09-01 15:00:00.000000' };
		const body = JSON.stringify({ events: [good, 'text', { event: null }, later] });
		const { items, log } = await runWebhook(setting(), genuine(body));
		expect(items?.map(({ json }) => [json.event, json.payload])).toEqual([
			['note.added', good],
			['other', { element: 'text' }],
			['other', { event: null }],
			['note.added', later],
		]);
		expect(log).toEqual([expect.stringContaining('2 of 4 elements')]);
		const ticked = await runWebhook(setting({ events: ['note'] }), genuine(body));
		expect(ticked.items).toHaveLength(2);
		expect(ticked.log).toHaveLength(1);
	});
});

describe('the test call on saving', () => {
	test.each<[string, Call]>([
		['an empty body', { rawBody: Buffer.alloc(0), headers: { token } }],
		['a text', { rawBody: Buffer.from('test'), headers: { token } }],
		['a list', genuine('[]')],
		['an empty batch', genuine('{"events":[]}')],
		['the token as JSON', { ...genuine(`{"token":"${token}"}`), headers: {} }],
		[
			'the token as a form',
			{
				rawBody: Buffer.from(`token=${token}`),
				headers: { 'content-type': 'application/x-www-form-urlencoded' },
			},
		],
		['the token in the query', { rawBody: Buffer.alloc(0), query: { token } }],
	])('with %s hears the token, and starts nothing', async (_name, call) => {
		const outcome = await runWebhook(setting(), call);
		expect(outcome).toMatchObject({ status: 200, answer: token, items: undefined });
	});
});

describe('a call that proves nothing', () => {
	test('Authorization twice: 401', async () => {
		const outcome = await runWebhook(setting(), {
			rawBody: note(),
			headers: { authorization: `Bearer ${token}` },
			rawHeaders: ['Authorization', `Bearer ${token}`, 'authorization', `Bearer ${token}`],
		});
		expect(outcome).toMatchObject({ status: 401, items: undefined });
	});

	test('the log names what the call contained', async () => {
		const headers = { 'x-api-key': token, host: 'n8n.example.com', [token]: '' };
		const { log } = await runWebhook(setting(), {
			...genuine(note()),
			headers,
			query: { [token]: '' },
		});
		expect(log).toEqual([
			expect.stringContaining('headers: x-api-key and 2 others; query: 1 other'),
		]);
		expect(log.join()).not.toMatch(new RegExp(`body|${token}`));
	});

	test('a token in another place than the one that is set: refused', async () => {
		const only = setting({ tokenLocation: 'header', headerName: 'X-Secret' });
		expect((await runWebhook(only, genuine(note()))).status).toBe(401);
		const right = genuine(note(), { token: '', 'x-secret': token });
		expect((await runWebhook(only, right)).items).toHaveLength(1);
	});
});

describe('a body that is no batch', () => {
	test.each([
		['events as text', '{"events":"x"}', 'must be a list of events'],
		['deep nesting', `{"events":[${nested(5000)}]}`, 'levels deep'],
		['17 MB', ' '.repeat(17 * 1024 * 1024), 'larger than'],
	])('%s: 400 and says so', async (_name, body, why) => {
		const { status, answer, items } = await runWebhook(setting(), genuine(body));
		expect({ status, items }).toEqual({ status: 400, items: undefined });
		expect(JSON.stringify(answer)).toContain(why);
	});

	test('multipart, cut off or over the limit of n8n: 400', async () => {
		const readRawBody = () => Promise.reject(new Error('request aborted'));
		const outcome = await runWebhook(setting(), { headers: { token }, readRawBody });
		expect(outcome.status).toBe(400);
	});

	test('every part of a batch replaced, one at a time', async () => {
		for (const changed of mutations(bodyOf('conversation-create'), [null, 0, '', [], {}])) {
			const { status } = await runWebhook(setting(), genuine(JSON.stringify(changed)));
			expect([200, 400]).toContain(status);
		}
	});
});
