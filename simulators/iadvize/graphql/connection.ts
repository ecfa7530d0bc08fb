import { GraphQLError } from 'graphql';

/** The four paging arguments of a Relay connection. */
export interface ConnectionArguments {
	readonly first?: number | null;
	readonly after?: string | null;
	readonly last?: number | null;
	readonly before?: string | null;
}

/** Default of `satisfactionSurveyResponses` (contract §6.1). */
export const SURVEY_PAGE_SIZE = 100;
/** The other connections' default is not documented. */
const PAGE_SIZE = 20;

/** Cuts a page out of `rows` as Relay wants it. */
export function connect<Row, Node>(
	rows: readonly Row[],
	wanted: ConnectionArguments,
	toNode: (row: Row) => Node,
	pageSize: number = PAGE_SIZE,
) {
	const floor = wanted.after == null ? 0 : readCursor(wanted.after);
	const ceiling = wanted.before == null ? rows.length : readCursor(wanted.before) - 1;
	const { start, end } = cut(floor, Math.min(ceiling, rows.length), wanted, pageSize);
	const edges = rows.slice(start, end).map((row, i) => ({
		node: toNode(row),
		cursor: writeCursor(start + i + 1),
	}));
	return {
		edges,
		pageInfo: {
			hasNextPage: end < rows.length,
			hasPreviousPage: start > 0,
			startCursor: edges[0]?.cursor ?? null,
			endCursor: edges.at(-1)?.cursor ?? null,
		},
	};
}

function cut(floor: number, ceiling: number, wanted: ConnectionArguments, pageSize: number) {
	const first = readCount(wanted.first, 'first');
	const last = readCount(wanted.last, 'last');
	const end = Math.max(
		floor,
		first === undefined && last !== undefined
			? ceiling
			: Math.min(ceiling, floor + (first ?? pageSize)),
	);
	return { start: last === undefined ? floor : Math.max(floor, end - last), end };
}

function readCount(count: number | null | undefined, name: string): number | undefined {
	if (count == null) return undefined;
	if (count < 0) throw new GraphQLError(`Argument "${name}" must not be negative.`);
	return count;
}

// A row's place, counted from 1: the vendor's examples have a cursor that reads `cursor1`.
function writeCursor(place: number): string {
	return Buffer.from(`cursor${place}`).toString('base64');
}

function readCursor(cursor: string): number {
	const place = /^cursor(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'))?.[1];
	if (place === undefined) throw new GraphQLError(`Invalid cursor "${cursor}".`);
	return Number(place);
}
