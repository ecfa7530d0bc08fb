import { newVisitor } from '../../simulators/iadvize';
import type { TestBed } from './support/iadvize';
import { example, shapeOf, startTestBed } from './support/iadvize';

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

describe('the key', () => {
	const basic = (user: string) => `Basic ${Buffer.from(`${user}:anything`).toString('base64')}`;

	test.each([
		['X-API-Key', '/visitor', { 'X-API-Key': 'example-api-key' }],
		['the query', '/visitor?key=example-api-key', {}],
		['HTTP Basic with any password', '/visitor', { Authorization: basic('example-api-key') }],
	])('is taken from %s', async (_place, path, headers) => {
		const { body } = await bed.rest(path, { headers });
		expect(body).toMatchObject({ meta: { status: 'success' } });
	});

	test.each([
		['no key', {}],
		['a wrong key', { 'X-API-Key': 'wrong' }],
		['a wrong user', { Authorization: basic('wrong') }],
	])('is refused: %s', async (_name, headers) => {
		const { status, body } = await bed.rest('/visitor', { headers });
		expect(status).toBe(200);
		expect(body).toEqual(example('rest/rest.error-forbidden.response.json'));
	});

	test('is refused under another HTTP status when a test says so', async () => {
		bed.simulator.settings.restFailureStatus = 403;
		expect((await bed.rest('/visitor', { headers: {} })).status).toBe(403);
		expect((await bed.rest('/visitor')).status).toBe(200);
	});
});

describe('a list', () => {
	test('looks like the example: only id and _link, with pagination', async () => {
		const { body } = await bed.rest('/visitor');
		expect(shapeOf(body)).toEqual(shapeOf(example('rest/rest.list.response.json')));
		expect(body).toMatchObject({ data: [{ id: 63429889, _link: '/visitor/63429889' }, {}, {}] });
	});

	test('has all fields with full=1', async () => {
		const { body } = await bed.rest('/visitor?full=1&filters[unique_id]=593de*');
		expect(body).toMatchObject({
			meta: { status: 'success', filters: { unique_id: '593de*' } },
			data: [{ id: 63429889, email: 'visitor@example.com', website_id: [1, 1549] }],
		});
	});

	test('comes in pages of 20 by default and of 100 at most', async () => {
		const { visitors } = bed.simulator.account;
		for (let id = 1; id <= 247; id += 1) visitors.push(newVisitor(id));
		expect(await pagination('/visitor')).toEqual({ page: 1, pages: 13, limit: 20, count: 250 });
		expect(await pagination('/visitor?limit=500&page=3')).toEqual({
			page: 3,
			pages: 3,
			limit: 100,
			count: 250,
		});
		expect((await bed.rest('/visitor?limit=100&page=3')).body).toHaveProperty('data.length', 50);
		expect((await bed.rest('/visitor?limit=100&page=4')).body).toHaveProperty('data', []);
	});

	test('without rows has no pages', async () => {
		expect(await pagination('/visitor?filters[external_id]=nobody')).toMatchObject({
			pages: 0,
			count: 0,
		});
	});

	test.each(['page=0', 'page=x', 'limit=0', 'limit=-1'])('refuses %s', async (query) => {
		const { body } = await bed.rest(`/visitor?${query}`);
		const name = query.split('=')[0] ?? '';
		expect(body).toEqual({
			meta: { status: 'fail', message: `Value of field '${name}' is not valid.` },
		});
	});

	async function pagination(path: string): Promise<unknown> {
		const { body } = await bed.rest(path);
		return (body as { pagination: unknown }).pagination;
	}
});

describe('filters', () => {
	test.each([
		['website_id=1549', [63429889, 63429891]],
		['website_id=1,1549', [63429889, 63429890, 63429891]],
		['external_id=*tomer*', [63429889]],
		['external_id=tomer', []],
		['unique_id=593de0891b628a50b09835dc6c0e92565329c74baa90e', [63429889]],
	])('%s', async (filter, ids) => {
		const [name = '', value = ''] = filter.split('=');
		const { body } = await bed.rest(`/visitor?filters[${name}]=${encodeURIComponent(value)}`);
		expect((body as { data: { id: number }[] }).data.map(({ id }) => id)).toEqual(ids);
	});

	test('that the contract does not have are refused', async () => {
		const { body } = await bed.rest('/visitor?filters[e_mail]=x');
		expect(body).toHaveProperty('meta.status', 'fail');
	});

	test.each([
		['null', [2]],
		['!null', [1]],
		['9002', [1]],
	])('conversation_id=%s of transactions', async (value, ids) => {
		const { body } = await bed.rest(`/transaction?filters[conversation_id]=${value}`);
		expect((body as { data: { id: number }[] }).data.map(({ id }) => id)).toEqual(ids);
	});
});

describe('one object', () => {
	test('looks like the example', async () => {
		const { body } = await bed.rest('/client/335');
		expect(body).toEqual({
			meta: { status: 'success' },
			data: { id: 335, lang: 'en', premium_enabled: true, _link: '/client/335' },
		});
	});

	test('a visitor has the documented fields', async () => {
		const { body } = await bed.rest('/visitor/63429890');
		expect(body).toHaveProperty('data.email', '');
		expect(Object.keys((body as { data: object }).data).sort()).toEqual(
			[
				...['_link', 'id', 'unique_id', 'external_id', 'lastname', 'firstname', 'address'],
				...['city', 'zip', 'country', 'phone', 'email', 'browser', 'website_id', 'created_at'],
			].sort(),
		);
	});

	test.each(['456', 'b05f1b45-c891-4a9c-b47e-91ee6c8ffb44', '063429889', '63429889.0'])(
		'is unknown: %s',
		async (id) => {
			const { status, body } = await bed.rest(`/visitor/${id}`);
			expect(status).toBe(200);
			const message = `Unknown 'visitor' with 'id' ${id}.`;
			expect(body).toEqual({ meta: { status: 'fail', message } });
		},
	);

	test('the text for an unknown id is the documented one', () => {
		expect(example('rest/rest.fail-unknown-resource.response.json')).toEqual({
			meta: { status: 'fail', message: "Unknown 'my_resource' with 'id' 456." },
		});
	});
});

test.each([
	...['visitor', 'operator', 'group', 'skill', 'transaction', 'client', 'website', 'tag'],
	...['satisfaction', 'conversation.json-unicode', 'callmeeting'],
])('%s can be listed, with a link to each object', async (resource) => {
	const { body } = await bed.rest(`/${resource}?full=1`);
	const name = resource.split('.')[0] ?? '';
	expect(body).toMatchObject({
		meta: { status: 'success' },
		data: expect.arrayContaining([
			expect.objectContaining({ _link: expect.stringMatching(`^/${name}/\\d+$`) as string }),
		]) as unknown,
	});
});

test.each(['/callmeeting/1', '/conversation', '/conversation/9001', '/project', '/lead'])(
	'%s does not exist',
	async (path) => {
		expect((await bed.rest(path)).status).toBe(404);
	},
);

test.each(['POST', 'PUT', 'DELETE'])('%s is gone for visitors', async (method) => {
	expect((await bed.rest('/visitor/63429889', { method, form: '' })).status).toBe(404);
});
