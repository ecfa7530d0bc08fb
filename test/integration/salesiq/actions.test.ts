import type { INodeParameters } from 'n8n-workflow';
import { resources } from '../../../nodes/ZohoSalesIq/resources';
import { createSigningKey, type SigningKey } from '../../../simulators/salesiq';
import { APP, OTHER_APP, startSalesIqBench, type SalesIqBench } from '../../support/salesiq';

let bench: SalesIqBench;
let pair: SigningKey;

beforeAll(async () => {
	bench = await startSalesIqBench();
	pair = await createSigningKey();
});

afterEach(async () => {
	await bench.vendor.settled();
	bench.reset();
});

afterAll(async () => {
	await bench.stop();
});

const CONVERSATION = '17000000004021';
const OPEN = '8000000004009';
const SUPPORT = '301050000004';
const SALES = '301050000005';
const ADA = '30102333033335';
const BO = '30102333033336';
const CATEGORY = '53400000000328033';
const EXECUTION = 'b8eeec69-ac43-4792-84ee-1df527e5c6ec';
const all = { returnAll: true };
const conversationId = CONVERSATION;
const webhookId = '99';
/** Stands for an address that answers HEAD. */
const url = 'here';
const base = '/api/v2/example-inc';
const webhooks = `${base}/webhooks`;
const executions = `${webhooks}/99/executions`;
const conversation = `${base}/conversations/${CONVERSATION}`;
const events = ['conversation.completed'];

