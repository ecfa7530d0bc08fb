import type { INodeParameters } from 'n8n-workflow';
import { newConversation } from '../../../simulators/iadvize';
import { startIadvizeBench, type IadvizeBench } from '../../support/iadvize';
import { loadOptionsContext, runAction } from '../../support/run';

let bench: IadvizeBench;

beforeAll(async () => {
	bench = await startIadvizeBench();
});

afterEach(() => {
	bench.vendor.reset();
});

afterAll(async () => {
	await bench.stop();
});

const CONVERSATION = '4c8c7408-f73c-42cd-89e9-afbbee7d9024';
const conversation = { resource: 'conversation', operation: 'get', conversationId: CONVERSATION };
const logins = () => bench.vendor.requests.filter(({ path }) => path === '/oauth2/token').length;
const calls = () => bench.vendor.requests.filter(({ path }) => path === '/graphql').length;

const failure = async (parameters: INodeParameters) =>
	await bench.run(parameters).then(
		() => {
			throw new Error('It did not fail');
		},
		(error: unknown) => error as { message: string; description: string; httpCode: string },
	);

describe('the login', () => {
	const items = Array.from({ length: 50 }, () => ({ json: {} }));

	test('is one for all items', async () => {
		expect((await bench.run(conversation, items)).items).toHaveLength(50);
		expect(logins()).toBe(1);
	});

	test('is stored, and used by the next execution', async () => {
		const { stored } = await bench.run(conversation);
		await runAction({ ...bench.setting(conversation), credentials: stored });
		expect(logins()).toBe(1);
	});

	test.each([401, 200])(
		'is renewed once when the token has expired, told with %s',
		async (status) => {
			bench.vendor.settings.invalidTokenStatus = status;
			const { stored } = await bench.run(conversation);
			bench.vendor.revokeTokens();
			const next = await runAction({ ...bench.setting(conversation), credentials: stored }, items);
			expect(next.items).toHaveLength(50);
			expect(logins()).toBe(2);
			expect(next.stored.iadvizeGraphQlApi?.accessToken).not.toBe(
				stored.iadvizeGraphQlApi?.accessToken,
			);
		},
	);

	test.each([400, 401])(
		'refused with %s points to the credential, once for all items',
		async (status) => {
			const answer = { status, body: { error: 'invalid_grant' } };
			bench.vendor.faults.add({ path: '/oauth2/token', times: 99, answer });
			const { items: results } = await bench.run(conversation, items, true);
			expect(results[49]?.json.error).toBe(`iAdvize does not accept the login (HTTP ${status})`);
			expect(logins()).toBeLessThanOrEqual(2);
			expect(calls()).toBe(0);
		},
	);

	test('ten a minute is told as such', async () => {
		bench.vendor.faults.add({ path: '/oauth2/token', times: 9, answer: { status: 429 } });
		const error = await failure(conversation);
		expect(error.message).toBe('iAdvize accepts no more logins from this user for now');
		expect(logins()).toBe(1);
	});

	test('a token that is refused for good ends the login', async () => {
		bench.vendor.settings.invalidTokenStatus = 200;
		const answer = { status: 200, body: { error: 'invalid_token' } };
		bench.vendor.faults.add({ path: '/graphql', times: 9, answer });
		expect((await failure(conversation)).message).toContain('does not accept the access token');
		expect(calls()).toBe(2);
	});

	test('password and token are in no error', async () => {
		bench.vendor.faults.add({ path: '/oauth2/token', times: 9, answer: { status: 401 } });
		const text = JSON.stringify(await failure(conversation));
		expect(text).not.toContain(bench.vendor.access.password);
		expect(text).not.toContain(encodeURIComponent(bench.vendor.access.password));
	});
});

