import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { resources } from '../../../nodes/Swiftsell/resources';
import { startSwiftsellBench, type SwiftsellBench } from '../../support/swiftsell';

let bench: SwiftsellBench;
beforeAll(async () => {
	bench = await startSwiftsellBench();
});
afterEach(() => {
	bench.reset();
});
afterAll(async () => {
	await bench.stop();
});

const conversation = '42bb83f00d8240e5bb41290a12eb44401693552452';
const webhookUrl = 'https://app.swiftsell.biz/campaign-webhooks/ExampleCampaign1';
const agentEmail = 'agent@example.com';
const sms = {
	from: '15550100100',
	phone: '15550100101',
	assignee: agentEmail,
	text: 'Hello',
};
const file: INodeExecutionData = {
	json: {},
	binary: {
		data: {
			data: Buffer.from('Opening hours: 9 to 5').toString('base64'),
			mimeType: 'text/plain',
			fileName: 'hours.txt',
		},
	},
};

/** A knowledge base with one source, made through the node itself. */
async function withSource(): Promise<INodeParameters> {
	const base = { resource: 'knowledgeBase' };
	const created = await bench.run({ ...base, operation: 'create', name: 'Help' });
	const knowledgeBaseId = `${created.items[0]?.json.id as number}`;
	const add = {
		...base,
		operation: 'addText',
		knowledgeBaseId,
		sourceName: 'hours',
		text: '9 to 5',
	};
	const { items } = await bench.run(add);
	const [source] = items[0]?.json.sources as { id: number }[];
	return { knowledgeBaseId, sourceIds: String(source?.id) };
}

/** Every operation, with what it asks for and what of the answer tells that it was understood. */
const cases: [string, string, INodeParameters, string, object][] = [
	['account', 'check', {}, 'GET /v1/accounts/476/bots', { check: 'Host', result: 'ok' }],
	['apiCall', 'send', { path: '/v1/accounts/476/bots' }, 'GET /v1/accounts/476/bots', { ok: true }],
	['bot', 'getMany', { returnAll: true }, 'GET /v1/accounts/476/bots', { id: 8861 }],
	[
		'campaign',
		'trigger',
		{ webhookUrl, phone: '+1 (555) 010-0101', email: '', name: 'Grace' },
		'POST /campaign-webhooks/ExampleCampaign1',
		{ batch: 1, batches: 1, contacts: 1, ok: true },
	],
	[
		'conversation',
		'assign',
		{ conversation, by: 'bot@example.com', to: agentEmail },
		`POST /api/v1/conversation/${conversation}/events`,
		{ ok: true },
	],
	[
		'conversation',
		'close',
		{ conversation, agentEmail },
		`POST /api/v1/conversation/${conversation}/events`,
		{ ok: true },
	],
	[
		'conversation',
		'sendAgentMessage',
		{ conversation, agentEmail, text: 'Hello' },
		`POST /api/v1/conversation/${conversation}/messages`,
		{ ok: true },
	],
	[
		'conversation',
		'sendVisitorMessage',
		{ conversation, text: 'Hello' },
		`POST /api/v1/conversation/${conversation}/messages`,
		{ ok: true },
	],
	[
		'conversation',
		'startOnApi',
		{
			botKey: { __rl: true, mode: 'key', value: 'ExampleBot0000000000000008862Key' },
			visitorId: 'customer-1',
			text: 'Hello',
			contactVariables: '{"name":"Grace"}',
		},
		'POST /api/v1/conversations',
		{ ok: true, contact: { name: 'Grace' } },
	],
	['conversation', 'startSms', sms, 'POST /api/v1/conversations', { ok: true }],
	[
		'conversation',
		'startWhatsApp',
		{ ...sms, template: 'order_shipped' },
		'POST /api/v1/conversations',
		{ ok: true },
	],
	[
		'conversation',
		'updateVariables',
		{ conversation, variables: { variable: [{ name: 'order', type: 'text', value: 'A-1' }] } },
		`POST /v1/accounts/476/conversations/${conversation}/variables`,
		{ ok: true },
	],
	[
		'knowledgeBase',
		'addDomain',
		{ url: 'https://example.com', additionalFields: { refresh_frequency: 'weekly' } },
		'POST /v1/ai/knowledge-base/ID/data-sources/domain',
		{ ok: true, domain_id: expect.any(Number) as number },
	],
	[
		'knowledgeBase',
		'addFiles',
		{ binaryFields: 'data' },
		'POST /api/v1/ai/knowledge-base/ID/upload/sources',
		{ ok: true, sources: [{ field: 'data', status: 'in-progress', type: 'file' }] },
	],
	[
		'knowledgeBase',
		'addText',
		{ sourceName: 'faq', text: 'We ship daily' },
		'POST /api/v1/ai/knowledge-base/ID/upload/sources',
		{ ok: true, sources: [{ field: 'faq', type: 'text' }] },
	],
	[
		'knowledgeBase',
		'addWebPages',
		{ urls: 'https://example.com/a, https://example.com/b' },
		'POST /v1/ai/knowledge-base/ID/data-sources/webpages',
		{ ok: true },
	],
	[
		'knowledgeBase',
		'create',
		{ name: 'More help' },
		'POST /v1/ai/knowledge-base',
		{ ok: true, code: 'CREATE_KNOWLEDGE_BASE_SUCCESS_MESSAGE' },
	],
	[
		'knowledgeBase',
		'deleteSources',
		{},
		'DELETE /v1/ai/knowledge-bases/ID/data-sources',
		{ deleted: true },
	],
	['knowledgeBase', 'get', {}, 'GET /v1/ai/knowledge-base/ID', { name: 'Help' }],
	[
		'knowledgeBase',
		'getTrainingStatus',
		{},
		'GET /api/v1/ai/status/sources',
		{ status: 'in-progress' },
	],
];

