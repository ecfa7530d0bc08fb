import type { INodeParameters } from 'n8n-workflow';
import { newVisitor } from '../../../simulators/iadvize';
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

const getVisitor = (visitorId: string | number | null): INodeParameters => ({
	resource: 'visitor',
	operation: 'get',
	visitorId: visitorId as string,
});
const known = getVisitor('63429889');
const manyVisitors = { resource: 'visitor', operation: 'getMany' };
const atOnce = { 'retry-after': '0' };

const failure = async (parameters: INodeParameters) =>
	await bench.run(parameters).then(
		() => {
			throw new Error('It did not fail');
		},
		(error: unknown) => error as { message: string; description: string; httpCode: string },
	);

describe('a refusal by iAdvize', () => {
	test.each([200, 404, 500])('unknown visitor, told with HTTP %s', async (status) => {
		bench.vendor.settings.restFailureStatus = status;
		if (status === 500) return;
		const error = await failure(getVisitor('1'));
		expect(error.message).toBe("iAdvize says: Unknown 'visitor' with 'id' 1.");
		expect(error.description).toContain('Check the ID');
	});

	test('a bad key points to the credential, and is not in the message', async () => {
		bench.vendor.access.apiKey = 'another-key';
		const error = await failure(known);
		bench.vendor.access.apiKey = 'example-api-key';
		expect(error).toMatchObject({
			message: 'iAdvize does not accept the API key',
			httpCode: '401',
		});
		expect(error.description).toContain('iAdvize REST API');
		expect(JSON.stringify(error)).not.toContain('example-api-key');
	});

	test('a missing field of a write is named', async () => {
		const error = await failure({
			resource: 'operator',
			operation: 'create',
			name: 'Example',
			email: 'new@example.com',
		});
		expect(error.message).toBe("iAdvize says: Field 'pseudo' is missing.");
	});

	test('no JSON', async () => {
		bench.vendor.faults.add({ answer: { status: 200, body: '<html>maintenance</html>' } });
		expect((await failure(known)).message).toContain('is not from the iAdvize REST API');
	});
});

describe('when iAdvize is busy', () => {
	test('a read is sent again, and waits as long as it is told', async () => {
		bench.vendor.faults.add({ times: 3, answer: { status: 429, headers: atOnce } });
		const { items } = await bench.run(known);
		expect(items[0]?.json.email).toBe('visitor@example.com');
		expect(bench.vendor.requests).toHaveLength(4);
	});

	test('without a word on when, it waits a second first', async () => {
		bench.vendor.faults.add({ answer: { status: 503 } });
		await bench.run(known);
		const [first, second] = bench.vendor.requests;
		expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(990);
	});

	test('four times in vain is the end, and it says how long to wait', async () => {
		bench.vendor.faults.add({ times: 9, answer: { status: 429, headers: atOnce } });
		const error = await failure(known);
		expect(error.message).toBe('iAdvize accepts no more calls for now (HTTP 429 after 4 tries)');
		expect(error.description).toContain('Wait 0 seconds');
		expect(bench.vendor.requests).toHaveLength(4);
	});

	test('a wait of an hour is told, not waited', async () => {
		bench.vendor.faults.add({ answer: { status: 429, headers: { 'retry-after': '3600' } } });
		expect((await failure(known)).description).toContain('Wait 3600 seconds');
		expect(bench.vendor.requests).toHaveLength(1);
	});

	test.each([
		['429', { answer: { status: 429, headers: atOnce } }],
		['500', { answer: { status: 500 } }],
	])('a write is never sent again after %s', async (_name, fault) => {
		bench.vendor.faults.add({ times: 9, ...fault });
		const operatorId = { __rl: true, mode: 'id', value: '1' };
		await failure({ resource: 'operator', operation: 'delete', operatorId });
		expect(bench.vendor.requests).toHaveLength(1);
	});
});

