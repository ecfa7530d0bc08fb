import { newConversation, newMessage, newThread } from '../../simulators/salesiq';
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

type Row = Record<string, unknown> & { id: string };

const ids = async (query: string) =>
	(await bed.data<Row[]>(`/conversations${query}`)).map(({ id }) => id);

/** The conversations that the example events name: closed, connected, waiting; one is elsewhere. */
const CLOSED = '17000000004021';
const CONNECTED = '8000000004009';
const WAITING = '8000000005001';

describe('the list', () => {
	test('has what the example has of a conversation', async () => {
		const [row] = await bed.data<Row[]>('/conversations?status=closed');
		const { data } = example('rest/conversation-close.response.json') as { data: object };
		const known = Object.keys(data);
		expect(known.filter((key) => !(key in (row ?? {})))).toEqual([]);
	});

	test('has the departments of the operator only, unless another is asked for', async () => {
		expect(await ids('')).toHaveLength(3);
		expect(await ids('?department_id=301050000005')).toHaveLength(1);
	});

	test.each([
		['status=open', [CONNECTED, WAITING]],
		['status=waiting', [WAITING]],
		['status=connected', [CONNECTED]],
		['status=closed', [CLOSED]],
		['status=end', [CLOSED]],
		['status=missed', []],
		['attender_id=30102333033335', [CONNECTED, CLOSED]],
		['app_id=46675600000002043', [CONNECTED, WAITING, CLOSED]],
		['app_id=1', []],
		['email=grace@example.com&visitor_type=contact', [CONNECTED, WAITING, CLOSED]],
		['visitor_type=lead', []],
	])('is filtered by %s', async (query, expected) => {
		expect((await ids(`?${query}`)).sort()).toEqual([...expected].sort());
	});

	test('is filtered by time', async () => {
		const since = bed.clock.now() - 600_000;
		expect(await ids(`?from_time=${since}`)).toHaveLength(2);
		expect(await ids(`?to_time=${since}`)).toEqual([CLOSED]);
		expect(await ids(`?updated_from_time=${since}`)).toHaveLength(2);
		expect(await ids(`?updated_till_time=${since}`)).toEqual([CLOSED]);
	});

	test('has the fields that are asked for', async () => {
		const [row] = await bed.data<Row[]>('/conversations?status=closed&fields=visitor,question');
		expect(Object.keys(row ?? {}).sort()).toEqual(['id', 'question', 'visitor']);
	});

	test.each([
		'status=gone',
		'sort_by=name',
		'limit=100',
		'limit=0',
		'page=0',
		'fields=secret',
		'from_time=x',
		'visitor_type=both',
	])('refuses %s', async (query) => {
		const { body } = await bed.api(`/conversations?${query}`);
		expect(body).toMatchObject({ error: { code: 1011, param: query.split('=')[0] } });
	});

	test('pages through five hundred, newest first, without a total', async () => {
		bed.simulator.account.conversations = Array.from({ length: 500 }, (_none, n) =>
			newConversation(n),
		);
		const seen: string[] = [];
		for (let page = 1; page <= 6; page += 1) {
			const rows = await ids(`?page=${page}&limit=99`);
			expect(rows).toHaveLength(page < 6 ? 99 : 5);
			seen.push(...rows);
		}
		expect(new Set(seen).size).toBe(500);
		expect(seen).toEqual([...seen].sort().reverse());
		expect(await ids('')).toHaveLength(20);
		expect(await ids('?page=7&limit=99')).toEqual([]);
		const { body } = await bed.api('/conversations');
		expect(Object.keys(body as object)).toEqual(['url', 'object', 'data', 'sync_time']);
	});

	test('can print identifiers as bare numbers', async () => {
		bed.simulator.settings.bareIds = true;
		bed.simulator.account.conversations = [newConversation(1)];
		const response = await fetch(`${bed.simulator.url}/api/v2/example-inc/conversations`, {
			headers: { Authorization: `Zoho-oauthtoken ${bed.simulator.issueToken()}` },
		});
		const text = await response.text();
		expect(text).toContain('"id":19000000000000003,');
		expect(text).toContain('"app_id":46675600000002043,');
		expect(() => JSON.parse(text) as unknown).not.toThrow();
	});
});