/** Every operation, with what it asks for and what of the answer tells that it was understood. */
const cases: [string, string, INodeParameters, string, object][] = [
	[
		'apiCall',
		'send',
		{ path: `/conversations/${OPEN}`, query: '{"fields": "status"}' },
		`GET ${base}/conversations/${OPEN}`,
		{ object: 'conversations', data: { id: OPEN } },
	],
	['app', 'getMany', all, `GET ${base}/apps`, { id: APP, name: 'Example Shop' }],
	[
		'article',
		'create',
		{ title: 'Returns', content: '<p>…</p>', categoryId: CATEGORY, department_id: SUPPORT },
		`POST ${base}/articles`,
		{ title: 'Returns', published: 'false' },
	],
	[
		'articleCategory',
		'create',
		{ name: 'Returns' },
		`POST ${base}/articlecategories`,
		{ name: 'Returns' },
	],
	['articleCategory', 'getMany', all, `GET ${base}/articlecategories`, { id: CATEGORY }],
	[
		'blockedIp',
		'create',
		{ ip: '203.0.113.9', app_ids: [OTHER_APP], comment: 'Spam' },
		`POST ${base}/blockedips`,
		{ ip: '203.0.113.9', app: { id: OTHER_APP } },
	],
	['blockedIp', 'getMany', all, `GET ${base}/blockedips`, { ip: '203.0.113.1' }],
	[
		'conversation',
		'close',
		{ conversationId: OPEN },
		`PUT ${base}/conversations/${OPEN}/close`,
		{ id: OPEN, status: 'Attended Online' },
	],
	['conversation', 'get', { conversationId }, `GET ${conversation}`, { id: CONVERSATION }],
	[
		'conversation',
		'getFeedback',
		{ conversationId },
		`GET ${conversation}/feedback`,
		{ rating: 4 },
	],
	[
		'conversation',
		'getMany',
		{
			...all,
			filters: { status: 'connected', department_id: SUPPORT, from_time: '2020-01-01T00:00:00Z' },
		},
		`GET ${base}/conversations`,
		{ id: OPEN },
	],
	[
		'conversation',
		'getMessages',
		{ conversationId, ...all },
		`GET ${conversation}/messages`,
		{ message: { text: 'Hello, I need help choosing a table.' } },
	],
	[
		'conversation',
		'getThreads',
		{ conversationId, ...all, includeFields: ['attender', 'brand'] },
		`GET ${conversation}/threads`,
		{ attender: { name: 'Ada Example' }, brand: { id: APP } },
	],
	[
		'conversation',
		'pickUp',
		{ conversationId: '8000000005001' },
		`PUT ${base}/conversations/8000000005001/pickup`,
		{ attender: { id: ADA } },
	],
	[
		'conversation',
		'sendMessage',
		{ conversationId, text: 'Hello' },
		`POST ${conversation}/messages`,
		{ success: true },
	],
	[
		'conversation',
		'sendToVisitor',
		{ email: 'grace@example.com', text: 'Hello' },
		`POST ${base}/visitors/grace%40example.com/messages`,
		{ success: true },
	],
	[
		'conversation',
		'setTags',
		{ conversationId, tagIds: '1, 2' },
		`PUT ${conversation}/tags`,
		{ success: true },
	],
	[
		'conversation',
		'transfer',
		{ conversationId, department_id: SALES, note: 'Asks for a refund' },
		`PUT ${conversation}/transfer`,
		{ success: true },
	],
	[
		'department',
		'create',
		{ name: 'Returns', operators: [ADA], additionalFields: { is_public: false } },
		`POST ${base}/departments`,
		{ name: 'Returns', is_public: 'false' },
	],
	['department', 'getMany', all, `GET ${base}/departments`, { id: SUPPORT }],
	[
		'department',
		'update',
		{ departmentId: SALES, updateFields: { name: 'Shop' } },
		`PUT ${base}/departments/${SALES}`,
		{ name: 'Shop' },
	],
	[
		'failedExecution',
		'delete',
		{ webhookId, ids: EXECUTION },
		`DELETE ${executions}`,
		{ deleted: true },
	],
	[
		'failedExecution',
		'getMany',
		{
			webhookId,
			...all,
			filters: { events: ['conversation.missed'], from_time: '2020-01-01T00:00:00Z' },
		},
		`GET ${executions}`,
		{ id: EXECUTION, event: 'conversation.missed', remote_server_status: 502 },
	],
	[
		'failedExecution',
		'getSummary',
		{ webhookId },
		`GET ${executions}`,
		{ all: '1', app_based: { [APP]: '1' } },
	],
	[
		'failedExecution',
		'retry',
		{ webhookId, ids: `${EXECUTION}` },
		`POST ${executions}`,
		{ skipped: [] },
	],
	[
		'feedback',
		'getMany',
		{ ...all, filters: { department_ids: [SUPPORT] } },
		`GET ${base}/feedbacks`,
		{ conversation_id: CONVERSATION },
	],
	[
		'operator',
		'create',
		{
			email: 'new@example.com',
			departments: [SUPPORT],
			additionalFields: { first_name: 'New', is_chat_enabled: true },
		},
		`POST ${base}/operators`,
		{ email_id: 'new@example.com', role: 'Associate', is_chat_enabled: 'true' },
	],
	['operator', 'getMany', all, `GET ${base}/operators`, { id: ADA, first_name: 'Ada' }],
	[
		'operator',
		'setDepartments',
		{ operator_id: BO, departments: [SUPPORT] },
		`PUT ${base}/operators/${BO}/departments`,
		{ id: BO, departments: [SUPPORT] },
	],
	[
		'operator',
		'update',
		{ operator_id: BO, updateFields: { maximum_concurrent_chat: '5', role: 'Supervisor' } },
		`PUT ${base}/operators/${BO}`,
		{ maximum_concurrent_chat: '5', role: 'Supervisor' },
	],
	['portal', 'get', {}, 'GET /api/v2/portals/example-inc', { company_name: 'Example' }],
	['portal', 'getMany', all, 'GET /api/v2/portals', { screenname: 'example-inc' }],
	['tag', 'create', { name: 'Refund' }, `POST ${base}/tags`, { name: 'Refund', color: '#ff7609' }],
	[
		'visitor',
		'getEvents',
		all,
		'GET /api/v3/example-inc/visitorevents',
		{ action: 'Example action 3' },
	],
	['visitor', 'getMany', all, 'GET /api/v3/example-inc/visitors', { name: 'Visitor 3' }],
	[
		'visitor',
		'getView',
		{ ...all, viewId: '-2' },
		'GET /api/v1/example-inc/visitorsview/-2/visitors',
		{ name: 'Visitor 2' },
	],
	[
		'webhook',
		'addEvents',
		{ webhookId, events: ['visitor.updated'] },
		`POST ${webhooks}/99/events`,
		{ id: '99', events: [...events, 'visitor.updated'] },
	],
	[
		'webhook',
		'create',
		{ url, events, app_ids: [APP], options: { expiryDays: 7 } },
		`POST ${webhooks}`,
		{ type: 'data', events, secured: true, expiry_time_for_executions_data: '604800000' },
	],
	[
		'webhook',
		'createKey',
		{ webhookId },
		`POST ${webhooks}/99/keys`,
		{ public_keys: [{ id: '1' }, {}] },
	],
	['webhook', 'delete', { webhookId }, `DELETE ${webhooks}/99`, { deleted: true }],
	[
		'webhook',
		'deleteKey',
		{ webhookId, keyId: '1' },
		`DELETE ${webhooks}/99/keys/1`,
		{ deleted: true },
	],
	['webhook', 'get', { webhookId }, `GET ${webhooks}/99`, { id: '99', status: 'enabled' }],
	['webhook', 'getMany', {}, `GET ${webhooks}`, { id: '99' }],
	['webhook', 'getSummary', {}, `GET ${webhooks}`, { data: '1', administration: '0' }],
	[
		'webhook',
		'removeApps',
		{ webhookId, app_ids: [OTHER_APP] },
		`DELETE ${webhooks}/99/apps/${OTHER_APP}`,
		{ success: true },
	],
	[
		'webhook',
		'update',
		{ webhookId, url, events: ['conversation.missed'], app_ids: [OTHER_APP] },
		`PUT ${webhooks}/99`,
		{ events: ['conversation.missed'], app_ids: [OTHER_APP] },
	],
];