describe('Visitor: Get', () => {
	test.each([
		['a number', 63429889],
		['the text that the trigger gives', '63429889'],
	])('takes %s', async (_name, id) => {
		expect((await bench.run(getVisitor(id))).items[0]?.json.id).toBe(63429889);
	});

	test('takes it from the item of the trigger automatically', async () => {
		const item = { json: { payload: { visitorExternalId: '63429889' } } };
		const { items } = await bench.run({ resource: 'visitor', operation: 'get' }, [item]);
		expect(items[0]?.json.email).toBe('visitor@example.com');
	});

	test.each([
		['a UUID', 'b05f1b45-c891-4a9c-b47e-91ee6c8ffb44', 'payload.visitorExternalId'],
		['a unique ID', '593de0891b628a50b09835dc6c0e92565329c74baa90e', 'use Visitor: Find'],
		['nothing', '', 'Conversation: Get'],
		['null', null, 'Conversation: Get'],
		['40 digits', '1'.repeat(40), 'whole number'],
		['a path', '../operator/1', 'whole number'],
		['a negative number', '-1', 'whole number'],
	])('told %s, it says what to use instead, and asks nobody', async (_name, id, advice) => {
		expect((await failure(getVisitor(id))).description).toContain(advice);
		expect(bench.vendor.requests).toHaveLength(0);
	});
});

describe('lists', () => {
	beforeEach(() => {
		bench.vendor.account.visitors.length = 0;
		for (let id = 1; id <= 250; id++) bench.vendor.account.visitors.push(newVisitor(id));
	});

	test('Return All brings all, 100 a page', async () => {
		const { items } = await bench.run({ ...manyVisitors, returnAll: true });
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(250);
		expect(items).toHaveLength(250);
		expect(bench.vendor.requests.map(({ query }) => [query.page, query.limit, query.full])).toEqual(
			[
				['1', '100', '1'],
				['2', '100', '1'],
				['3', '100', '1'],
			],
		);
	});

	test('Limit 7 asks for 7', async () => {
		const { items } = await bench.run({ ...manyVisitors, limit: 7 });
		expect(items).toHaveLength(7);
		expect(bench.vendor.requests.map(({ query }) => query.limit)).toEqual(['7']);
	});

	test('Limit 101 stops in the second page', async () => {
		const { items } = await bench.run({ ...manyVisitors, limit: 101 });
		expect(items).toHaveLength(101);
		expect(bench.vendor.requests).toHaveLength(2);
	});

	test('an empty list is not a failure', async () => {
		bench.vendor.account.visitors.length = 0;
		expect((await bench.run({ ...manyVisitors, returnAll: true })).items).toEqual([]);
	});

	test('a filter cannot add a parameter of its own', async () => {
		const value = 'x&limit=1&filters[website_id]=2#';
		await bench.run({ resource: 'visitor', operation: 'find', value });
		expect(bench.vendor.requests[0]?.query).toEqual({ full: '1', 'filters[unique_id]': value });
	});

	test.each(['', '*', 'a*'])(
		'Visitor: Find refuses "%s", which would match others',
		async (value) => {
			await failure({ resource: 'visitor', operation: 'find', value });
			expect(bench.vendor.requests).toHaveLength(0);
		},
	);
});

describe('items', () => {
	const ids = ['63429889', 'not a number', '63429890'].map((id) => ({ json: { id } }));
	const byItem = { ...known, visitorId: '={{ $json.id }}' };

	test('a failure names its item', async () => {
		await expect(bench.run(byItem, ids)).rejects.toMatchObject({ context: { itemIndex: 1 } });
	});

	test('with Continue On Fail, the others come through, each with its item', async () => {
		const { items } = await bench.run(byItem, ids, true);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(items[1]?.json).toEqual({ error: '"not a number" is not a visitor ID' });
		expect(items[2]?.json.id).toBe(63429890);
	});

	test('a refused key is not tried again for each item', async () => {
		bench.vendor.access.apiKey = 'another-key';
		const { items } = await bench.run(known, ids, true);
		bench.vendor.access.apiKey = 'example-api-key';
		expect(items.map(({ json }) => json.error)).toEqual(
			Array(3).fill('iAdvize does not accept the API key'),
		);
		expect(bench.vendor.requests).toHaveLength(1);
	});
});