describe('a refusal by iAdvize', () => {
	test('errors name the field, and where to change the text', async () => {
		const query = 'query ($id: UUID!) { conversation(id: $id) { id mood } }';
		const error = await failure({ ...conversation, options: { query } });
		expect(error.message).toContain('Cannot query field "mood" on type "Conversation"');
		expect(error.description).toContain('under Options');
	});

	test('an unknown conversation', async () => {
		const conversationId = '00000000-0000-4000-8000-000000000000';
		const error = await failure({ ...conversation, conversationId });
		expect(error.message).toContain('00000000-0000-4000-8000-000000000000');
	});

	test.each([
		['9001', 'This is an ID of the REST API'],
		['x', 'It looks like'],
		['', 'It looks like'],
	])('"%s" is not a UUID, and nobody is asked', async (conversationId, advice) => {
		expect((await failure({ ...conversation, conversationId })).description).toContain(advice);
		expect(bench.vendor.requests).toHaveLength(0);
	});

	test('userErrors of a mutation', async () => {
		const error = await failure({
			resource: 'chatbotMessage',
			operation: 'send',
			conversationId: CONVERSATION,
			chatbotId: '456678',
			text: 'Hello',
		});
		expect(error.message).toContain('iAdvize refuses chatbotMessageSend');
	});

	test('a text of 451 characters is not sent', async () => {
		const error = await failure({
			resource: 'chatbotMessage',
			operation: 'send',
			conversationId: CONVERSATION,
			chatbotId: '456678',
			text: 'x'.repeat(451),
		});
		expect(error.message).toBe('The text has 451 characters');
		expect(calls()).toBe(0);
	});

	test('a query is sent again when iAdvize is busy, a mutation or a query of your own never', async () => {
		const busy = {
			path: '/graphql',
			times: 1,
			answer: { status: 503, headers: { 'retry-after': '0' } },
		};
		bench.vendor.faults.add(busy);
		await bench.run(conversation);
		expect(calls()).toBe(2);
		bench.vendor.faults.add(busy);
		await failure({ resource: 'graphQl', operation: 'query' });
		expect(calls()).toBe(3);
		bench.vendor.faults.add(busy);
		await failure({ resource: 'professional', operation: 'update', userId: '1' });
		expect(calls()).toBe(4);
	});
});

describe('closed conversations', () => {
	const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString();
	const many = {
		resource: 'conversation',
		operation: 'getManyClosed',
		from: day(-60),
		to: day(1),
	};

	test('500, Return All and Limit', async () => {
		const { account } = bench.vendor;
		account.conversations.length = 0;
		for (let id = 1; id <= 500; id++) {
			const closedAt = new Date(Date.now() - id * 1000).toISOString();
			account.conversations.push(newConversation(id, { createdAt: day(-1), closedAt }));
		}
		const everything = await bench.run({ ...many, returnAll: true });
		expect(new Set(everything.items.map(({ json }) => json.id)).size).toBe(500);
		expect(calls()).toBe(5);
		const some = await bench.run({ ...many, limit: 7 });
		expect(some.items).toHaveLength(7);
		expect(calls()).toBe(6);
	});

	test('all filters are understood', async () => {
		const filters = {
			answered: true,
			answeredByHuman: true,
			automationLevels: ['NOT_AUTOMATED'],
			channels: ['CHAT', 'CALL'],
			closeReason: 'END_OF_BOT_SCENARIO',
			conversationId: CONVERSATION,
			conversationVisitorIds: 'b05f1b45-c891-4a9c-b47e-91ee6c8ffb44',
			customerSatisfaction: 5,
			engagementCampaignIds: CONVERSATION,
			genAiPredictedTopicIds: CONVERSATION,
			groupIds: '1, 2',
			hasConversion: false,
			hasGenerativeAIAnswer: false,
			hasGenerativeAIUnansweredQuestion: false,
			projectIds: [1, 1549],
		};
		expect((await bench.run({ ...many, returnAll: true, filters })).items).toEqual([]);
	});

	test('fields of your own', async () => {
		const options = { selection: 'channel users { id firstName lastName }' };
		const filters = { conversationId: CONVERSATION };
		const { items } = await bench.run({ ...many, returnAll: true, filters, options });
		expect(items[0]?.json).toMatchObject({
			id: CONVERSATION,
			channel: 'CHAT',
			users: [{ id: 1 }, {}],
		});
	});
});

