import { newDepartment, newOperator, newVisitor } from '../../simulators/salesiq';
import { shapeOf } from './support/iadvize';
import type { TestBed } from './support/salesiq';
import { example, startTestBed } from './support/salesiq';

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

const put = (path: string, json: unknown) => bed.api(path, { method: 'PUT', json });

/** Whether the answer is made of the same things as the printed one. */
function expectLike(body: unknown, file: string): void {
	expect(shapeOf(body)).toEqual(shapeOf(example(file)));
}

test('portals are listed and got without a screen name', async () => {
	const { body } = await bed.api('/api/v2/portals');
	expect(shapeOf(body)).toEqual({
		...(shapeOf(example('rest/portals-list.response.json')) as object),
		sync_time: 'string',
	});
	const one = await bed.api('/api/v2/portals/example-inc');
	expectLike(one.body, 'rest/portal-details.response.json');
});

test('apps have an id and a name', async () => {
	expect(await bed.data('/apps')).toEqual([
		{ id: '46675600000002043', name: 'Example Shop' },
		{ id: '46675600000002051', name: 'Example Outlet' },
	]);
});

describe('operators', () => {
	test('are paged by the number of the first', async () => {
		const { account } = bed.simulator;
		account.operators = Array.from({ length: 45 }, (_none, n) => newOperator(n + 1));
		const ids = async (query: string) =>
			(await bed.data<{ id: string }[]>(`/operators${query}`)).map(({ id }) => id);
		const all = account.operators.map(({ id }) => id);
		expect(await ids('')).toEqual(all.slice(0, 20));
		expect(await ids('?index=21')).toEqual(all.slice(20, 40));
		expect(await ids('?index=41')).toEqual(all.slice(40));
		expect(await ids('?index=61')).toEqual([]);
		const since = String(account.operators[43]?.modifed_time);
		expect(await ids(`?last_sync_time=${since}`)).toEqual(all.slice(43));
		expect(await bed.code('/operators?index=0')).toBe(1011);
	});

	test('are created from the example', async () => {
		const json = {
			...(example('rest/operator-create.request.json') as object),
			email_id: 'new@example.com',
			departments: ['301050000004'],
		};
		expect(await bed.data('/operators', { json })).toMatchObject({
			email_id: 'new@example.com',
			role: 'Associate',
			is_confirmed: 'false',
		});
		expect(await bed.code('/operators', { json })).toBe(1014);
		const without = { ...json, email_id: 'other@example.com', is_monitored: undefined };
		expect(await bed.code('/operators', { json: without })).toBe(1015);
		expect(await bed.code('/operators', { json: { ...json, departments: ['1'] } })).toBe(1025);
	});

	test('are updated', async () => {
		const path = '/operators/30102333033336';
		const changes = {
			nick_name: 'bo',
			maximum_concurrent_chat: 'unlimited',
			is_chat_enabled: 'false',
		};
		expect(await put(path, changes)).toMatchObject({ body: { object: 'operator', data: changes } });
		expect(await put(path, { maximum_concurrent_chat: '6' })).toMatchObject({
			body: { error: { code: 1015, json_key: 'maximum_concurrent_chat' } },
		});
		expect(await put('/operators/1', {})).toMatchObject({ body: { error: { code: 1020 } } });
	});

	test('get departments, in an answer like the example', async () => {
		const json = { ids: ['301050000004', '301050000005'] };
		const { body } = await put('/operators/30102333033336/departments', json);
		expectLike(body, 'rest/operator-associate-departments.response.json');
		expect(body).toMatchObject({ data: { departments: json.ids } });
		expect(await put('/operators/30102333033336/departments', { ids: ['1'] })).toMatchObject({
			body: { error: { code: 1025, json_key: 'ids[0]' } },
		});
	});
});

describe('departments', () => {
	test('are listed like the example, twenty at a time', async () => {
		const { body } = await bed.api('/departments');
		expectLike(body, 'rest/departments-list.response.json');
		bed.simulator.account.departments = Array.from({ length: 25 }, (_none, n) =>
			newDepartment(n + 1),
		);
		expect(await bed.data('/departments')).toHaveLength(20);
		expect(await bed.data('/departments?index=21')).toHaveLength(5);
	});

	test('are created and updated', async () => {
		const json = {
			name: 'Night shift',
			operators: ['30102333033335'],
			is_public: 'true',
			email_configurations: { from_email: 'grace@example.com' },
		};
		const created = await bed.data<{ id: string }>('/departments', { json });
		expect(created).toMatchObject(json);
		expect(await bed.code('/departments', { json })).toBe(1014);
		expect(await bed.code('/departments', { json: { name: 'Other' } })).toBe(1015);
		const changed = await put(`/departments/${created.id}`, { description: 'At night' });
		expect(changed).toMatchObject({ body: { data: { ...json, description: 'At night' } } });
		expect(await put(`/departments/${created.id}`, { operators: ['1'] })).toMatchObject({
			body: { error: { code: 1024, json_key: 'operators[0]' } },
		});
	});
});

test('tags are created, and no more', async () => {
	const json = example('rest/tag-create.request.json') as object;
	const { body } = await bed.api('/tags', { json });
	expectLike(body, 'rest/tag-create.response.json');
	expect(await bed.code('/tags', { json: { ...json, color: 'red' } })).toBe(1015);
	expect(await bed.code('/tags', { json: { ...json, module: 'other' } })).toBe(1015);
	expect(await bed.code('/tags')).toBe(1004);
});

