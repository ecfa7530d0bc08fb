import { badParam } from '../errors';
import type { Call } from './route';

/** A whole number of the query within bounds, or error 1011 that names it. */
export function numberIn(
	{ query }: Call,
	name: string,
	bounds: { otherwise: number; min?: number; max?: number },
): number {
	const text = query[name];
	if (text === undefined || text === '') return bounds.otherwise;
	if (!/^-?\d{1,15}$/.test(text)) throw badParam(name);
	const value = Number(text);
	const { min = 0, max = Number.MAX_SAFE_INTEGER } = bounds;
	if (value < min || value > max) throw badParam(name);
	return value;
}

/** Pages numbered from 1, under the parameter's name. */
export function byPage<Row>(
	rows: readonly Row[],
	call: Call,
	{ name = 'page', otherwise, min = 1, max }: PageStyle,
): Row[] {
	const page = numberIn(call, name, { otherwise: 1, min: 1 });
	const limit = numberIn(call, 'limit', { otherwise, min, max });
	return rows.slice((page - 1) * limit, page * limit);
}

interface PageStyle {
	readonly name?: string;
	readonly otherwise: number;
	readonly min?: number;
	readonly max: number;
}

/** `index` is the number of the first row, counted from 1; 20 rows a call (contract §5.3). */
export function byIndex<Row>(rows: readonly Row[], call: Call, limit = 20): Row[] {
	const index = numberIn(call, 'index', { otherwise: 1, min: 1 });
	return rows.slice(index - 1, index - 1 + limit);
}

/** `index` together with `limit`, 20 unless given. */
export function byIndexAndLimit<Row>(rows: readonly Row[], call: Call): Row[] {
	return byIndex(rows, call, numberIn(call, 'limit', { otherwise: 20, min: 1 }));
}

/** Names in one parameter: a comma list or a JSON array. */
export function namesIn({ query }: Call, name: string): string[] {
	const text = query[name] ?? '';
	return text
		.replace(/[[\]"\s]/g, '')
		.split(',')
		.filter(Boolean);
}
