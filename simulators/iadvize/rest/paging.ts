import type { Form } from './brackets';
import { textOf } from './brackets';
import type { Pagination } from './envelope';
import { invalidValue } from './envelope';

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;

/** Cuts out the page that the query asks for; a limit above 100 counts as 100 (contract §5.1). */
export function paginate<Row>(
	rows: readonly Row[],
	query: Form,
): { rows: Row[]; pagination: Pagination } {
	const limit = Math.min(readCount(query, 'limit', DEFAULT_LIMIT), MAX_LIMIT);
	const page = readCount(query, 'page', 1);
	return {
		rows: rows.slice((page - 1) * limit, page * limit),
		pagination: { page, pages: Math.ceil(rows.length / limit), limit, count: rows.length },
	};
}

function readCount(query: Form, name: string, otherwise: number): number {
	const text = textOf(query, name);
	if (text === undefined) return otherwise;
	if (!/^[1-9]\d{0,8}$/.test(text)) throw invalidValue(name);
	return Number(text);
}
