import { pages, take } from '../../../nodes/shared/operations/paging';

const row = (id: number) => ({ id });
const range = (from: number, to: number) =>
	Array.from({ length: to - from }, (_, index) => row(from + index));

/** Pages of a list that may change between two of them. */
function vendor(pageOf: (page: number) => { id: number }[], last = Infinity) {
	const asked: number[] = [];
	const rows = pages(
		(cursor = '1') => {
			const page = Number(cursor);
			asked.push(page);
			return Promise.resolve({
				rows: pageOf(page),
				next: page < last ? String(page + 1) : undefined,
			});
		},
		({ id }) => id,
	);
	return { rows, asked };
}

describe('pages', () => {
	const tens = (page: number) => range(page * 10, page * 10 + 10);

	test('reads to the last page', async () => {
		const { rows, asked } = vendor(tens, 3);
		expect(await take(rows, Infinity)).toEqual(range(10, 40));
		expect(asked).toEqual([1, 2, 3]);
	});

	test('asks for no page beyond the limit', async () => {
		const { rows, asked } = vendor(tens);
		expect(await take(rows, 10)).toHaveLength(10);
		expect(asked).toEqual([1]);
	});

	test('asks for nothing when nothing is wanted', async () => {
		const { rows, asked } = vendor(tens);
		expect(await take(rows, 0)).toEqual([]);
		expect(asked).toEqual([]);
	});

	test('leaves out rows that a growing list pushes to the next page', async () => {
		const { rows } = vendor((page) => (page === 1 ? range(0, 10) : range(8, 18)), 2);
		expect(await take(rows, Infinity)).toEqual(range(0, 18));
	});

	test('goes on behind a page that brings nothing new', async () => {
		const list = [range(0, 10), range(0, 10), range(10, 20)];
		const { rows } = vendor((page) => list[page - 1] ?? [], 3);
		expect(await take(rows, Infinity)).toEqual(range(0, 20));
	});

	test('ends at an empty page, even if more are announced', async () => {
		const { rows, asked } = vendor((page) => (page === 1 ? range(0, 10) : []));
		expect(await take(rows, Infinity)).toEqual(range(0, 10));
		expect(asked).toEqual([1, 2]);
	});

	test('ends when the same page comes again and again under new cursors', async () => {
		const { rows, asked } = vendor(() => range(0, 10));
		expect(await take(rows, Infinity)).toEqual(range(0, 10));
		expect(asked).toEqual([1, 2, 3, 4]);
	});

	test('ends when a cursor comes again', async () => {
		let id = 0;
		const rows = pages(
			() => Promise.resolve({ rows: [row(id++)], next: 'same' }),
			(each) => each.id,
		);
		expect(await take(rows, Infinity)).toEqual(range(0, 2));
	});

	test('keeps rows without a key', async () => {
		const rows = pages(
			() => Promise.resolve({ rows: [{}, {}], next: undefined }),
			() => undefined,
		);
		expect(await take(rows, Infinity)).toHaveLength(2);
	});
});
