import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';
import { example, exampleNames } from '../../support/examples';
import { loadPack, type Pack } from '../../support/pack';
import { runHook, runWebhook, type Call } from '../../support/run';

const secretToken = 'the current token';
const previousSecretToken = 'the one before it';

let pack: Pack;
beforeAll(async () => {
	pack = await loadPack();
});

const setting = (parameters: INodeParameters = {}, credential: object = { secretToken }) => ({
	pack,
	node: 'iadvizeTrigger',
	parameters: { events: ['*'], ...parameters },
	credentials: { iadvizeWebhookApi: credential as Record<string, string> },
});

const sign = (body: Buffer, token = secretToken) =>
	`sha256=${createHmac('sha256', token).update(body).digest('hex')}`;

const signed = (body: Buffer, headers: Record<string, string> = {}): Call => ({
	rawBody: body,
	headers: {
		'content-type': 'application/json',
		'x-iadvize-delivery': '0b9e9b5e-7f1c-4b8e-9a5d-0123456789ab',
		'x-iadvize-correlationid': 'c0ffee00-7f1c-4b8e-9a5d-0123456789ab',
		'x-iadvize-signature': sign(body),
		...headers,
	},
});

const closed = () => example('v2.conversation.closed');

describe('a genuine delivery', () => {
	test.each(exampleNames)('%s becomes one item', async (name) => {
		const { status, items } = await runWebhook(setting(), signed(example(name)));
		expect(status).toBe(200);
		expect(items?.map(({ json }) => json.payload)).toEqual([JSON.parse(example(name).toString())]);
	});

	test('signed with the previous token is accepted during a change', async () => {
		const credential = { secretToken, previousSecretToken };
		const call = signed(closed(), { 'x-iadvize-signature': sign(closed(), previousSecretToken) });
		expect((await runWebhook(setting({}, credential), call)).items).toHaveLength(1);
	});

	test('tokens pasted with blanks around them work', async () => {
		const credential = { secretToken: ` ${secretToken}\n` };
		expect((await runWebhook(setting({}, credential), signed(closed()))).items).toHaveLength(1);
	});

	test('is read when n8n leaves the body of an unknown content type to the node', async () => {
		const call = signed(closed(), { 'content-type': 'application/vnd.iadvize+json' });
		delete call.rawBody;
		const request = {
			...call,
			async readRawBody(this: { rawBody?: Buffer }) {
				this.rawBody = closed();
				await Promise.resolve();
			},
		};
		expect((await runWebhook(setting(), request)).items).toHaveLength(1);
	});

	test('keeps every digit of a long ID', async () => {
		const body = Buffer.from(`{"eventType":"x","userId":${'9'.repeat(40)}}`);
		const { items } = await runWebhook(setting(), signed(body));
		expect(items?.[0]?.json).toMatchObject({
			agent: { id: '9'.repeat(40) },
			payload: { userId: '9'.repeat(40) },
		});
	});

	test('of several events becomes an item each, in order', async () => {
		const body = Buffer.from('[{"eventId":"a"},{"eventId":"b"}]');
		const { items } = await runWebhook(setting(), signed(body));
		expect(items?.map(({ json }) => json.deliveryId)).toEqual(['a', 'b']);
	});

	test('of a list with odd elements tells the others at their places, and logs the odd ones', async () => {
		const body = Buffer.from('["text",{"eventType":"user.created"},null,{"eventId":"b"}]');
		const { status, items, log } = await runWebhook(setting(), signed(body));
		expect(status).toBe(200);
		expect(items?.map(({ json }) => json.deliveryId)).toEqual([
			'c0ffee00-7f1c-4b8e-9a5d-0123456789ab-1',
			'b',
		]);
		expect(log).toEqual([expect.stringContaining('2 of 4 elements are not JSON objects')]);
	});

	test('has the same deliveryId on a retry', async () => {
		const retry = { 'x-iadvize-delivery': 'ffffffff-7f1c-4b8e-9a5d-0123456789ab' };
		const first = await runWebhook(setting(), signed(closed()));
		const second = await runWebhook(setting(), signed(closed(), retry));
		expect(second.items?.[0]?.json.deliveryId).toBe(first.items?.[0]?.json.deliveryId);
	});

	test('can be had as iAdvize sent it, with a deliveryId', async () => {
		const { items } = await runWebhook(setting({ output: 'payload' }), signed(closed()));
		const payload = JSON.parse(closed().toString()) as Record<string, unknown>;
		expect(items?.[0]?.json).toEqual({ ...payload, deliveryId: payload.eventId });
	});

	test('brings its headers on request, but never the signature', async () => {
		const { items } = await runWebhook(
			setting({ options: { includeHeaders: true } }),
			signed(closed()),
		);
		const { deliveryHeaders } = items?.[0]?.json ?? {};
		expect(deliveryHeaders).toMatchObject({
			'x-iadvize-correlationid': 'c0ffee00-7f1c-4b8e-9a5d-0123456789ab',
		});
		expect(JSON.stringify(items)).not.toContain('sha256=');
	});

	test('that is not selected, or filtered out, is taken without an execution', async () => {
		for (const parameters of [{ events: ['user.created'] }, { filters: { channels: ['SMS'] } }]) {
			const { status, items, log } = await runWebhook(setting(parameters), signed(closed()));
			expect({ status, items, log }).toEqual({ status: 200, items: undefined, log: [] });
		}
	});
});

