import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';
import { anyBody, nested, nullEverywhere, wrongTypes } from '../../support/hostile';
import { loadPack, type Pack } from '../../support/pack';
import { runHook, runWebhook, type Call } from '../../support/run';
import { exampleNamesOf, exampleOf } from '../../support/vendorExamples';

const token = 'ExampleWebhookToken0123456789abcdef';
const previousToken = 'PreviousWebhookToken0123456789abcd';

let pack: Pack;
beforeAll(async () => {
	pack = await loadPack();
});

const setting = (parameters: INodeParameters = {}, credential: object = {}) => ({
	pack,
	node: 'messangiTrigger',
	parameters: { events: ['*'], ...parameters },
	credentials: {
		messangiWebhookApi: { headerName: 'X-Messangi-Token', token, ...credential },
	},
});

const genuine = (body: Buffer | string, headers: Record<string, string> = {}): Call => ({
	rawBody: Buffer.from(body),
	headers: { 'content-type': 'application/json', 'x-messangi-token': token, ...headers },
});

const names = exampleNamesOf('messangi');
const option = () => exampleOf('messangi', 'chatbot-interaction-option');
const parsed = (body: Buffer) => JSON.parse(body.toString()) as Record<string, unknown>;

describe('a genuine delivery', () => {
	test.each(names)('%s becomes one item', async (name) => {
		const body = exampleOf('messangi', name);
		const outcome = await runWebhook(setting(), genuine(body));
		expect(outcome).toMatchObject({ status: 200, answer: { ok: true }, log: [] });
		expect(outcome.items?.map(({ json }) => json.payload)).toEqual([parsed(body)]);
		expect(JSON.stringify(outcome.items)).not.toContain(token);
	});

	test('with the previous token, or one pasted with blanks, is accepted', async () => {
		const credential = { token: ` ${token}\n`, previousToken };
		for (const value of [token, previousToken]) {
			const call = genuine(option(), { 'x-messangi-token': value });
			expect((await runWebhook(setting({}, credential), call)).items).toHaveLength(1);
		}
	});

	test('by a header of another name', async () => {
		const call = genuine(option(), { 'x-messangi-token': '', 'x-my-key': token });
		const outcome = await runWebhook(setting({}, { headerName: ' X-My-Key ' }), call);
		expect(outcome.items).toHaveLength(1);
	});

	test('with the token in the address, where that is chosen', async () => {
		const call = { rawBody: option(), headers: {}, query: { token } };
		for (const authentication of ['query', 'headerOrQuery']) {
			const { items } = await runWebhook(setting({ authentication }), call);
			expect(items).toHaveLength(1);
			expect(JSON.stringify(items)).not.toContain(token);
		}
		expect((await runWebhook(setting(), call)).status).toBe(401);
	});

	test('of 1,000 events and 5 MB becomes 1,000 items in order', async () => {
		const events = Array.from({ length: 1000 }, (_, number) => ({
			...parsed(option()),
			phoneNumber: `57300${1_000_000 + number}`,
			number,
			padding: 'x'.repeat(5000),
		}));
		const { items } = await runWebhook(setting(), genuine(JSON.stringify(events)));
		const numbers = items?.map(({ json }) => (json.payload as { number: number }).number);
		expect(numbers).toEqual(events.map(({ number }) => number));
	});

	test('has the same deliveryId on a retry', async () => {
		const ids = await Promise.all(
			[1, 2].map(async () => (await runWebhook(setting(), genuine(option()))).items?.[0]?.json),
		);
		expect(ids[0]?.deliveryId).toBe(ids[1]?.deliveryId);
	});

	test('is told once, however often it comes', async () => {
		const once = { ...setting(), memory: { staticData: {} } };
		expect((await runWebhook(once, genuine(option()))).items).toHaveLength(1);
		expect(await runWebhook(once, genuine(option()))).toMatchObject({
			status: 200,
			items: undefined,
		});
	});

	test('never shows a header that carries the token', async () => {
		const { items } = await runWebhook(
			setting({ options: { includeHeaders: true } }, { headerName: 'User-Agent' }),
			genuine(option(), { 'user-agent': token }),
		);
		expect(items?.[0]?.json.deliveryHeaders).toEqual({ 'content-type': 'application/json' });
	});

	test('that is not ticked, or filtered out, is answered and starts nothing', async () => {
		for (const parameters of [{ events: ['mo'] }, { filters: { labels: 'Other' } }]) {
			const outcome = await runWebhook(setting(parameters), genuine(option()));
			expect(outcome).toMatchObject({ status: 200, answer: { ok: true }, items: undefined });
		}
	});
});