const operations = resources.flatMap(({ option, operations: all }) =>
	all.map((operation) => ({ resource: option.value, operation })),
);

/** A webhook with a delivery that failed; a second key where one is to be removed. */
function addWebhook(address: string, keyCount: number): void {
	const now = String(Date.now());
	const keys = [1, 2]
		.slice(0, keyCount)
		.map((id) => ({ id: String(id), ...pair, creatorId: ADA, created_time: now }));
	const envelope = {
		entity: { id: CONVERSATION },
		entity_type: 'conversation',
		entity_id: CONVERSATION,
		version: '1',
		event_time: now,
	};
	bench.vendor.account.webhooks.push({
		...{ id: '99', type: 'data', url: address, status: 'enabled', secured: true, keys },
		...{ events: [...events], appIds: [APP, OTHER_APP], expiryMs: 5_184_000_000 },
		...{ creatorId: ADA, modifierId: ADA, created_time: now, modified_time: now },
		executions: [
			{
				...{
					id: EXECUTION,
					remoteStatus: 502,
					attempts: 4,
					retries: 0,
					lastExecutionMs: Date.now(),
				},
				occurrence: { event: 'conversation.missed', envelope, appId: APP },
			},
		],
	});
}

describe('every operation', () => {
	test('has a case here', () => {
		const done = cases.map(([resource, operation]) => `${resource}.${operation}`);
		expect(done.sort()).toEqual(
			operations
				.map((one) => `${String(one.resource)}.${String(one.operation.option.value)}`)
				.sort(),
		);
	});

	test.each(cases)('%s: %s', async (resource, operation, parameters, request, answer) => {
		const address = bench.trigger().url;
		if (resource === 'webhook' || resource === 'failedExecution') {
			if (operation !== 'create') addWebhook(address, operation === 'deleteKey' ? 2 : 1);
		}
		const own = 'url' in parameters ? { url: address } : {};
		const { items } = await bench.run({ resource, operation, ...parameters, ...own });
		expect(items.length).toBeGreaterThan(0);
		expect(items[0]).toMatchObject({ json: answer, pairedItem: { item: 0 } });
		const [last] = bench.vendor.requests.slice(-1);
		expect(`${last?.method ?? ''} ${last?.path ?? ''}`).toBe(request);
		expect(last?.headers.authorization).toMatch(/^Zoho-oauthtoken example-access-token-/);

		const { output } = operations.find(
			(one) => one.resource === resource && one.operation.option.value === operation,
		)?.operation ?? { output: undefined };
		for (const { json } of items) expect(output?.safeParse(json).error?.issues).toBeUndefined();
	});

	test.each(cases.filter(([resource]) => resource === 'conversation'))(
		'%s: %s answers something when SalesIQ answers nothing',
		async (resource, operation, parameters) => {
			bench.vendor.settings.undocumentedAnswer = 'empty';
			const { items } = await bench.run({ resource, operation, ...parameters });
			expect(items.length).toBeGreaterThan(0);
		},
	);
});