describe('a call that proves nothing', () => {
	const flipped = Buffer.from(closed());
	flipped.writeUInt8(flipped.readUInt8(10) ^ 1, 10);

	test.each<[string, () => Call, string]>([
		['one bit flipped', () => ({ ...signed(closed()), rawBody: flipped }), 'mismatch'],
		['no signature', () => ({ ...signed(closed()), headers: {} }), 'no-signature'],
		['sha1', () => signed(closed(), { 'x-iadvize-signature': 'sha1=00' }), 'malformed-signature'],
		[
			'another token',
			() => signed(closed(), { 'x-iadvize-signature': sign(closed(), 'x') }),
			'mismatch',
		],
		[
			'the header twice',
			() => signed(closed(), { 'x-iadvize-signature': `${sign(closed())}, ${sign(closed())}` }),
			'malformed-signature',
		],
		['an empty body', () => ({ ...signed(closed()), rawBody: Buffer.alloc(0) }), 'mismatch'],
	])('%s: 401, no item, one line in the log', async (_name, call, reason) => {
		const outcome = await runWebhook(setting(), call());
		expect(outcome).toMatchObject({ status: 401, items: undefined });
		expect(outcome.log).toEqual([expect.stringContaining(reason)]);
	});

	test.each([
		['no token', {}],
		['an empty token', { secretToken: '' }],
		['a blank token', { secretToken: '  ' }],
	])('%s in the credential: refused, even if signed with it', async (_name, credential) => {
		const call = signed(closed(), { 'x-iadvize-signature': sign(closed(), '') });
		const outcome = await runWebhook(setting({}, credential), call);
		expect(outcome.status).toBe(401);
		expect(outcome.log).toEqual([expect.stringContaining('no-secret')]);
	});

	test('no credential at all: refused', async () => {
		const outcome = await runWebhook({ ...setting(), credentials: {} }, signed(closed()));
		expect(outcome.status).toBe(401);
	});

	test('all refusals look the same from outside, and reveal no secret', async () => {
		const answers = await Promise.all(
			['sha1=00', sign(closed(), 'x'), ''].map(async (signature) => {
				const outcome = await runWebhook(
					setting(),
					signed(closed(), { 'x-iadvize-signature': signature }),
				);
				return JSON.stringify([outcome.status, outcome.answer]);
			}),
		);
		expect(new Set(answers).size).toBe(1);
		expect(answers[0]).not.toContain(secretToken);
	});

	test('the log names the delivery, but no text that a stranger chose', async () => {
		const { log } = await runWebhook(
			setting(),
			signed(closed(), { 'x-iadvize-signature': 'x', 'x-iadvize-delivery': 'a\nforged line' }),
		);
		expect(log.join()).toContain('unnamed');
		expect(log.join()).not.toContain('forged');
		const named = await runWebhook(setting(), { ...signed(closed()), rawBody: flipped });
		expect(named.log.join()).toContain('0b9e9b5e-7f1c-4b8e-9a5d-0123456789ab');
	});
});

describe('a body that cannot be read', () => {
	test.each<[string, Buffer, string, string]>([
		['empty', Buffer.alloc(0), 'application/json', 'empty'],
		['cut short', Buffer.from('{"eventId":'), 'application/json', 'not valid JSON'],
		['a form', Buffer.from('eventId=1'), 'application/x-www-form-urlencoded', 'application/json'],
		['5 MB', Buffer.alloc(5 * 1024 * 1024, ' '), 'application/json', 'larger than'],
	])('%s: 400 and says so', async (_name, body, type, why) => {
		const { status, answer, items } = await runWebhook(
			setting(),
			signed(body, { 'content-type': type }),
		);
		expect({ status, items }).toEqual({ status: 400, items: undefined });
		expect(JSON.stringify(answer)).toContain(why);
	});

	test('multipart, cut off or over the limit of n8n: 400', async () => {
		const { headers } = signed(closed());
		const readRawBody = () => Promise.reject(new Error('request aborted'));
		expect((await runWebhook(setting(), { headers, readRawBody })).status).toBe(400);
		expect((await runWebhook(setting(), { headers })).status).toBe(400);
	});
});