test('custom data of other types comes without its value, whose field is not documented', async () => {
	const { items } = await bench.run({ ...conversation, operation: 'getCustomData' });
	expect(items.map(({ json }) => json.value)).toEqual(['A-100', null, null, null]);
	expect(items[1]?.json.type).toBe('VisitorConversationCustomDataEntryFloat');
});

test.each([
	['quickReplies', { text: 'Yes or no?', choices: ['Yes', 'No'] }],
	['transfer', { routingRuleId: 'ef4670c3-d715-4a21-8226-ed17f354fc44', timeout: 20 }],
	['close', {}],
])('a chatbot can send: %s', async (kind, more) => {
	const { items } = await bench.run({
		resource: 'chatbotMessage',
		operation: 'send',
		conversationId: 'ce41ba2c-c25a-4351-b946-09527d8b940b',
		chatbotId: 'ha-456678',
		kind,
		...more,
	});
	expect(items[0]?.json.success).toBe(true);
});

test('platform sd has hosts and addresses of its own', async () => {
	const { credentials = {} } = bench.setting({});
	const sd = Object.fromEntries(
		Object.entries(credentials).map(([type, data]) => [type, { ...data, platform: 'sd' }]),
	);
	await runAction({ ...bench.setting(conversation), credentials: sd });
	await runAction({
		...bench.setting({ resource: 'skill', operation: 'get', id: '1' }),
		credentials: sd,
	});
	const [, graphQl, rest] = bench.vendor.requests;
	expect(graphQl?.query).toEqual({ platform: 'sd' });
	expect(rest?.headers['x-forwarded-host']).toBe('sd.iadvize.com');
});

describe('pick lists', () => {
	test.each([
		['getProjects', 'Example Shop'],
		['getSkills', 'Orders'],
		['getWebsites', 'Example Shop'],
	])('%s come from the account', async (method, name) => {
		const resource = method === 'getProjects' ? 'project' : 'operator';
		const load = bench.pack.nodeType('iadvize').methods?.loadOptions?.[method];
		const options = await load?.call(loadOptionsContext(bench.setting({ resource })));
		expect(options?.map((option) => option.name)).toContain(name);
	});

	test('operators who share a name are told apart', async () => {
		const search = bench.pack.nodeType('iadvize').methods?.listSearch?.searchOperators;
		const found = await search?.call(loadOptionsContext(bench.setting({ resource: 'operator' })));
		const names = found?.results.map(({ name }) => name);
		expect(names).toContain('Example (operator-1@example.com)');
	});

	test('a name that comes as a number, or not at all, hides no other', async () => {
		const [one, other] = bench.vendor.account.skills as { id: number; name: unknown }[];
		if (!one || !other) throw new Error('The account has too few skills');
		Object.assign(one, { name: 2024 });
		Object.assign(other, { name: null });
		const search = bench.pack.nodeType('iadvize').methods?.listSearch?.searchSkills;
		const found = await search?.call(loadOptionsContext(bench.setting({ resource: 'operator' })));
		expect(found?.results).toContainEqual({ name: '2024', value: one.id });
		expect(found?.results).toContainEqual({ name: String(other.id), value: other.id });
	});

	test.each([
		['searchGroups', 'SUPP'],
		['searchOperators', 'Exam'],
		['searchProjects', 'uk'],
		['searchSkills', 'order'],
		['searchTags', 'e'],
		['searchWebsites', 'shop'],
	])('%s finds what is typed', async (method, text) => {
		const search = bench.pack.nodeType('iadvize').methods?.listSearch?.[method];
		const resource = method === 'searchProjects' ? 'project' : 'operator';
		const found = await search?.call(loadOptionsContext(bench.setting({ resource })), text);
		expect(found?.results.length).toBeGreaterThan(0);
		for (const { name } of found?.results ?? [])
			expect(name.toLowerCase()).toContain(text.toLowerCase());
		const none = await search?.call(
			loadOptionsContext(bench.setting({ resource })),
			'no such name',
		);
		expect(none?.results).toEqual([]);
	});
});