describe('a call that proves nothing', () => {
	test.each<[string, Call, INodeParameters]>([
		['no token', { rawBody: option(), headers: {} }, {}],
		['another token', genuine(option(), { 'x-messangi-token': previousToken }), {}],
		['another header', genuine(option(), { 'x-messangi-token': '', token }), {}],
		['the header twice', genuine(option(), { 'x-messangi-token': `${token}, ${token}` }), {}],
		['the token in the body', { rawBody: Buffer.from(`{"token":"${token}"}`), headers: {} }, {}],
		[
			'the token twice in the query',
			{ rawBody: option(), headers: {}, query: { token: [token, token] } },
			{ authentication: 'query' },
		],
		['the header, where the query is asked for', genuine(option()), { authentication: 'query' }],
	])('%s: 401, no item', async (_name, call, parameters) => {
		const outcome = await runWebhook(setting(parameters), call);
		expect(outcome).toMatchObject({ status: 401, items: undefined });
		expect(outcome.log).toHaveLength(1);
		expect(JSON.stringify([outcome.answer, outcome.log])).not.toContain(token);
	});

	test.each([{ token: '' }, { token: ' ' }])(
		'%j in the credential: refused',
		async (credential) => {
			const call = genuine(option(), { 'x-messangi-token': '' });
			const outcome = await runWebhook(setting({}, credential), call);
			expect(outcome.log).toEqual([expect.stringContaining('no-secret')]);
		},
	);

	test('no credential at all: refused', async () => {
		const outcome = await runWebhook({ ...setting(), credentials: {} as never }, genuine(option()));
		expect(outcome.status).toBe(401);
	});
});

test.each([
	['empty', ''],
	['cut short', '{"campaignId":'],
	['a text', '"text"'],
	['nested deeply', nested(5000)],
])('a body that is %s: 400', async (_name, body) => {
	const outcome = await runWebhook(setting(), genuine(body));
	expect(outcome).toMatchObject({ status: 400, items: undefined });
});

test.each(names)('%s with null, or the wrong type, for every field is told', async (name) => {
	for (const spoil of [nullEverywhere, wrongTypes]) {
		const payload = spoil(parsed(exampleOf('messangi', name)));
		const { items } = await runWebhook(setting(), genuine(JSON.stringify(payload)));
		expect(items?.map(({ json }) => json.payload)).toEqual([payload]);
	}
});

test('whatever comes, the answer is 200, 400 or 401, and strangers start nothing', async () => {
	const call = fc.record({
		rawBody: anyBody(Object.keys(parsed(option())), [parsed(option())]),
		isGenuine: fc.boolean(),
		headers: fc.dictionary(fc.constantFrom('content-type', 'x-messangi-token'), fc.string()),
		query: fc.dictionary(fc.constantFrom('token'), fc.oneof(fc.string(), fc.jsonValue())),
		authentication: fc.constantFrom('header', 'query', 'headerOrQuery'),
	});
	await fc.assert(
		fc.asyncProperty(call, async ({ rawBody, headers, query, isGenuine, authentication }) => {
			const { status, items } = await runWebhook(setting({ authentication }), {
				...(rawBody && { rawBody }),
				headers: { ...headers, ...(isGenuine && { 'x-messangi-token': token }) },
				query: { ...query, ...(isGenuine && { token }) },
			});
			expect([200, 400, 401]).toContain(status);
			if (!isGenuine) expect(items).toBeUndefined();
		}),
		{ numRuns: 300 },
	);
});

describe('set-up', () => {
	test('activation passes, again and again', async () => {
		for (const method of ['create', 'create', 'delete', 'delete'] as const) {
			expect(await runHook(setting(), method)).toBe(true);
		}
	});

	test.each([
		['a missing token', { token: '' }, 'Messangi Webhook API'],
		['a short token', { token: 'short' }, '32 or more'],
		['a token that gets lost', { token: `${token}&x` }, 'letters, digits'],
		['a short previous token', { previousToken: 'short' }, 'empty the field Previous Token'],
		['a header in use', { headerName: 'Content-Type' }, 'X-Messangi-Token'],
	])('activation refuses %s, and says what to do', async (_name, credential, what) => {
		await expect(runHook(setting({}, credential), 'create')).rejects.toMatchObject({
			description: expect.stringContaining(what) as string,
		});
	});

	test.each([
		[{ token }, 'OK'],
		[{ token: 'short' }, 'Error'],
		[{ token, previousToken: 'short' }, 'Error'],
		[{ token, headerName: 'Host' }, 'Error'],
	])('the test button of %j says %s', async (data, status) => {
		const run = pack.nodeType('messangiTrigger').methods?.credentialTest?.testWebhookCredential;
		const credential = { id: '1', name: 'test', type: 'messangiWebhookApi', data };
		expect(await run?.call({} as never, credential)).toMatchObject({ status });
	});
});
