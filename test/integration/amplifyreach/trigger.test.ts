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
	node: 'amplifyReachTrigger',
	parameters: { events: ['*'], ...parameters },
	credentials: { amplifyReachWebhookApi: { token, ...credential } },
});

const genuine = (body: Buffer | string, query: Record<string, unknown> = { token }): Call => ({
	rawBody: Buffer.from(body),
	headers: { 'content-type': 'application/json' },
	query,
});

const names = exampleNamesOf('amplifyreach');
const contact = () => exampleOf('amplifyreach', 'contact-information');
const parsed = (body: Buffer) => JSON.parse(body.toString()) as Record<string, unknown>;

describe('a genuine delivery', () => {
	test.each(names)('%s becomes one item', async (name) => {
		const body = exampleOf('amplifyreach', name);
		const outcome = await runWebhook(setting(), genuine(body));
		expect(outcome).toMatchObject({ status: 200, answer: { ok: true }, log: [] });
		expect(outcome.items?.map(({ json }) => json.payload)).toEqual([parsed(body)]);
		expect(JSON.stringify(outcome.items)).not.toContain(token);
	});

	test('with the previous token is accepted during a change', async () => {
		const call = genuine(contact(), { token: previousToken });
		expect((await runWebhook(setting({}, { previousToken }), call)).items).toHaveLength(1);
	});

	test('of 1,000 events and 5 MB becomes 1,000 items in order', async () => {
		const events = Array.from({ length: 1000 }, (_, number) => ({
			...parsed(contact()),
			number,
			padding: 'x'.repeat(5000),
		}));
		const { items } = await runWebhook(setting(), genuine(JSON.stringify(events)));
		const numbers = items?.map(({ json }) => (json.payload as { number: number }).number);
		expect(numbers).toEqual(events.map(({ number }) => number));
		expect(new Set(items?.map(({ json }) => json.deliveryId)).size).toBe(1000);
	});

	test('has the same deliveryId on a retry', async () => {
		const [a, b] = await Promise.all(
			[1, 2].map(async () => (await runWebhook(setting(), genuine(contact()))).items?.[0]?.json),
		);
		expect(a?.deliveryId).toMatch(/^[0-9a-f]{64}$/);
		expect(a?.deliveryId).toBe(b?.deliveryId);
	});

	test('is told once an hour: no time in it tells two visitors apart', async () => {
		const noon = Date.parse('2025-06-01T12:00:00Z');
		const at = (minute: number) => {
			jest.spyOn(Date, 'now').mockReturnValue(noon + minute * 60_000);
			return runWebhook(once, genuine(contact()));
		};
		const once = { ...setting(), memory: { staticData: {} } };
		expect((await at(0)).items).toHaveLength(1);
		expect(await at(59)).toMatchObject({ status: 200, answer: { ok: true }, items: undefined });
		expect((await at(60)).items).toHaveLength(1);
		jest.restoreAllMocks();
	});

	test('that is not ticked, or filtered out, is answered and starts nothing', async () => {
		for (const parameters of [{ events: ['transcript'] }, { filters: { emailDomains: 'x.org' } }]) {
			const outcome = await runWebhook(setting(parameters), genuine(contact()));
			expect(outcome).toMatchObject({ status: 200, answer: { ok: true }, items: undefined });
		}
	});
});

