import type { INodeParameters } from 'n8n-workflow';
import { nothingSaid } from '../../../nodes/shared/describing';
import { APP, OTHER_APP } from '../../support/salesiq';

export const CONVERSATION = '17000000004021';
const OPEN = '8000000004009';
const SUPPORT = '301050000004';
const SALES = '301050000005';
export const ADA = '30102333033335';
const BO = '30102333033336';
const CATEGORY = '53400000000328033';
export const EXECUTION = 'b8eeec69-ac43-4792-84ee-1df527e5c6ec';
const all = { returnAll: true };
const conversationId = CONVERSATION;
/** As the editor saves what was given by its ID. */
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const webhookId = byId('99');
/** Stands for an address that answers HEAD. */
const url = 'here';
const base = '/api/v2/example-inc';
const webhooks = `${base}/webhooks`;
const executions = `${webhooks}/99/executions`;
const conversation = `${base}/conversations/${CONVERSATION}`;
export const events = ['conversation.completed'];

/** An event that says nothing but which conversation it is about. */
const completable = JSON.stringify({
	vendor: 'zohoSalesIq',
	event: 'conversation.closed',
	...nothingSaid,
	conversation: { ...nothingSaid.conversation, id: CONVERSATION },
	vendorEvent: null,
	deliveryId: '1',
	occurredAt: null,
	payload: {},
});

/** Every operation, with what it asks for and what of the answer tells that it was understood. */
export const cases: [string, string, INodeParameters, string, object][] = [
	[
		'account',
		'check',
		{},
		`GET ${base}/articlecategories`,
		{ check: 'Login', result: 'ok', todo: '' },
	],
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
		{
			title: 'Returns',
			content: '<p>…</p>',
			categoryId: byId(CATEGORY),
			department_id: byId(SUPPORT),
		},
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
	[
		'conversation',
		'completeEvent',
		{ event: completable },
		`GET ${conversation}/messages`,
		{ contact: { name: 'Grace Example' }, transcript: [{ from: 'visitor' }, {}, {}] },
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
			filters: {
				status: 'connected',
				department_id: byId(SUPPORT),
				from_time: '2020-01-01T00:00:00Z',
			},
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
		{ conversationId, department_id: byId(SALES), note: 'Asks for a refund' },
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
		{ departmentId: byId(SALES), updateFields: { name: 'Shop' } },
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
		{ webhookId, ids: EXECUTION },
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
		{ operator_id: byId(BO), departments: [SUPPORT] },
		`PUT ${base}/operators/${BO}/departments`,
		{ id: BO, departments: [SUPPORT] },
	],
	[
		'operator',
		'update',
		{ operator_id: byId(BO), updateFields: { maximum_concurrent_chat: '5', role: 'Supervisor' } },
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