test('blocked addresses are listed with a total and created one an app', async () => {
	const json = {
		...(example('rest/blocked-ip-create.request.json') as object),
		app_ids: ['46675600000002043', '46675600000002051'],
	};
	const created = await bed.api('/blockedips', { json });
	expect(created.body).toMatchObject({ object: 'list', total: '2', data: [{}, {}] });
	const list = await bed.api('/blockedips?index=2&limit=2');
	expect(list.body).toMatchObject({
		total: 4,
		data: [{ ip: '203.0.113.2' }, { ip: '203.0.113.1' }],
	});
	const { data } = example('rest/blocked-ips-list.response.json') as { data: object[] };
	expect(Object.keys(shapeOf((list.body as { data: object[] }).data[0]) as object).sort()).toEqual(
		Object.keys(data[0] ?? {}).sort(),
	);
	expect(await bed.code('/blockedips', { json: { ip: '203.0.113.999' } })).toBe(1015);
});

test('articles and categories are created', async () => {
	const category = await bed.api('/articlecategories', { json: { name: 'Tables' } });
	expectLike(category.body, 'rest/article-category-create.response.json');
	const { id } = (category.body as { data: { id: string } }).data;
	const json = {
		...(example('rest/article-create.request.json') as object),
		category_id: id,
		department_id: '301050000004',
	};
	expect(await bed.data('/articles', { json })).toMatchObject({ title: 'Example article' });
	expect(await bed.code('/articles', { json: { ...json, category_id: '1' } })).toBe(1015);
	expect(await bed.data('/articlecategories?index=2&limit=1')).toMatchObject([{ id }]);
});

describe('visitors', () => {
	const base = '/api/v3/example-inc/visitors';

	test('are paged by keys, forward and back', async () => {
		const { account } = bed.simulator;
		account.visitors = Array.from({ length: 450 }, (_none, n) => newVisitor(n));
		for (const name of ['prev_key', 'next_key']) {
			let key: string | undefined = name === 'next_key' ? '0' : String(bed.clock.now());
			const seen = new Set<string>();
			const sizes: number[] = [];
			while (key !== undefined) {
				const { body } = await bed.api(`${base}?limit=200&${name}=${key}`);
				const answer = body as Record<string, string | undefined> & { data: { id: string }[] };
				sizes.push(answer.data.length);
				for (const { id } of answer.data) seen.add(id);
				key = answer[name];
			}
			expect([seen.size, sizes]).toEqual([450, [200, 200, 50]]);
		}
		expect(await bed.code(`${base}?limit=201`)).toBe(1011);
	});

	test('need a permission of the portal', async () => {
		bed.simulator.settings.visitorApi = false;
		expect(await bed.api(base)).toMatchObject({
			body: { error: { message: 'Visitor Feature not enabled in this plan' } },
		});
	});

	test('did things', async () => {
		expect(await bed.data('/api/v3/example-inc/visitorevents')).toHaveLength(3);
	});

	test('of a view come by hundreds', async () => {
		bed.simulator.account.visitors = Array.from({ length: 250 }, (_none, n) => newVisitor(n));
		const view = '/api/v1/example-inc/visitorsview';
		expect(await bed.api(`${view}/-1/visitors`)).toMatchObject({ body: { startkey: '100' } });
		const last = await bed.api(`${view}/-1/visitors?startkey=200`);
		expect((last.body as { data: unknown[] }).data).toHaveLength(50);
		expect(last.body).not.toHaveProperty('startkey');
		const returning = await bed.api(`${view}/-2/visitors?startkey=100`);
		expect((returning.body as { data: unknown[] }).data).toHaveLength(25);
		expect(await bed.code(`${view}/7/visitors`)).toBe(2210);
	});

	test('have information that can be changed', async () => {
		const info = encodeURIComponent('{"plan":"gold"}');
		const path = (email: string) =>
			`/api/v1/example-inc/visitorsbyemail/${email}?customerinfo=${info}`;
		expect(await bed.code(path('visitor-1@example.com'), { method: 'PUT' })).toBeUndefined();
		expect(bed.simulator.account.visitors[0]?.customerInfo).toEqual({ plan: 'gold' });
		expect(await bed.code(path('nobody@example.com'), { method: 'PUT' })).toBe(2311);
	});
});

describe('what visitors do', () => {
	const base = '/api/visitor/v1/example-inc/conversations';
	const json = {
		app_id: '46675600000002043',
		department_id: '301050000004',
		question: 'Hello?',
		visitor: { user_id: 'user-1', name: 'Alan Example', email: 'alan@example.com' },
	};

	test('takes the Org token', async () => {
		const token = bed.simulator.access.orgToken;
		const { id } = await bed.data<{ id: string }>(base, { json, token });
		expect(await bed.code(`${base}/${id}/messages`, { json: { text: 'Anyone?' }, token })).toBe(
			undefined,
		);
		expect(await bed.data(`/conversations/${id}/messages`)).toMatchObject([
			{ message: { text: 'Hello?' } },
			{ message: { text: 'Anyone?' } },
		]);
		expect(await bed.code(base, { json })).toBe(1008);
		expect(await bed.code(base, { json: { ...json, visitor: {} }, token })).toBe(1015);
	});

	test('leaves a message', async () => {
		const token = bed.simulator.access.orgToken;
		const path = '/visitor/v2/example-inc/conversations/leavemessage';
		const message = { ...json, message: 'Call me' };
		expect(await bed.code(path, { json: message, token })).toBeUndefined();
		expect(await bed.data('/conversations?status=missed')).toMatchObject([{ question: 'Call me' }]);
	});
});