describe('a call that proves nothing', () => {
	test.each<[string, Call]>([
		['no token', genuine(contact(), {})],
		['another token', genuine(contact(), { token: previousToken })],
		['the token twice', genuine(contact(), { token: [token, token] })],
		['the token as another parameter', genuine(contact(), { secret: token })],
		['the token in an object', genuine(contact(), { token: { 0: token } })],
		[
			'the token in a header',
			{
				...genuine(contact(), {}),
				headers: { authorization: `Bearer ${token}`, 'x-amplifyreach-token': token },
			},
		],
		['the token in the body', genuine(JSON.stringify({ token, type: 'x' }), {})],
	])('%s: 401, no item, no hint', async (_name, call) => {
		const outcome = await runWebhook(setting(), call);
		expect(outcome).toMatchObject({ status: 401, items: undefined });
		expect(outcome.log).toHaveLength(1);
		expect(JSON.stringify([outcome.answer, outcome.log])).not.toContain(token);
	});

	test('all refusals look the same from outside', async () => {
		const answers = await Promise.all(
			[{}, { token: 'x' }, { token: [token, token] }].map(async (query) =>
				JSON.stringify((await runWebhook(setting(), genuine(contact(), query))).answer),
			),
		);
		expect(new Set(answers).size).toBe(1);
	});

	test.each([{ token: '' }, { token: ' ' }])(
		'%j in the credential: refused',
		async (credential) => {
			const call = genuine(contact(), { token: '' });
			const outcome = await runWebhook(setting({}, credential), call);
			expect(outcome).toMatchObject({ status: 401, items: undefined });
		},
	);

	test('no credential at all: refused', async () => {
		const outcome = await runWebhook(
			{ ...setting(), credentials: {} as never },
			genuine(contact()),
		);
		expect(outcome.status).toBe(401);
	});
});

test.each([
	['empty', ''],
	['cut short', '{"type":'],
	['a text', '"text"'],
	['a list of texts', '["text"]'],
	['nested deeply', nested(5000)],
])('a body that is %s: 400', async (_name, body) => {
	const outcome = await runWebhook(setting(), genuine(body));
	expect(outcome).toMatchObject({ status: 400, items: undefined });
});

test.each(names)('%s with null, or the wrong type, for every field is told', async (name) => {
	for (const spoil of [nullEverywhere, wrongTypes]) {
		const payload = spoil(parsed(exampleOf('amplifyreach', name)));
		const { items } = await runWebhook(setting(), genuine(JSON.stringify(payload)));
		expect(items?.map(({ json }) => json.payload)).toEqual([payload]);
	}
});

test('whatever comes, the answer is 200, 400 or 401, and strangers start nothing', async () => {
	const call = fc.record({
		rawBody: anyBody(['type', 'event_type', 'data', 'token'], ['Chat Transcript', token]),
		isGenuine: fc.boolean(),
		query: fc.dictionary(
			fc.constantFrom('token', 'x'),
			fc.oneof(fc.string(), fc.constant([token, token])),
		),
	});
	await fc.assert(
		fc.asyncProperty(call, async ({ rawBody, query, isGenuine }) => {
			const { status, items } = await runWebhook(setting(), {
				...(rawBody && { rawBody }),
				query: isGenuine ? { token } : query,
			});
			expect([200, 400, 401]).toContain(status);
			if (!isGenuine) expect(items).toBeUndefined();
		}),
		{ numRuns: 300 },
	);
});

describe('set-up', () => {
	test('activation passes at a public address, and only there', async () => {
		expect(await runHook(setting(), 'create')).toBe(true);
		expect(await runHook(setting(), 'delete')).toBe(true);
		const local = { ...setting(), address: 'http://localhost:5678' };
		await expect(runHook(local, 'create')).rejects.toThrow('not https');
	});

	test.each([
		['a missing token', { token: '' }, 'AmplifyReach Webhook API'],
		['a short token', { token: 'short' }, '32 or more'],
		['a token that gets lost', { token: `${token}&x` }, 'letters, digits'],
		['a short previous token', { previousToken: 'short' }, 'empty the field Previous Token'],
	])('activation refuses %s, and says what to do', async (_name, credential, what) => {
		await expect(runHook(setting({}, credential), 'create')).rejects.toMatchObject({
			description: expect.stringContaining(what) as string,
		});
	});

	test.each([
		[{ token }, 'OK'],
		[{ token: 'short' }, 'Error'],
		[{ token: `${token}&x` }, 'Error'],
		[{ token, previousToken: 'short' }, 'Error'],
		[{ token, headerName: 'Host' }, 'Error'],
	])('the test button of %j says %s', async (data, status) => {
		const run = pack.nodeType('amplifyReachTrigger').methods?.credentialTest?.testWebhookCredential;
		const credential = { id: '1', name: 'test', type: 'amplifyReachWebhookApi', data };
		expect(await run?.call({} as never, credential)).toMatchObject({ status });
	});
});