const operations = resources.flatMap(({ option, operations: all }) =>
	all.map((operation) => ({ resource: option.value, operation })),
);

describe('every operation', () => {
	test('has a case here', () => {
		const done = cases.map(([resource, operation]) => `${resource}.${operation}`);
		const all = operations.map(
			(one) => `${String(one.resource)}.${String(one.operation.option.value)}`,
		);
		expect(done.sort()).toEqual(all.sort());
	});

	test.each(cases)('%s: %s', async (resource, operation, parameters, request, answer) => {
		const base = resource === 'knowledgeBase' && operation !== 'create' ? await withSource() : {};
		const { items } = await bench.run({ resource, operation, ...base, ...parameters }, [file]);
		expect(items[0]).toMatchObject({ json: answer, pairedItem: { item: 0 } });
		const [last] = bench.vendor.requests.slice(-1);
		const path = last?.path.replace(`/${base.knowledgeBaseId as string}`, '/ID');
		expect(`${last?.method ?? ''} ${path ?? ''}`).toBe(request);

		const { output } = operations.find(
			(one) => one.resource === resource && one.operation.option.value === operation,
		)?.operation ?? { output: undefined };
		for (const { json } of items) expect(output?.safeParse(json).error?.issues).toBeUndefined();
	});
});

describe('a campaign', () => {
	const trigger = (parameters: INodeParameters = {}): INodeParameters => ({
		resource: 'campaign',
		operation: 'trigger',
		webhookUrl,
		phone: '={{ $json.phone }}',
		email: '',
		name: '',
		...parameters,
	});
	const json = (contacts: object[]) =>
		trigger({ contactsFrom: 'json', contacts: JSON.stringify(contacts) });
	const people = (count: number) =>
		Array.from({ length: count }, (_, index) => ({
			phone: `1555${String(index).padStart(7, '0')}`,
		}));
	const calls = () => bench.vendor.account.campaigns[0]?.calls;

	test('of 25,000 contacts is sent in three requests, each told in the log', async () => {
		const log: string[] = [];
		const { items } = await bench.run(json(people(25_000)), undefined, false, log);
		expect(calls()).toEqual([10_000, 10_000, 5000]);
		expect(items.map(({ json: row }) => row.contacts)).toEqual([10_000, 10_000, 5000]);
		expect(log.filter((line) => line.includes('campaign: batch'))).toEqual([
			'Swiftsell campaign: batch 1 of 3 sent, 10000 of 25000 contacts',
			'Swiftsell campaign: batch 2 of 3 sent, 20000 of 25000 contacts',
			'Swiftsell campaign: batch 3 of 3 sent, 25000 of 25000 contacts',
		]);
	});

	test('of input items is sent in one request, not one each', async () => {
		const items = [{ json: {} }, { json: {} }, { json: {} }];
		const { items: out } = await bench.run(trigger({ phone: '+1 555' }), items);
		expect(calls()).toEqual([3]);
		expect(bench.vendor.account.campaigns[0]?.contacts[0]).toMatchObject({ phone: '1555' });
		expect(out).toHaveLength(1);
	});

	test('cut short half-way says how far it came', async () => {
		// The first request passes.
		bench.vendor.faults.add({ times: 1 });
		bench.vendor.faults.add({ answer: { status: 500 } });
		await expect(bench.run(json(people(20_001)))).rejects.toMatchObject({
			message: expect.stringContaining('Batch 2 of 3 was not accepted') as string,
			description: expect.stringContaining(
				'first 10000 of 20001 contacts have been sent',
			) as string,
		});
		expect(calls()).toEqual([10_000]);
	});

	test.each([
		['no contact can be reached', json([{ name: 'x' }])],
		['the contacts are no list', trigger({ contactsFrom: 'json', contacts: '[1]' })],
		['the contacts are no JSON', trigger({ contactsFrom: 'json', contacts: '{' })],
		['an item has neither phone nor email', trigger({ phone: '' })],
	])('where %s sends nothing', async (_name, parameters) => {
		await expect(bench.run(parameters)).rejects.toMatchObject({ context: { itemIndex: 0 } });
		expect(bench.vendor.requests).toEqual([]);
	});

	test.each([
		'http://app.swiftsell.biz/x',
		'https://swiftsell.biz.example.com/x',
		'https://evilswiftsell.biz/x',
		'https://user:password@app.swiftsell.biz/x',
		'javascript:alert(1)',
		'',
	])('at %s never hands out the token', async (url) => {
		await expect(bench.run(trigger({ webhookUrl: url, phone: '1' }))).rejects.toThrow();
		expect(bench.vendor.requests).toEqual([]);
	});

	test('works without knowing the address of the API, and with an empty answer', async () => {
		bench.change.credential = { product: 'other', baseUrl: '' };
		bench.vendor.settings.campaignAnswer = 'empty';
		const { items } = await bench.run(trigger({ phone: '1' }));
		expect(items[0]?.json).toMatchObject({ accepted: true });
	});
});