test('one is got by its id, or 1019', async () => {
	expect(await bed.data(`/conversations/${CONNECTED}`)).toMatchObject({
		id: CONNECTED,
		status: 'Connected',
		chat_status: { status_code: 0, state: 2, label: 'Connected' },
		tags: [],
	});
	expect(await bed.code('/conversations/1')).toBe(1019);
});

describe('messages', () => {
	const path = `/conversations/${CLOSED}/messages`;

	test('come oldest first, and `from_time` leads on', async () => {
		const { body } = await bed.api(`${path}?limit=2`);
		const { data } = body as { data: { time: string; message: { text: string } }[] };
		expect(body).toMatchObject({ more_data_available: true });
		expect(data.map(({ message }) => message.text)).toEqual([
			'Hello, I need help choosing a table.',
			'Which one?',
		]);
		const rest = await bed.api(`${path}?limit=2&from_time=${String(data[1]?.time)}`);
		expect(rest.body).toMatchObject({
			data: [{ message: { text: 'The round one' } }],
			more_data_available: false,
		});
		bed.simulator.settings.fromTimeInclusive = true;
		expect(await bed.data(`${path}?from_time=${String(data[1]?.time)}`)).toHaveLength(2);
	});

	test('many can be put in by a test', async () => {
		const messages = Array.from({ length: 150 }, (_none, n) => newMessage(n));
		bed.simulator.account.conversations = [newConversation(1, { id: CLOSED, messages })];
		const { body } = await bed.api(path);
		expect(body).toMatchObject({ more_data_available: true });
		expect((body as { data: unknown[] }).data).toHaveLength(100);
	});

	test('are sent as text', async () => {
		const json = example('rest/conversation-send-message.request.json');
		expect(await bed.code(path, { json })).toBeUndefined();
		expect((await bed.data<Row[]>(path)).at(-1)).toMatchObject({
			type: 'text',
			message: { text: 'hello' },
			sender: { id: '30102333033335' },
		});
		expect(await bed.code(path, { json: {} })).toBe(1015);
		expect(await bed.code(path, { json: { text: 1 } })).toBe(1007);
	});

	test('are sent as a file with a comment', async () => {
		const body = new FormData();
		body.set('file', new Blob([new Uint8Array([0, 255, 128])]), 'photo.png');
		body.set('comment', 'See here');
		expect(await bed.code(path, { body })).toBeUndefined();
		expect((await bed.data<Row[]>(path)).at(-1)).toMatchObject({
			message: { comment: 'See here', file: { name: 'photo.png', size: 3 } },
		});
	});

	test('are not sent as an empty file or without one', async () => {
		const empty = new FormData();
		empty.set('file', new Blob([]), 'empty.txt');
		expect(await bed.code(path, { body: empty })).toBe(1018);
		expect(await bed.code(path, { body: new FormData() })).toBe(1015);
	});

	test('go to the newest active chat of a visitor', async () => {
		const to = (email: string) => bed.code(`/visitors/${email}/messages`, { json: { text: 'Hi' } });
		expect(await to('grace@example.com')).toBeUndefined();
		const sent = await bed.data<Row[]>(`/conversations/${CONNECTED}/messages`);
		expect(sent.at(-1)).toMatchObject({ message: { text: 'Hi' } });
		expect(await to('nobody@example.com')).toBe(1019);
	});
});

