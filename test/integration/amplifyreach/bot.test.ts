import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';
import { anyBody, nested } from '../../support/hostile';
import { loadPack, type Pack } from '../../support/pack';
import { runHook, runWebhook, type Call } from '../../support/run';

const token = 'ExampleWebhookToken0123456789abcdef';

let pack: Pack;
beforeAll(async () => {
	pack = await loadPack();
});

const setting = (parameters: INodeParameters = {}, credential: object = {}) => ({
	pack,
	node: 'amplifyReachBotTrigger',
	parameters,
	credentials: { amplifyReachWebhookApi: { token, ...credential } },
});

const genuine = (body: Buffer | string, more: Partial<Call> = {}): Call => ({
	rawBody: Buffer.from(body),
	headers: { 'content-type': 'application/json', 'x-amplifyreach-token': token },
	path: '/webhook/id/bot',
	...more,
});

const variables = '{"order":"A-1042","email":"grace@example.com"}';

describe('a call of the bot', () => {
	test('is told as it is, and answered at once', async () => {
		const call = genuine(variables, { query: { channel: 'web' } });
		const { status, answer, items } = await runWebhook(setting(), call);
		expect({ status, answer }).toEqual({ status: 200, answer: { status: 'success' } });
		expect(items?.map(({ json }) => json)).toEqual([
			expect.objectContaining({
				vendor: 'amplifyReach',
				event: 'other',
				vendorEvent: 'bot-studio-trigger',
				payload: {
					method: 'POST',
					query: { channel: 'web' },
					body: { order: 'A-1042', email: 'grace@example.com' },
				},
			}),
		]);
	});

	test('gets the fixed reply of the user', async () => {
		const own = setting({ replyBody: '{"eta":"tomorrow"}' });
		expect((await runWebhook(own, genuine(variables))).answer).toEqual({ eta: 'tomorrow' });
	});

	test('may bring its token in the address instead, which is not told on', async () => {
		const call = genuine(variables, { headers: {}, query: { token, channel: 'web' } });
		const { items } = await runWebhook(setting(), call);
		expect(items?.[0]?.json.payload).toMatchObject({ query: { channel: 'web' } });
		expect(JSON.stringify(items)).not.toContain(token);
	});

	test.each<[string, Partial<Call>, unknown]>([
		['GET without a body', { method: 'GET', rawBody: Buffer.alloc(0) }, null],
		['a text that is no JSON', { rawBody: Buffer.from('{"a":"say "hi""}') }, '{"a":"say "hi""}'],
		[
			'a form',
			{
				rawBody: Buffer.from('order=A-1'),
				headers: {
					'content-type': 'application/x-www-form-urlencoded',
					'x-amplifyreach-token': token,
				},
			},
			{ order: 'A-1' },
		],
	])('%s is told, too', async (_name, call, body) => {
		const { items } = await runWebhook(setting(), genuine('', call));
		expect(items?.[0]?.json.payload).toMatchObject({ method: call.method ?? 'POST', body });
	});

	test('the same again is told again: each wants an answer', async () => {
		const own = { ...setting(), memory: { staticData: {} } };
		expect((await runWebhook(own, genuine(variables))).items).toHaveLength(1);
		expect((await runWebhook(own, genuine(variables))).items).toHaveLength(1);
		const { properties } = pack.nodeType('amplifyReachBotTrigger').description;
		expect(JSON.stringify(properties)).not.toContain('"repeats"');
	});

	test('in the vendor’s own form has a deliveryId, the same for the same call', async () => {
		const own = setting({ output: 'payload' });
		const [a, b] = await Promise.all(
			[1, 2].map(async () => (await runWebhook(own, genuine(variables))).items?.[0]?.json),
		);
		expect(a).toMatchObject({ method: 'POST', body: { order: 'A-1042' } });
		expect(a?.deliveryId).toBe(b?.deliveryId);
	});
});

