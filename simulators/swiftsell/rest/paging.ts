import { badRequest } from '../errors';

const DEFAULT_LIMIT = 100;

/** The rows of one page, by `limit` and `offset` (contract §5.3). */
export function pageOf<Row>(rows: readonly Row[], query: URLSearchParams): Row[] {
	const limit = wholeNumber(query.get('limit') ?? String(DEFAULT_LIMIT));
	const offset = wholeNumber(query.get('offset') ?? '0');
	return rows.slice(offset, offset + limit);
}

function wholeNumber(text: string): number {
	if (!/^\d{1,9}$/.test(text)) throw badRequest(`'${text}' is no whole number`);
	return Number(text);
}
