import type { INodeParameters } from 'n8n-workflow';
import { describe as describeEvent } from '../../../nodes/Iadvize/describe';
import { resources } from '../../../nodes/Iadvize/resources';
import { exampleEvent } from '../../support/examples';
import { startIadvizeBench, type IadvizeBench } from '../../support/iadvize';

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
const BOT_CONVERSATION = 'ce41ba2c-c25a-4351-b946-09527d8b940b';
const RULE = 'ef4670c3-d715-4a21-8226-ed17f354fc44';
const operatorId = { __rl: true, mode: 'list', value: 1 };
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString();
const interval = { from: day(-30), to: day(1) };
const all = { returnAll: true };

/** Every operation, with what it asks for and what of the answer tells that it was understood. */
const cases: [string, string, INodeParameters, string, object][] = [
	['account', 'check', {}, 'POST /graphql', { check: 'REST key', result: 'ok', todo: '' }],
	['apiCall', 'send', { path: '/skill/1' }, 'GET /api/2/skill/1', { data: { name: 'Orders' } }],
	['callMeeting', 'getMany', all, 'GET /api/2/callmeeting', { status: 'pending' }],
	[
		'chatbotMessage',
		'send',
		{ conversationId: BOT_CONVERSATION, chatbotId: 'ha-456678', text: 'Hello' },
		'POST /graphql',
		{ success: true },
	],
	['client', 'get', { clientId: '335' }, 'POST /graphql', { name: 'Example Company' }],
	['client', 'getMany', all, 'POST /graphql', { id: 1 }],
	['clientSetting', 'get', { id: '335' }, 'GET /api/2/client/335', { premium_enabled: true }],
	['clientSetting', 'getMany', all, 'GET /api/2/client', { lang: 'en' }],
	['connector', 'get', { connectorId: '' }, 'POST /graphql', { name: 'My connector' }],
	[
		'conversation',
		'completeEvent',
		{ event: JSON.stringify(describeEvent(exampleEvent('v2.conversation.closed'), '1')) },
		'GET /api/2/operator',
		{ contact: { email: 'visitor@example.com' }, transcript: [{ from: 'visitor' }, {}, {}] },
	],
	[
		'conversation',
		'get',
		{ conversationId: CONVERSATION },
		'POST /graphql',
		{ legacyId: 9001, visitor: { email: 'visitor@example.com' } },
	],
	[
		'conversation',
		'getCustomData',
		{ conversationId: CONVERSATION },
		'POST /graphql',
		{ key: 'order_number', value: 'A-100' },
	],
	[
		'conversation',
		'getManyClosed',
		{ ...interval, ...all, filters: { channels: ['CHAT'], projectIds: [1] } },
		'POST /graphql',
		{ channel: 'CHAT', project: { id: 1 } },
	],
	[
		'conversationHistory',
		'get',
		{ id: '9001' },
		'GET /api/2/conversation.json-unicode/9001',
		{ xmpp_id: CONVERSATION },
	],
	[
		'conversationHistory',
		'getMany',
		{ ...all, filters: { channel: 'chat' } },
		'GET /api/2/conversation.json-unicode',
		{ channel: 'chat' },
	],
	['graphQl', 'query', {}, 'POST /graphql', { projects: { edges: [{ node: { id: 1 } }, {}] } }],
	['group', 'get', { id: '2' }, 'GET /api/2/group/2', { parent_id: 1 }],
	['group', 'getMany', { ...all, filters: { parent_id: '1' } }, 'GET /api/2/group', { id: 2 }],
	[
		'operator',
		'create',
		{
			name: 'Example',
			email: 'new@example.com',
			additionalFields: { pseudo: 'New', roles: ['operator'], chat_enabled: true },
		},
		'POST /api/2/operator',
		{ email: 'new@example.com' },
	],
	['operator', 'delete', { operatorId }, 'DELETE /api/2/operator/1', { deleted: true }],
	['operator', 'get', { operatorId }, 'GET /api/2/operator/1', { first_name: 'Ada' }],
	['operator', 'getLive', { operatorId }, 'GET /api/2/operator/1/live', { connected: true }],
	[
		'operator',
		'getMany',
		{ ...all, filters: { group_id: 1 } },
		'GET /api/2/operator',
		{ id: 1, group_id: 1 },
	],
	['operator', 'getManyLive', { includeOffline: true }, 'GET /api/2/operator/live', { id: 1 }],
	['operator', 'getProfile', { operatorId }, 'GET /api/2/operator/1/profile', { user_id: 1 }],
	[
		'operator',
		'getStatistics',
		{ operatorId },
		'GET /api/2/operator/1/statistic',
		{ conversation_number: 589 },
	],
	[
		'operator',
		'setLive',
		{ operatorId, chat: 'unavailable' },
		'PUT /api/2/operator/1/live',
		{ success: true },
	],
	[
		'operator',
		'update',
		{ operatorId, additionalFields: { pseudo: 'Changed' } },
		'PUT /api/2/operator/1',
		{ pseudo: 'Changed' },
	],
	[
		'professional',
		'create',
		{ email: 'pro@example.com', lastName: 'Example', pseudo: 'Pro', projectIds: [1] },
		'POST /graphql',
		{ success: true },
	],
	[
		'professional',
		'update',
		{ userId: '1', fields: { lastName: 'Changed' } },
		'POST /graphql',
		{ success: true },
	],
	[
		'project',
		'get',
		{ projectId: { __rl: true, mode: 'id', value: '1' } },
		'POST /graphql',
		{ name: 'Example Shop' },
	],
	['project', 'getMany', all, 'POST /graphql', { name: 'Example Shop' }],
	[
		'routingRule',
		'getAvailability',
		{ routingRuleId: RULE, channels: ['chat', 'call'] },
		'POST /graphql',
		{ id: RULE, chat: { isAvailable: true }, call: { isAvailable: false } },
	],
	['routingRule', 'getMany', { projectIds: [1] }, 'POST /graphql', { id: RULE }],
	[
		'satisfaction',
		'getMany',
		{ ...interval, ...all, projectIds: [1] },
		'POST /graphql',
		{ conversation: { project: { id: 1 } } },
	],
	['skill', 'get', { id: '1' }, 'GET /api/2/skill/1', { name: 'Orders' }],
	[
		'skill',
		'getMany',
		{ ...all, filters: { operator_id: 3 } },
		'GET /api/2/skill',
		{ name: 'Returns' },
	],
	['statistic', 'get', { indicators: ['contact_number'] }, 'GET /api/2/statistic', {}],
	['surveyNote', 'get', { id: '1' }, 'GET /api/2/satisfaction/1', { conversation_id: 9002 }],
	['surveyNote', 'getMany', all, 'GET /api/2/satisfaction', { id: 1 }],
	['tag', 'get', { id: '1' }, 'GET /api/2/tag/1', { name: 'Refund' }],
	[
		'tag',
		'getMany',
		{ ...all, filters: { website_id: 1549 } },
		'GET /api/2/tag',
		{ name: 'Refund' },
	],
	['transaction', 'get', { id: '2' }, 'GET /api/2/transaction/2', { amount: 19.99 }],
	[
		'transaction',
		'getMany',
		{ ...all, filters: { conversation_id: '!null' } },
		'GET /api/2/transaction',
		{ conversation_id: 9002 },
	],
	[
		'visitor',
		'find',
		{ findBy: 'external_id', value: 'customer-1' },
		'GET /api/2/visitor',
		{ id: 63429889 },
	],
	[
		'visitor',
		'get',
		{ visitorId: '63429889' },
		'GET /api/2/visitor/63429889',
		{ email: 'visitor@example.com' },
	],
	[
		'visitor',
		'getMany',
		{ ...all, filters: { website_id: 1549 } },
		'GET /api/2/visitor',
		{ id: 63429889 },
	],
	['website', 'get', { id: '1' }, 'GET /api/2/website/1', { currency: 'EUR' }],
	['website', 'getMany', all, 'GET /api/2/website', { label: 'Example Shop' }],
];

const operations = resources.flatMap(({ option, operations: all }) =>
	all.map((operation) => ({ resource: option.value, operation })),
);

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
		const connectorId = bench.vendor.account.connectors[0]?.id ?? '';
		const own = 'connectorId' in parameters ? { connectorId } : {};
		const { items } = await bench.run({ resource, operation, ...parameters, ...own });
		expect(items.length).toBeGreaterThan(0);
		expect(items[0]).toMatchObject({ json: answer, pairedItem: { item: 0 } });
		const [last] = bench.vendor.requests.slice(-1);
		expect(`${last?.method ?? ''} ${last?.path ?? ''}`).toBe(request);

		const { output } = operations.find(
			(one) => one.resource === resource && one.operation.option.value === operation,
		)?.operation ?? { output: undefined };
		for (const { json } of items) expect(output?.safeParse(json).error?.issues).toBeUndefined();
	});
});