test('whatever comes, the answer is 200, 400 or 401, and nothing is thrown', async () => {
	const header = fc.oneof(
		fc.string(),
		fc.constantFrom('sha256=', `sha256=${'0'.repeat(64)}`, 'sha1=', 'a, b'),
	);
	const bytes = fc.oneof(
		fc.uint8Array({ maxLength: 4096 }).map((array) => Buffer.from(array)),
		fc.json().map((text) => Buffer.from(text)),
		fc.constant(undefined),
	);
	const call = fc.record({
		rawBody: bytes,
		isSigned: fc.boolean(),
		headers: fc.dictionary(
			fc.constantFrom(
				'content-type',
				'x-iadvize-signature',
				'x-iadvize-delivery',
				'x-iadvize-correlationid',
			),
			header,
		),
	});
	await fc.assert(
		fc.asyncProperty(call, async ({ rawBody, headers, isSigned }) => {
			const proof: Record<string, string> =
				isSigned && rawBody ? { 'x-iadvize-signature': sign(rawBody) } : {};
			const { status, items } = await runWebhook(setting(), {
				...(rawBody && { rawBody }),
				headers: { ...headers, ...proof },
			});
			expect([200, 400, 401]).toContain(status);
			if (!isSigned) expect(items).toBeUndefined();
		}),
		{ numRuns: 300 },
	);
});

describe('set-up', () => {
	test('the health check is answered, even without a token', async () => {
		const outcome = await runWebhook(setting({}, {}), { webhook: 'setup' });
		expect(outcome).toMatchObject({ status: 200, answer: { status: 'UP' }, items: undefined });
	});

	test('activation passes at a public https address, again and again', async () => {
		expect(await runHook(setting(), 'checkExists')).toBe(false);
		expect(await runHook(setting(), 'create')).toBe(true);
		expect(await runHook(setting(), 'create')).toBe(true);
		expect(await runHook(setting(), 'delete')).toBe(true);
		expect(await runHook(setting(), 'delete')).toBe(true);
	});

	test('activation refuses a local address, and says which setting to change', async () => {
		const local = { ...setting(), address: 'http://localhost:5678' };
		await expect(runHook(local, 'create')).rejects.toMatchObject({
			message: expect.stringContaining('it is not https') as string,
			description: expect.stringContaining('WEBHOOK_URL') as string,
		});
	});

	test('activation refuses an address without an ID, and says what to do', async () => {
		await expect(runHook({ ...setting(), webhookId: null }, 'create')).rejects.toMatchObject({
			message: expect.stringContaining('no webhook ID') as string,
			description: expect.stringContaining('cut the trigger and paste it') as string,
		});
	});

	test('activation refuses a step of a newer version than n8n has, and names it', async () => {
		const newer = { ...setting(), newerSteps: ['Send Email'] };
		await expect(runHook(newer, 'create')).rejects.toMatchObject({
			message: '"Send Email" needs version 2.2 of its node, and this n8n has versions up to 2.1',
			description: expect.stringContaining('Update n8n') as string,
		});
	});

	test('an option allows a local address', async () => {
		const local = {
			...setting({ options: { allowLocalAddress: true } }),
			address: 'http://localhost:5678',
		};
		expect(await runHook(local, 'create')).toBe(true);
	});

	test('activation refuses a missing token, and says where to find it', async () => {
		await expect(runHook(setting({}, { secretToken: '' }), 'create')).rejects.toMatchObject({
			message: 'The iAdvize secret token is missing',
			description: expect.stringContaining('App Information') as string,
		});
	});

	test.each([
		[{ secretToken: 'token' }, 'OK'],
		[{ secretToken: 'token', previousSecretToken: 'other' }, 'OK'],
		[{ secretToken: '' }, 'Error'],
		[{ secretToken: 'two words' }, 'Error'],
		[{ secretToken: 'token', previousSecretToken: 'two words' }, 'Error'],
	])('the test button of %j says %s', async (data, status) => {
		const run = pack.nodeType('iadvizeTrigger').methods?.credentialTest?.testWebhookCredential;
		const credential = { id: '1', name: 'test', type: 'iadvizeWebhookApi', data };
		expect(await run?.call({} as never, credential)).toMatchObject({ status });
	});
});
