import type { IDataObject } from 'n8n-workflow';
import { flagOf, isObject, textOf } from '../../shared/fields';
import type { Call } from '../../shared/operations/call';
import type { Caller } from '../../shared/operations/exchange';
import { limitOf, pages } from '../../shared/operations/paging';
import { salesIq, type SalesIqAnswer } from './request';

/** The objects of an answer's data, whether it is one or a list. */
export function rowsIn({ data }: SalesIqAnswer): IDataObject[] {
	const rows: unknown[] = Array.isArray(data) ? data : [data];
	return rows.filter(isObject) as IDataObject[];
}

/** How SalesIQ pages a resource: each has its own way. */
export interface Paging {
	/** Most rows of a page; none where SalesIQ takes no limit. */
	limit?: number;
	/** Rows of a full page where that is not what was asked for. */
	pageSize?: number;
	/** Parameters that ask for the page behind a cursor. */
	ask: (cursor: string | undefined) => IDataObject;
	/** Cursor of the next page; undefined when there is none. */
	next: (page: {
		cursor: string | undefined;
		rows: IDataObject[];
		answer: SalesIqAnswer;
	}) => string | undefined;
	/** The answer itself says whether there is more, so any page may be less than full. */
	tellsEnd?: true;
	keyOf: (row: IDataObject) => unknown;
}

/** What a row is recognized by; those of some lists have no ID. */
export const byId = ({ id, ...others }: IDataObject) => id ?? JSON.stringify(others);

/** Numbered pages from 1; a page that is not full is the last. */
export const byPage = (limit: number, parameter = 'page'): Paging => ({
	limit,
	ask: (cursor = '1') => ({ [parameter]: cursor }),
	next: ({ cursor = '1' }) => String(Number(cursor) + 1),
	keyOf: byId,
});

/** An offset from 1, in steps of 20. */
export const byIndex = (takesLimit: boolean): Paging => ({
	...(takesLimit ? { limit: 20 } : { pageSize: 20 }),
	ask: (cursor = '1') => ({ index: cursor }),
	next: ({ cursor = '1', rows }) => String(Number(cursor) + rows.length),
	keyOf: byId,
});

/**
 * Messages, each page from the time of the last one of the page before. Whether that time counts is
 * not documented, so a millisecond earlier is asked for: several messages may have the same time.
 */
export const byTime: Paging = {
	limit: 100,
	tellsEnd: true,
	ask: (cursor) => (cursor === undefined ? {} : { from_time: String(Number(cursor) - 1) }),
	next: ({ rows, answer }) =>
		flagOf(answer.more_data_available) === true
			? (textOf(rows.at(-1)?.time) ?? undefined)
			: undefined,
	keyOf: ({ sequence_id: sequence, time }) => sequence ?? time,
};

/** All rows of a list; no page is larger than what the user asked for. */
export function rowsOf(
	call: Call,
	request: { path: string; query?: IDataObject },
	paging: Paging,
): AsyncGenerator<IDataObject> {
	return listRows(call, request, paging, limitOf(call));
}

/** @param wanted how many rows at most; a page is never larger */
export function listRows(
	context: Caller,
	{ path, query }: { path: string; query?: IDataObject },
	paging: Paging,
	wanted: number,
): AsyncGenerator<IDataObject> {
	const limit = paging.limit === undefined ? undefined : Math.min(wanted, paging.limit);
	const fullPage = limit ?? paging.pageSize ?? 1;
	return pages(async (cursor) => {
		const asked = { ...query, ...(limit !== undefined && { limit }), ...paging.ask(cursor) };
		const answer = await salesIq(context, { path, query: asked });
		const rows = rowsIn(answer);
		context.logger.debug(`SalesIQ ${path}: ${rows.length} rows read`, { cursor });
		const isFull = paging.tellsEnd === true || rows.length >= fullPage;
		return { rows, next: isFull ? paging.next({ cursor, rows, answer }) : undefined };
	}, paging.keyOf);
}
