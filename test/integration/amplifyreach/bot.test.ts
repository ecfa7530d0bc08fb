import type { INodeParameters } from 'n8n-workflow';
import { nested } from '../../support/hostile';
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

	test('may carry its token in the address instead, which is not passed on', async () => {
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

	test('a repeat is output again: each call wants an answer', async () => {
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

	test('has an address of its own, so that taking a call needs no expression', () => {
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

// What a forged call may bring is in ../ownToken.
describe('a call that proves nothing', () => {
	test('is answered 401 as JSON', async () => {
		const outcome = await runWebhook(setting(), genuine(variables, { headers: {} }));
		expect(outcome).toMatchObject({ status: 401, items: undefined });
		expect(outcome.answer).toEqual({ status: 'error', message: 'Unauthorized' });
	});

	test('at the wrong address is told nothing about addresses', async () => {
		const call = genuine(variables, { headers: {}, path: '/webhook/id/bot/respond' });
		expect((await runWebhook(setting(), call)).status).toBe(401);
	});
});

test('a body that nests too deeply: 400 as JSON', async () => {
	const outcome = await runWebhook(setting(), genuine(nested(5000)));
	expect(outcome).toMatchObject({ status: 400, answer: { status: 'error' }, items: undefined });
});

describe('set-up', () => {
	test('activation passes with a reply, or with an answer of the workflow', async () => {
		expect(await runHook(setting(), 'create')).toBe(true);
		expect(await runHook(setting({ reply: 'lastNode', replyBody: '{' }), 'create')).toBe(true);
	});

	test.each(['{', '[1]', '"text"', ''])('activation refuses the reply %s', async (replyBody) => {
		await expect(runHook(setting({ replyBody }), 'create')).rejects.toMatchObject({
			description: expect.stringContaining('{"status": "success"}') as string,
		});
	});
});
