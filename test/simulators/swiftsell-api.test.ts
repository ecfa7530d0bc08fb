import type { TestBed } from './support/swiftsell';
import { startTestBed } from './support/swiftsell';

const CAMPAIGN = '/campaign-webhooks/ExampleCampaign1';
const KEY = '42bb83f00d8240e5bb41290a12eb44401693552452';
const contact = { name: 'Alex Example', phone: '15550100101', email: '' };

let bed: TestBed;
beforeAll(async () => {
	bed = await startTestBed();
});
beforeEach(() => {
	bed.simulator.reset();
});
afterAll(async () => {
	await bed.simulator.stop();
});

describe('the account token', () => {
	test.each(['wrong', '', 'ExampleWebhookToken0123456789abcdef'])(
		'%j is refused',
		async (token) => {
			expect(await bed.api('/v1/accounts/476/bots', { token })).toEqual({
				status: 401,
				body: {
					ok: false,
					error: 'JWT_SIGNATURE_EXCEPTION',
					status: 401,
					message: 'The token is not valid',
				},
			});
		},
	);

	test('opens the list of bots of its own account, page by page', async () => {
		const all = await bed.api('/v1/accounts/476/bots');
		expect(all).toMatchObject({ status: 200, body: { ok: true, bots: [{ id: 8861 }, {}] } });
		const second = await bed.api('/v1/accounts/476/bots?limit=1&offset=1');
		expect(second.body).toMatchObject({ bots: [{ id: 8862 }] });
		const other = await bed.api('/v1/accounts/477/bots');
		expect(other).toMatchObject({ status: 404, body: { code: 'ACCOUNT_DETAILS_NOT_FOUND' } });
	});
});

test('a failure may come with HTTP 200', async () => {
	bed.simulator.settings.failureStatus = 200;
	const { status, body } = await bed.api('/v1/accounts/476/bots', { token: 'wrong' });
	expect([status, (body as { ok: boolean }).ok]).toEqual([200, false]);
});

test.each([
	['/v1/ai/knowledge-base', 'knowledge-base', 400],
	['/api/v1/conversations', 'conversations', 401],
	[CAMPAIGN, 'campaigns', 401],
] as const)('%s: a plan without %s is a %i', async (path, feature, status) => {
	bed.simulator.settings.missingFeatures = [feature];
	const answer = await bed.api(path, { json: {} });
	expect(answer).toMatchObject({ status, body: { ok: false, code: 'UNAUTHORIZED_FEATURE' } });
});

describe('the campaign', () => {
	const campaign = () => bed.simulator.account.campaigns[0];

	test('takes one contact, or a list, and keeps further keys', async () => {
		expect(await bed.api(CAMPAIGN, { json: contact })).toEqual({ status: 200, body: { ok: true } });
		await bed.api(CAMPAIGN, { json: [contact, { ...contact, plan: 'gold' }] });
		expect(campaign()?.contacts).toEqual([contact, contact, { ...contact, plan: 'gold' }]);
		expect(campaign()?.calls).toEqual([1, 2]);
	});

	test('takes ten thousand contacts a call, and refuses one more', async () => {
		const many = Array.from({ length: 10_001 }, (_none, i) => ({ ...contact, i }));
		expect(await bed.api(CAMPAIGN, { json: many })).toMatchObject({
			status: 400,
			body: { ok: false, code: 'BAD_REQUEST' },
		});
		expect(campaign()?.contacts).toEqual([]);
		expect((await bed.api(CAMPAIGN, { json: many.slice(1) })).status).toBe(200);
		expect(campaign()?.calls).toEqual([10_000]);
	});

	test.each([[[]], [[5]], ['text'], [null]])('refuses %j', async (json) => {
		expect((await bed.api(CAMPAIGN, { json })).status).toBe(400);
	});

	test('refuses another token, and an address of no campaign', async () => {
		expect((await bed.api(CAMPAIGN, { json: contact, token: 'wrong' })).status).toBe(401);
		expect((await bed.api('/campaign-webhooks/none', { json: contact })).status).toBe(404);
		expect(campaign()?.contacts).toEqual([]);
	});

	test.each([
		['empty', ''],
		['text', 'OK'],
	] as const)('may answer: %s', async (campaignAnswer, body) => {
		bed.simulator.settings.campaignAnswer = campaignAnswer;
		expect(await bed.api(CAMPAIGN, { json: contact })).toEqual({ status: 200, body });
	});
});

