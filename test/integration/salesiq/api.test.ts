import type { INodeParameters } from 'n8n-workflow';
import { errorBody, newConversation, type Fault } from '../../../simulators/salesiq';
import { startSalesIqBench, type SalesIqBench } from '../../support/salesiq';

let bench: SalesIqBench;

beforeAll(async () => {
	bench = await startSalesIqBench();
});

afterEach(() => {
	bench.reset();
});

afterAll(async () => {
	await bench.stop();
});

jest.setTimeout(20_000);

const conversationId = '17000000004021';
const get = { resource: 'conversation', operation: 'get', conversationId };
const close = { ...get, operation: 'close' };
const headers = { 'retry-after': '0' };
const failure = async (parameters: INodeParameters) =>
	await bench.run(parameters).then(
		() => {
			throw new Error('It did not fail');
		},
		(error: unknown) => error as { message: string; description: string; httpCode: string | null },
	);
const busy = (answer: object): Fault => ({ answer: { status: 200, headers, ...answer } });

describe('when SalesIQ is busy', () => {
	const faults: [string, Fault][] = [
		['code 1023', busy({ body: errorBody(1023) })],
		['HTTP 429', busy({ status: 429 })],
		['HTTP 503', busy({ status: 503 })],
		['code 1001', busy({ body: errorBody(1001) })],
	];

	test.each(faults)('%s: a read is sent again', async (_name, fault) => {
		bench.vendor.faults.add({ ...fault, times: 2 });
		expect((await bench.run(get)).items[0]?.json.id).toBe(conversationId);
		expect(bench.vendor.requests).toHaveLength(3);
	});

	test.each(faults)('%s: three times in vain is the end', async (_name, fault) => {
		bench.vendor.faults.add({ ...fault, times: 9 });
		expect((await failure(get)).description).toMatch(/Wait|Try again/);
		expect(bench.vendor.requests).toHaveLength(3);
	});

	test.each([...faults, ['a cut connection', { drop: true }] as [string, Fault]])(
		'%s: a write is never sent again',
		async (_name, fault) => {
			bench.vendor.faults.add({ ...fault, times: 9 });
			expect((await failure(close)).description).not.toBe('');
			expect(bench.vendor.requests).toHaveLength(1);
		},
	);

	test('a cut connection: a read is sent again', async () => {
		bench.vendor.faults.add({ drop: true });
		expect((await bench.run(get)).items).toHaveLength(1);
		expect(bench.vendor.requests).toHaveLength(2);
	});
});

describe('an answer', () => {
	test('that is a page of a gateway is an error, whatever its status', async () => {
		for (const status of [200, 400, 403]) {
			bench.vendor.faults.add({ answer: { status, body: '<html>maintenance</html>' } });
			expect((await failure(get)).message).toContain(
				`is not from the SalesIQ API (HTTP ${status})`,
			);
		}
	});

	test.each([200, 400, 500])('that is a refusal counts as one inside HTTP %s', async (status) => {
		bench.vendor.settings.errorStatus = status;
		const error = await failure({ ...get, conversationId: '1' });
		expect(error).toMatchObject({
			message: 'SalesIQ says: Invalid resource, code 1019',
			description: expect.stringContaining('Check the ID') as string,
			httpCode: '404',
		});
	});

	test('that names a field names it to the user', async () => {
		const parameters = { resource: 'blockedIp', operation: 'create', ip: '999' };
		expect((await failure(parameters)).message).toContain('(ip)');
	});

	test('about something without feedback is empty, and not a failure', async () => {
		const parameters = { ...get, operation: 'getFeedback', conversationId: '8000000004009' };
		expect((await bench.run(parameters)).items).toEqual([]);
	});

	test('keeps every digit of IDs beyond 2^53', async () => {
		bench.vendor.settings.bareIds = true;
		bench.vendor.account.conversations = [newConversation(1)];
		const { items } = await bench.run({
			resource: 'conversation',
			operation: 'getMany',
			returnAll: true,
		});
		expect(items[0]?.json).toMatchObject({
			id: '19000000000000003',
			app_id: '46675600000002043',
		});
		const parameters = { ...get, conversationId: '19000000000000003' };
		expect((await bench.run(parameters)).items).toHaveLength(1);
	});
});