describe('an answer of the workflow', () => {
	const description = () => pack.nodeType('amplifyReachBotTrigger').description;

	test('has an address of its own, so that nothing on the way in is an expression', () => {
		const ways = description().webhooks?.map(({ path, responseMode }) => [path, responseMode]);
		expect(ways).toEqual([
			['bot', 'onReceived'],
			['bot/last-node', 'lastNode'],
			['bot/respond', 'responseNode'],
		]);
	});

	test.each([
		['lastNode', '/webhook/id/bot/last-node'],
		['lastNode', '/webhook-test/id/bot/last-node/'],
		['responseNode', '/prefix/webhook/id/bot/respond'],
	])('%s is given at %s', async (reply, path) => {
		const { items } = await runWebhook(setting({ reply }), genuine(variables, { path }));
		expect(items).toHaveLength(1);
	});

	test.each([
		['immediately', '/webhook/id/bot/last-node', '/bot'],
		['lastNode', '/webhook/id/bot', '/bot/last-node'],
		['responseNode', '/webhook/id/bot/last-node', '/bot/respond'],
	])('%s is not given at %s, and the bot is told where', async (reply, path, right) => {
		const outcome = await runWebhook(setting({ reply }), genuine(variables, { path }));
		expect(outcome).toMatchObject({ status: 400, items: undefined });
		expect(outcome.answer).toMatchObject({
			status: 'error',
			message: expect.stringMatching(new RegExp(`${right}$`)) as string,
		});
	});
});

describe('a call that proves nothing', () => {
	test.each<[string, Partial<Call>]>([
		['no token', { headers: {} }],
		['another token', { headers: { 'x-amplifyreach-token': 'x' } }],
		['the header twice', { headers: { 'x-amplifyreach-token': `${token}, ${token}` } }],
		['another header', { headers: { 'x-token': token } }],
		['the query twice', { headers: {}, query: { token: [token, token] } }],
		['the token in the body', { headers: {}, rawBody: Buffer.from(`{"token":"${token}"}`) }],
	])('%s: 401 as JSON, no item', async (_name, call) => {
		const outcome = await runWebhook(setting(), genuine(variables, call));
		expect(outcome).toMatchObject({ status: 401, items: undefined });
		expect(outcome.answer).toEqual({ status: 'error', message: 'Unauthorized' });
	});

	test('no credential, or one without a token: refused', async () => {
		for (const credentials of [{}, { amplifyReachWebhookApi: { token: ' ' } }]) {
			const bare = { ...setting(), credentials: credentials as never };
			expect((await runWebhook(bare, genuine(variables))).status).toBe(401);
		}
	});

	test('at the wrong address hears nothing about addresses', async () => {
		const call = genuine(variables, { headers: {}, path: '/webhook/id/bot/respond' });
		expect((await runWebhook(setting(), call)).status).toBe(401);
	});
});

test('a body that nests too deeply: 400 as JSON', async () => {
	const outcome = await runWebhook(setting(), genuine(nested(5000)));
	expect(outcome).toMatchObject({ status: 400, answer: { status: 'error' }, items: undefined });
});

test('whatever comes, the answer is 200, 400 or 401, and strangers start nothing', async () => {
	const call = fc.record({
		rawBody: anyBody(['order', 'email', 'token'], [token]),
		isGenuine: fc.boolean(),
		method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
		headers: fc.dictionary(fc.constantFrom('content-type', 'x-amplifyreach-token'), fc.string()),
		query: fc.dictionary(fc.string(), fc.jsonValue()),
	});
	await fc.assert(
		fc.asyncProperty(call, async ({ rawBody, headers, query, method, isGenuine }) => {
			const { status, items } = await runWebhook(setting(), {
				...(rawBody && { rawBody }),
				method,
				path: '/webhook/id/bot',
				headers: { ...headers, ...(isGenuine && { 'x-amplifyreach-token': token }) },
				query,
			});
			expect([200, 400, 401]).toContain(status);
			if (!isGenuine) expect(items).toBeUndefined();
		}),
		{ numRuns: 300 },
	);
});

describe('set-up', () => {
	test('activation passes with token, header and reply', async () => {
		expect(await runHook(setting(), 'create')).toBe(true);
		expect(await runHook(setting({ reply: 'lastNode' }), 'create')).toBe(true);
	});

	test.each<[string, INodeParameters, object]>([
		['a missing token', {}, { token: '' }],
		['a short token', {}, { token: 'short' }],
		['a token that gets lost', {}, { token: `${token}&x` }],
		['a short previous token', {}, { previousToken: 'short' }],
		['a header in use', {}, { headerName: 'Content-Type' }],
		['a reply that is no JSON', { replyBody: '{' }, {}],
		['a reply that is no object', { replyBody: '[1]' }, {}],
	])('activation refuses %s, and says what to do', async (_name, parameters, credential) => {
		await expect(runHook(setting(parameters, credential), 'create')).rejects.toMatchObject({
			description: expect.stringMatching(
				/token|Previous Token|X-AmplifyReach-Token|success/,
			) as string,
		});
	});
});