describe('a conversation', () => {
	const onApi = {
		channel: 'API',
		message: { type: 'text', data: { body: 'Hello' } },
		variables: { contact: { name: 'Alex', email: 'a@example.com', phone: '+15550100101' } },
		bot_key: 'ExampleBot0000000000000008862Key',
		from: { user_external_id: 'visitor-1', type: 'VISITOR' },
	};
	const bySms = {
		channel: 'SMS',
		from: '15550100199',
		to: { phone: '15550100101', name: 'Alex' },
		message: { type: 'text', text: 'Hello' },
		assignee: 'agent@example.com',
	};
	const onWhatsApp = {
		...bySms,
		channel: 'WHATSAPP',
		message: { type: 'template', data: { template: 'hello' } },
	};
	const start = (json: unknown) => bed.api('/api/v1/conversations', { json });

	test('on the API channel starts at the bot', async () => {
		const { status, body } = await start(onApi);
		expect(status).toBe(200);
		expect(body).toEqual({
			ok: true,
			conversation: {
				id: bed.simulator.account.conversations.at(-1)?.key,
				created_at: '2025-01-15 09:00:00.000001',
				assignee: { id: '8862', to: 'order-bot@example.com' },
			},
			contact: { ...onApi.variables.contact, visitor_key: 'visitor-1_476' },
		});
		expect(bed.simulator.account.conversations.at(-1)?.started).toEqual(onApi);
	});

	test.each([
		['SMS', bySms],
		['WhatsApp', onWhatsApp],
	])('by %s starts with an agent', async (_name, json) => {
		expect(await start(json)).toMatchObject({
			status: 200,
			body: {
				ok: true,
				conversation: {
					message_id: expect.any(String) as string,
					assignee: { id: 8292, to: 'agent@example.com' },
				},
				contact: { name: 'Alex', phone: '15550100101' },
			},
		});
	});

	test('starts under the path of the other page, too', async () => {
		expect((await bed.api('/v1/conversations', { json: bySms })).status).toBe(200);
	});

	test.each([
		['no channel', { ...onApi, channel: undefined }],
		['no type of message', { ...onApi, message: { data: { body: 'Hello' } } }],
		['no type of sender', { ...onApi, from: { user_external_id: 'visitor-1' } }],
		['no visitor id', { ...onApi, from: { type: 'VISITOR' } }],
		['no phone', { ...bySms, to: {} }],
		['text in the wrong place', { ...bySms, message: { type: 'text', data: { body: 'Hi' } } }],
	])('does not start: %s', async (_name, json) => {
		expect(await start(json)).toMatchObject({ status: 400, body: { code: 'BAD_REQUEST' } });
	});

	test.each(['none', 'ExampleBot0000000000000008861Key'])(
		'does not start at bot %s',
		async (key) => {
			const { body } = await start({ ...onApi, bot_key: key });
			expect((body as { code: string }).code).toMatch(/^CONVERSATION_CREATION_/);
		},
	);

	const text = { message: { type: 'text', data: { body: 'Hi' } } };
	const agent = { user: { by: 'agent@example.com' } };
	test.each([
		['text of an agent', { ...text, ...agent }],
		['template', { message: { type: 'template', data: { template: 'hello' } }, ...agent }],
		[
			'file',
			{
				message: {
					file: { path: 'https://files.example.com/a.pdf', size: 0.1, type: 'a/b', name: 'a' },
				},
				...agent,
			},
		],
		['text of the visitor', { ...text, from: { type: 'VISITOR' } }],
		['button', { message: { data: { body: 'Yes', key: '1' } }, from: { type: 'VISITOR' } }],
	])('takes a %s', async (_name, json) => {
		const answer = await bed.api(`/api/v1/conversation/${KEY}/messages`, { json });
		expect(answer).toEqual({ status: 200, body: { ok: true } });
		expect(bed.simulator.account.conversations[0]?.messages).toEqual([json]);
	});

	test('refuses a message of nobody, and as the page has it', async () => {
		const send = async (json: object) =>
			(await bed.api(`/api/v1/conversation/${KEY}/messages`, { json })).status;
		expect(await send(text)).toBe(400);
		expect(await send({ message: { type: 'text', text: 'Hi' }, ...agent })).toBe(400);
	});

	test('is assigned, closed, and given variables', async () => {
		const conversation = bed.simulator.account.conversations[0];
		const events = `/api/v1/conversation/${KEY}/events`;
		await bed.api(events, { json: { user: { by: 'a@example.com', to: 'b@example.com' } } });
		expect(conversation).toMatchObject({ isClosed: false, assignee: 'b@example.com' });
		await bed.api(events, { json: { team: { by: 'a@example.com', to: 'Sales' } } });
		expect(conversation).toMatchObject({ isClosed: false, assignee: 'Sales' });
		await bed.api(events, { json: agent });
		expect(conversation?.isClosed).toBe(true);
		await bed.api(`/v1/accounts/476/conversations/${KEY}/variables`, {
			json: { variables: [{ name: 'plan', type: 'text', value: 'gold' }] },
		});
		expect(conversation?.variables).toEqual({ plan: 'gold' });
	});

	test('may want a type that nobody documents', async () => {
		bed.simulator.settings.eventTypeKey = 'type';
		const close = async (json: object) =>
			(await bed.api(`/api/v1/conversation/${KEY}/events`, { json })).status;
		expect([await close(agent), await close({ ...agent, type: 'close' })]).toEqual([400, 200]);
	});

	test.each([
		['key', KEY],
		['externalKey', '7f984da9a15b4bceb512ecad8ca461051693283267'],
		['id', '7525695'],
	] as const)('is found by its %s', async (conversationReference, wanted) => {
		bed.simulator.settings.conversationReference = conversationReference;
		const path = `/api/v1/conversation/${wanted}/messages`;
		expect((await bed.api(path, { json: { ...text, ...agent } })).status).toBe(200);
		const none = await bed.api('/api/v1/conversation/none/messages', { json: text });
		expect(none).toMatchObject({ status: 404, body: { ok: false } });
	});
});

test('an unknown path is not an answer from the API', async () => {
	expect(await bed.api('/v1/contacts')).toEqual({ status: 404, body: 'Not Found' });
});

test('faults, requests and a reset work as in every box', async () => {
	bed.simulator.faults.add({ path: CAMPAIGN, answer: { status: 503, body: 'busy' } });
	expect((await bed.api(CAMPAIGN, { json: contact })).status).toBe(503);
	expect((await bed.api(CAMPAIGN, { json: contact })).status).toBe(200);
	expect(bed.simulator.requests).toMatchObject([{ path: CAMPAIGN }, { path: CAMPAIGN }]);
	bed.simulator.reset();
	expect([bed.simulator.requests, bed.simulator.account.campaigns[0]?.contacts]).toEqual([[], []]);
});