describe('what users enter', () => {
	test('is encoded in the path', async () => {
		await failure({ ...get, conversationId: '1/../2?x=y#z' });
		expect(bench.vendor.requests[0]?.path).toBe(
			'/api/v2/example-inc/conversations/1%2F..%2F2%3Fx%3Dy%23z',
		);
		const portal = { __rl: true, mode: 'name', value: 'Example Fashions' };
		await bench.run({ ...get, portal });
		expect(bench.vendor.requests[1]?.path).toContain('/api/v2/Example%20Fashions/');
	});

	test.each(['', ' ', '.', '..', '...'])('never asks for something else: "%s"', async (id) => {
		for (const parameters of [
			{ ...get, conversationId: id },
			{ resource: 'webhook', operation: 'delete', webhookId: id },
			{ resource: 'webhook', operation: 'deleteKey', webhookId: '1', keyId: id },
			{ resource: 'webhook', operation: 'removeApps', webhookId: '1', app_ids: [id] },
			{ ...get, portal: { __rl: true, mode: 'name', value: id } },
		]) {
			expect((await failure(parameters)).description).not.toBe('');
		}
		expect(bench.vendor.requests).toEqual([]);
	});

	test('as no app at all does not remove them all', async () => {
		const parameters = { resource: 'webhook', operation: 'removeApps', webhookId: '1' };
		expect((await failure({ ...parameters, app_ids: [] })).message).toBe('No app is chosen');
		expect(bench.vendor.requests).toEqual([]);
	});

	test('as execution IDs is 1 to 300', async () => {
		const parameters = { resource: 'failedExecution', operation: 'retry', webhookId: '1' };
		for (const ids of [' , ', Array.from({ length: 301 }, String).join()]) {
			expect((await failure({ ...parameters, ids })).description).toContain('1 to 300');
		}
		expect(bench.vendor.requests).toEqual([]);
	});

	test('as tags is sent with those that are there', async () => {
		const parameters = { ...get, operation: 'setTags', tagIds: '3; 4 3' };
		const tags = () =>
			bench.vendor.account.conversations.find(({ id }) => id === conversationId)?.tagIds;
		bench.vendor.account.conversations
			.find(({ id }) => id === conversationId)
			?.tagIds.push('1', '3');
		await bench.run(parameters);
		expect(tags()).toEqual(['1', '3', '4']);
		await bench.run({ ...parameters, keep: false });
		expect(tags()).toEqual(['3', '4']);
	});

	test('as a file is sent with its comment, byte by byte', async () => {
		const data = Buffer.from('Line 1\nLine 2 äöü').toString('base64');
		const binary = { data: { data, mimeType: 'text/plain', fileName: 'invoice.txt' } };
		const parameters = { ...get, operation: 'sendMessage', kind: 'file', comment: 'Your invoice' };
		const { items } = await bench.run(parameters, [{ json: {}, binary }]);
		expect(items[0]?.json).toEqual({ success: true });
		const conversation = bench.vendor.account.conversations.find(({ id }) => id === conversationId);
		expect(conversation?.messages.at(-1)?.message).toEqual({
			file: { name: 'invoice.txt', size: 20 },
			comment: 'Your invoice',
		});
		const error = await failure(parameters);
		expect(error.message).toContain('data');
	});

	test('of one item that fails is named, and the others go on', async () => {
		const items = ['1', conversationId].map((id) => ({ json: { id } }));
		const parameters = { ...get, conversationId: '={{ $json.id }}' };
		const { items: results } = await bench.run(parameters, items, true);
		expect(results).toMatchObject([
			{ json: { error: expect.stringContaining('1019') as string }, pairedItem: { item: 0 } },
			{ json: { id: conversationId }, pairedItem: { item: 1 } },
		]);
	});
});

describe('API Call', () => {
	const call = (more: INodeParameters) => ({ resource: 'apiCall', operation: 'send', ...more });

	test.each([
		...['/../portals', '/./x', '/a/../../portals', '/%2e%2e/portals', '/a/%2E./b', '/..'],
		...['/..%2fportals', '/a/..%2F..%2Fportals', '/..;/portals', '/.%2e%3bx/y', '/..%5cportals'],
		...[
			'portals',
			'//example.com',
			'https://example.com',
			'/a?b=c',
			'/a#b',
			'/a\\..\\b',
			'',
			'/a b',
		],
	])('cannot leave the portal by %s', async (path) => {
		expect((await failure(call({ path }))).message).toContain('is not a path of the API');
		expect(bench.vendor.requests).toEqual([]);
	});

	test('sends method, query and body', async () => {
		const more = { method: 'PUT', path: '/x/y', query: '{"a": "b c"}', body: '{"id": "5"}' };
		await failure(call(more));
		expect(bench.vendor.requests[0]).toMatchObject({
			method: 'PUT',
			path: '/api/v2/example-inc/x/y',
			query: { a: 'b c' },
			body: '{"id":"5"}',
		});
	});

	test.each([
		'/api/v1/example-inc/visitorsview/-1/visitors',
		'/api/v3/example-inc/visitors',
		'/api/visitor/v2/example-inc/conversations',
	])('reaches %s, beside the portal', async (path) => {
		await failure(call({ method: 'PATCH', path, body: '{"id": "5"}' }));
		expect(bench.vendor.requests[0]).toMatchObject({ method: 'PATCH', path, body: '{"id":"5"}' });
	});

	test('leaves the host by no path', async () => {
		for (const path of ['/api/../oauth', '//example.com/api/', '/api/%2e%2e/x', '/api/v2/x/..']) {
			expect((await failure(call({ path }))).message).toContain('is not a path of the API');
		}
		expect(bench.vendor.requests).toEqual([]);
	});

	test.each(['{', '[]', 'text', 'null'])('refuses %s as a body', async (body) => {
		const error = await failure(call({ method: 'POST', path: '/tags', body }));
		expect(error.message).toContain('does not contain a JSON object');
	});
});

describe('a method that is not documented', () => {
	test('is tried the other way, once, where SalesIQ calls it wrong', async () => {
		bench.vendor.faults.add({ method: 'PUT', answer: { status: 200, body: errorBody(1004) } });
		await failure(close);
		expect(bench.vendor.requests.map(({ method }) => method)).toEqual(['PUT', 'POST']);
	});
});