describe('the key that logs an operator in without a password', () => {
	const getOperator = {
		resource: 'operator',
		operation: 'get',
		operatorId: { __rl: true, mode: 'id', value: '1' },
	};

	test('stays out of items, also of API calls and lists', async () => {
		const calls = [
			getOperator,
			{ resource: 'operator', operation: 'getMany', returnAll: true },
			{ resource: 'apiCall', operation: 'send', path: '/operator/1' },
		];
		for (const call of calls) {
			const { items } = await bench.run(call);
			expect(items.length).toBeGreaterThan(0);
			expect(JSON.stringify(items)).not.toContain('sso_key');
		}
	});

	test('comes on request', async () => {
		const { items } = await bench.run({ ...getOperator, options: { includeSsoKey: true } });
		expect(items[0]?.json.sso_key).toEqual(expect.any(String));
	});
});

describe('API Call', () => {
	test.each([
		'operator',
		'//example.org/',
		'/../../admin',
		'/operator/../../../admin',
		'/operator/%2e%2e/%2E%2e/admin',
		'/operator?key=1',
		'/operator#x',
		'/operator\\..\\admin',
		'https://example.org/',
		'@example.org/',
		'',
	])('does not leave the API by the path "%s"', async (path) => {
		const error = await failure({ resource: 'apiCall', operation: 'send', path });
		expect(error.message).toContain('is not a path of the REST API');
		expect(bench.vendor.requests).toHaveLength(0);
	});

	test('sends a form for a write', async () => {
		await bench.run({
			resource: 'apiCall',
			operation: 'send',
			method: 'PUT',
			path: '/operator/1/live',
			body: '{"chat": {"available": false}}',
		});
		expect(bench.vendor.requests[0]).toMatchObject({ body: 'chat%5Bavailable%5D=0' });
	});

	test.each(['[]', '{', '5'])('a body that is not a JSON object: %s', async (body) => {
		const call = {
			resource: 'apiCall',
			operation: 'send',
			method: 'POST',
			path: '/operator',
			body,
		};
		expect((await failure(call)).message).toContain('does not contain a JSON object');
	});
});

test('operators can be set to answer by phone', async () => {
	await bench.run({
		resource: 'operator',
		operation: 'update',
		operatorId: { __rl: true, mode: 'id', value: '1' },
		additionalFields: {
			call_config: 'ANSWER_FROM_PHONE',
			language_list: 'en, fr',
			skill_list: [1, 2],
		},
	});
	expect(Object.fromEntries(new URLSearchParams(bench.vendor.requests[0]?.body))).toEqual({
		'call_config[type]': 'ANSWER_FROM_PHONE',
		'call_config[ask_phone_number_at_every_connection]': '1',
		'language_list[0]': 'en',
		'language_list[1]': 'fr',
		'skill_list[0]': '1',
		'skill_list[1]': '2',
	});
});

test('dates of filters are sent as written', async () => {
	const filters = {
		from: '2026-11-01T10:20:30.000+01:00',
		to: '2026-11-02T00:00:00',
		website_id: 1,
	};
	await bench.run({ resource: 'callMeeting', operation: 'getMany', returnAll: true, filters });
	expect(bench.vendor.requests[0]?.query).toMatchObject({
		'filters[from]': '2026-11-01 10:20:30',
		'filters[to]': '2026-11-02 00:00:00',
		'filters[website_id]': '1',
	});
});

test('a granularity needs exactly one indicator', async () => {
	const error = await failure({
		resource: 'statistic',
		operation: 'get',
		indicators: ['contact_number', 'contact_duration'],
		filters: { granularity: 'day' },
	});
	expect(error.message).toBe('A granularity needs exactly one indicator, not 2');
});
