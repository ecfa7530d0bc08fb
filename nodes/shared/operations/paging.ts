import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Call } from './call';

/** Return All and Limit, the same on every list. */
export const listFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
];

/** How many rows the user wants of a list; Infinity for all. */
export const limitOf = ({ flag, number }: Call): number =>
	flag('returnAll') ? Infinity : number('limit');

/** At most `limit` rows; later pages are then never asked for. */
export async function take<Row>(rows: AsyncIterable<Row>, limit: number): Promise<Row[]> {
	const taken: Row[] = [];
	if (limit <= 0) return taken;
	for await (const row of rows) {
		taken.push(row);
		if (taken.length >= limit) break;
	}
	return taken;
}

export interface Page {
	rows: IDataObject[];
	/** What the next page is asked for with; undefined when this was the last. */
	next: string | undefined;
}

// A list may grow by a page while it is read; if nothing new comes for longer, it goes in circles.
const MAX_STALE_PAGES = 3;

/**
 * All rows of a list, page after page. Rows that come again because the list grew meanwhile are
 * left out; an empty page, a cursor seen before, or several pages without anything new end it. So a
 * list that changes meanwhile neither loops nor repeats.
 *
 * @param getPage fetches the page for a cursor; the first has none
 * @param keyOf what a row is recognized by; a row without a key is always new
 */
export async function* pages(
	getPage: (cursor: string | undefined) => Promise<Page>,
	keyOf: (row: IDataObject) => unknown,
): AsyncGenerator<IDataObject> {
	const keys = new Set<unknown>();
	const cursors = new Set<string | undefined>();
	let stalePages = 0;
	let cursor: string | undefined;
	do {
		cursors.add(cursor);
		const { rows, next } = await getPage(cursor);
		const fresh = rows.filter((row) => {
			const key = keyOf(row) ?? row;
			return !keys.has(key) && keys.add(key);
		});
		yield* fresh;
		stalePages = fresh.length > 0 ? 0 : stalePages + 1;
		if (rows.length === 0 || stalePages >= MAX_STALE_PAGES) return;
		cursor = next;
	} while (cursor !== undefined && !cursors.has(cursor));
}