describe('threads', () => {
	const path = `/conversations/${CLOSED}/threads`;

	test('have the parts that are asked for', async () => {
		const [plain] = await bed.data<Row[]>(path);
		expect(plain).toMatchObject({ conversation_id: CLOSED, inititated_by: 'visitor' });
		expect(plain).not.toHaveProperty('metrics');
		const fields = encodeURIComponent('["metrics","brand","attender","department"]');
		const [full] = await bed.data<Row[]>(`${path}?include_fields=${fields}`);
		expect(full).toMatchObject({
			metrics: { visitor_message_count: 1 },
			brand: { name: 'Example Shop' },
			attender: { name: 'Ada Example', type: 'operator' },
			department: { name: 'Example Support' },
		});
		expect(await bed.code(`${path}?include_fields=other`)).toBe(1011);
	});

	test('are paged by fifty', async () => {
		const threads = Array.from({ length: 60 }, (_none, n) => newThread(n));
		bed.simulator.account.conversations = [newConversation(1, { id: CLOSED, threads })];
		expect(await bed.data(path)).toHaveLength(50);
		expect(await bed.data(`${path}?page=2`)).toHaveLength(10);
		expect(await bed.code(`${path}?limit=51`)).toBe(1011);
	});
});

describe('handling', () => {
	const put = (action: string, json?: unknown) =>
		bed.api(`/conversations/${WAITING}/${action}`, { method: 'PUT', json });

	test('picks up', async () => {
		expect(await put('pickup')).toMatchObject({
			body: {
				object: 'conversations',
				data: { status: 'Connected', attender: { name: 'Ada Example' } },
			},
		});
	});

	test('closes', async () => {
		const { body } = await bed.api(`/conversations/${CONNECTED}/close`, { method: 'PUT' });
		expect(body).toMatchObject({
			url: `/api/v2/example-inc/conversations/${CONNECTED}/close`,
			data: { status: 'Attended Online', end_time: String(bed.clock.now()) },
		});
		const printed = example('rest/conversation-close.response.json') as { data: object };
		const seen = shapeOf(body) as { data: Record<string, unknown> };
		for (const [key, shape] of Object.entries(shapeOf(printed.data) as object)) {
			if (typeof shape === 'string') expect([key, seen.data[key]]).toEqual([key, shape]);
		}
	});

	test('transfers to an operator, or to any that is available', async () => {
		const department_id = '301050000005';
		await put('transfer', { department_id, note: 'Example' });
		const read = () => bed.data(`/conversations/${WAITING}`);
		expect(await read()).toMatchObject({
			department: { id: department_id },
			attender: { id: '30102333033336' },
		});
		await put('transfer', { department_id, operator_id: '30102333033337' });
		expect(await read()).toMatchObject({ attender: { id: '30102333033337' } });
	});

	test.each([
		[{}, 1015],
		[{ department_id: '1' }, 1025],
		[{ department_id: '301050000004', operator_id: '1' }, 1020],
	])('does not transfer with %j', async (json, code) => {
		expect(await put('transfer', json)).toMatchObject({ body: { error: { code } } });
	});

	test('sets tags', async () => {
		await put('tags', { ids: ['1', '2'] });
		await put('tags', { ids: ['3'] });
		expect(await bed.data(`/conversations/${WAITING}`)).toMatchObject({ tags: [{ id: '3' }] });
	});
});

describe('feedback', () => {
	test('of a conversation is data or nothing', async () => {
		expect(await bed.data(`/conversations/${CLOSED}/feedback`)).toMatchObject({ rating: 4 });
		const { body } = await bed.api(`/conversations/${WAITING}/feedback`);
		expect(body).not.toHaveProperty('data');
	});

	test('of all is paged by index and filtered', async () => {
		bed.simulator.account.conversations = Array.from({ length: 45 }, (_none, n) =>
			newConversation(n, { feedback: { rating: 1 + (n % 5), time: String(1000 + n) } }),
		);
		const rows = (query: string) => bed.data<unknown[]>(`/feedbacks?${query}`);
		expect(await rows('')).toHaveLength(20);
		expect(await rows('index=41&limit=20')).toHaveLength(5);
		expect(await rows('index=1&limit=45')).toHaveLength(45);
		expect(await rows('start_time=1040&end_time=1042')).toHaveLength(3);
		expect(await rows('department_ids=301050000005')).toEqual([]);
		expect(await rows('department_ids=1,301050000004')).toHaveLength(20);
	});
});
