import type { TestBed } from './support/swiftsell';
import { startTestBed } from './support/swiftsell';

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

async function create(): Promise<number> {
	const { body } = await bed.api('/v1/ai/knowledge-base', { json: { name: 'Help' } });
	return (body as { id: number }).id;
}

interface UploadedSource {
	id: number;
	status: string;
}
const uploadPath = (id: number) => `/api/v1/ai/knowledge-base/${id}/upload/sources`;
const statusOf = async (...ids: number[]) =>
	(await bed.api(`/api/v1/ai/status/sources?source_ids=${ids.join(',')}`)).body;

/** Uploads a text and a file; gives their identifiers. */
async function upload(id: number): Promise<[number, number]> {
	const form = new FormData();
	form.set('hours', 'Open from 9 to 5');
	form.set('price-list', new Blob(['a,b']), 'prices.csv');
	const { body } = await bed.api(uploadPath(id), { form });
	const { hours, ...rest } = body as Record<string, UploadedSource[]>;
	return [hours?.[0]?.id ?? 0, rest['price-list']?.[0]?.id ?? 0];
}

describe('a knowledge base', () => {
	test('is created, and answers as documented', async () => {
		const answer = await bed.api('/v1/ai/knowledge-base', { json: { name: 'Help' } });
		const id = bed.simulator.account.knowledgeBases[0]?.id;
		expect(answer).toMatchObject({
			status: 200,
			body: { ok: true, id, code: 'CREATE_KNOWLEDGE_BASE_SUCCESS_MESSAGE' },
		});
	});

	test('is refused without a name, and where the plan allows no more', async () => {
		expect(await bed.api('/v1/ai/knowledge-base', { json: {} })).toMatchObject({ status: 400 });
		bed.simulator.settings.maxKnowledgeBases = 1;
		await create();
		expect(await bed.api('/v1/ai/knowledge-base', { json: { name: 'B' } })).toMatchObject({
			status: 400,
			body: { ok: false, code: 'MAX_KNOWLEDGE_BASE_COUNT_EXCEEDED', status: 400 },
		});
	});

	test('can be read, with its sources page by page', async () => {
		const id = await create();
		const [, file] = await upload(id);
		const { body } = await bed.api(`/v1/ai/knowledge-base/${id}?limit=1&offset=1`);
		expect(body).toMatchObject({
			id,
			name: 'Help',
			ok: true,
			total_data_sources: 2,
			last_trained_at: null,
			data_source: [{ id: file, type: 'file', name: 'prices.csv' }],
		});
		bed.clock.advance(10_000);
		const trained = (await bed.api(`/v1/ai/knowledge-base/${id}`)).body;
		expect(trained).toHaveProperty(
			'last_trained_at',
			expect.stringMatching(/^2025-01-15 09:\d\d:\d\d\.\d{6}$/),
		);
	});

	test('loses sources by a DELETE that has a body, in the plural', async () => {
		const id = await create();
		const [text, file] = await upload(id);
		const json = { data_sources: [text] };
		await bed.api(`/v1/ai/knowledge-bases/${id}/data-sources`, { method: 'DELETE', json });
		expect(bed.simulator.account.sources.map((source) => source.id)).toEqual([file]);
	});

	test('that does not exist is a 404 with its code', async () => {
		const json = { urls: ['https://example.com'] };
		const path = '/v1/ai/knowledge-base/1/data-sources/webpages';
		expect(await bed.api(path, { json })).toMatchObject({
			status: 404,
			body: { ok: false, code: 'KNOWLEDGE_BASE_NOT_FOUND' },
		});
	});
});

describe('sources', () => {
	test('are parts of a form, and answered under the caller’s own names', async () => {
		const id = await create();
		const form = new FormData();
		form.set('hours', 'Open from 9 to 5');
		form.set('price-list', new Blob(['a,b']), 'prices.csv');
		const { status, body } = await bed.api(uploadPath(id), { form });
		const source = { id: expect.any(Number) as number, status: 'in-progress', errors: null };
		expect([status, body]).toEqual([
			200,
			{
				hours: [{ ...source, type: 'text', name: 'hours' }],
				'price-list': [{ ...source, type: 'file', name: 'prices.csv' }],
				knowledge_base_id: id,
				ok: true,
			},
		]);
		const sizes = bed.simulator.account.sources.map(({ size }) => size);
		expect(sizes).toEqual([16, 3]);
	});

	test('are in training for a while, and end as a test says', async () => {
		const id = await create();
		const [text, file] = await upload(id);
		const failing = bed.simulator.account.sources.find((source) => source.id === file);
		if (failing) failing.outcome = 'failed';
		const ofStatus = (status: string) => ({ status, knowledge_base_id: id });
		expect(await statusOf(text, file)).toMatchObject({
			ok: true,
			sources: [
				{ id: text, name: 'hours', ...ofStatus('in-progress') },
				{ id: file, name: 'prices.csv', ...ofStatus('in-progress') },
			],
		});
		bed.clock.advance(10_000);
		expect(await statusOf(text, file, 1)).toMatchObject({
			sources: [ofStatus('completed'), ofStatus('failed')],
		});
	});

	test.each<[string, ...[string, string | File][]]>([
		['two of one name', ['a', 'x'], ['a', 'y']],
		['no source'],
		['a long text', ['a', 'x'.repeat(2501)]],
		['an empty text', ['a', '']],
		['an image', ['a', new File(['x'], 'a.png')]],
		['an empty file', ['a', new File([], 'a.txt')]],
		['a large file', ['a', new File(['x'.repeat(5 * 2 ** 20 + 1)], 'a.txt')]],
	])('are refused: %s', async (_name, ...parts) => {
		const id = await create();
		const form = new FormData();
		for (const [field, value] of parts) form.append(field, value);
		expect(await bed.api(uploadPath(id), { form })).toMatchObject({
			status: 400,
			body: { ok: false, code: 'BAD_REQUEST' },
		});
		expect(bed.simulator.account.sources).toEqual([]);
	});

	test('are refused as JSON', async () => {
		expect((await bed.api(uploadPath(await create()), { json: { a: 'x' } })).status).toBe(400);
	});

	test('may be web pages and a domain', async () => {
		const base = `/v1/ai/knowledge-base/${await create()}/data-sources`;
		const pages = await bed.api(`${base}/webpages`, { json: { urls: ['https://example.com/a'] } });
		expect(pages.body).toMatchObject({ ok: true, data_sources: [{ status: 'in-progress' }] });
		const domain = await bed.api(`${base}/domain`, { json: { url: 'https://example.com' } });
		expect(domain.body).toEqual({
			ok: true,
			domain_id: bed.simulator.account.domains[0]?.id,
			request_id: expect.any(String) as string,
		});
		expect((await bed.api(`${base}/webpages`, { json: { urls: ['example'] } })).status).toBe(400);
	});

	test('without identifiers have no status', async () => {
		expect((await bed.api('/api/v1/ai/status/sources')).status).toBe(400);
	});
});