describe('the address of the API', () => {
	const getBots = { resource: 'bot', operation: 'getMany' };

	test.each([
		['https://api.wotnot.io', ''],
		['https://api.reply.cx', ''],
		['swiftsell', 'https://api.swiftsell.biz'],
		['other', 'https://app.swiftsell.biz/'],
		['other', ' https://app.swiftsell.biz/api/v1/ '],
	])('%s %s', async (product, baseUrl) => {
		bench.change.credential = { product, baseUrl };
		expect((await bench.run(getBots)).items).toHaveLength(2);
	});

	test.each(['', 'http://api.swiftsell.biz', 'api.swiftsell.biz', 'https://a.example.com/path'])(
		'"%s" is refused, and says what to do',
		async (baseUrl) => {
			bench.change.credential = { product: 'swiftsell', baseUrl };
			await expect(bench.run(getBots)).rejects.toMatchObject({
				message: 'There is no usable API Base URL',
				description: expect.stringContaining('Swiftsell API') as string,
			});
			expect(bench.vendor.requests).toEqual([]);
		},
	);

	test('bots can be picked by name', async () => {
		const node = bench.pack.nodeType('swiftsell');
		const { loadOptionsContext } = await import('../../support/run');
		const context = loadOptionsContext(bench.setting({}));
		expect(await node.methods?.listSearch?.searchBots?.call(context, 'order')).toEqual({
			results: [{ name: 'Order status', value: 'ExampleBot0000000000000008862Key' }],
		});
	});
});

describe('a refusal by Swiftsell', () => {
	const getBase = { resource: 'knowledgeBase', operation: 'get', knowledgeBaseId: '1' };

	test.each(['documented', 200] as const)('is one with status %s', async (status) => {
		bench.vendor.settings.failureStatus = status;
		await expect(bench.run(getBase)).rejects.toMatchObject({
			message: expect.stringContaining('KNOWLEDGE_BASE_NOT_FOUND') as string,
			description: expect.stringContaining('Knowledge Base: Create') as string,
		});
	});

	test('a wrong token points to the credential, and is tried once for all items', async () => {
		bench.change.credential = { token: 'wrong-token' };
		const { items } = await bench.run(getBase, [{ json: {} }, { json: {} }], true);
		expect(items).toHaveLength(2);
		expect(items[0]?.json.error).toContain('JWT_SIGNATURE_EXCEPTION');
		expect(JSON.stringify(items)).not.toContain('wrong-token');
		expect(bench.vendor.requests).toHaveLength(1);
	});

	test('a plan without the feature is told as such', async () => {
		bench.vendor.settings.missingFeatures = ['conversations'];
		await expect(
			bench.run({ resource: 'conversation', operation: 'startSms', ...sms }),
		).rejects.toMatchObject({ description: expect.stringContaining('plan') as string });
	});

	test('what is not known of a body can be added to it', async () => {
		bench.vendor.settings.eventTypeKey = 'type';
		const close = { resource: 'conversation', operation: 'close', conversation, agentEmail };
		await expect(bench.run(close)).rejects.toMatchObject({
			description: expect.stringContaining('fields of this operation') as string,
		});
		const added = { ...close, additionalBody: '{"type":"close","user":{"note":"x"}}' };
		expect((await bench.run(added)).items[0]?.json).toEqual({ ok: true });
	});

	test('a write is not sent again, a read is', async () => {
		bench.vendor.faults.add({ answer: { status: 503 } });
		await expect(
			bench.run({ resource: 'conversation', operation: 'startSms', ...sms }),
		).rejects.toMatchObject({ httpCode: '503' });
		expect(bench.vendor.requests).toHaveLength(1);
		bench.vendor.faults.add({ answer: { status: 429, headers: { 'retry-after': '0' } } });
		const { items } = await bench.run({ resource: 'bot', operation: 'getMany' });
		expect(items).toHaveLength(2);
	});

	test.each(['', '..', '.', '. .'])(
		'the conversation "%s" is refused before anything is sent',
		async (id) => {
			const send = { resource: 'conversation', operation: 'close', agentEmail, conversation: id };
			await expect(bench.run(send)).rejects.toMatchObject({
				message: id === '' ? 'Conversation is empty' : `Conversation cannot be "${id}"`,
				description: expect.stringContaining('as conversation.id') as string,
				context: { itemIndex: 0 },
			});
			expect(bench.vendor.requests).toEqual([]);
		},
	);
});
