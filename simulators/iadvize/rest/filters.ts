import type { Form } from './brackets';
import { invalidValue } from './envelope';

/** Whether a row passes a filter that was sent with this value. */
export type Filter<Row> = (row: Row, value: string) => boolean;

type Scalar = string | number | null;

/**
 * Compares with one field or with each entry of a list field. The value may be a comma-joined list
 * and have `*` in it (contract §5.1). Upper and lower case are told apart (assumed).
 */
export function matching<Row>(pick: (row: Row) => Scalar | readonly Scalar[]): Filter<Row> {
	return (row, value) => {
		const picked = pick(row);
		const found = (Array.isArray(picked) ? picked : [picked]) as readonly Scalar[];
		const patterns = value.split(',').map(wildcard);
		return found.some((entry) => patterns.some((pattern) => pattern.test(String(entry ?? ''))));
	};
}

/** Like `matching`, and knows `null` and `!null` (transactions without or with a conversation). */
export function matchingOrNull<Row>(pick: (row: Row) => Scalar): Filter<Row> {
	const plain = matching(pick);
	return (row, value) => {
		if (value === 'null') return pick(row) === null;
		return value === '!null' ? pick(row) !== null : plain(row, value);
	};
}

/**
 * Keeps the rows that pass all filters. A filter that the contract doesn't list is refused: the
 * vendor's answer to one is not documented, and ignoring it would hide a client's mistake.
 */
export function applyFilters<Row>(
	rows: readonly Row[],
	filters: Readonly<Record<string, Filter<Row>>>,
	sent: Form,
): Row[] {
	return Object.entries(sent).reduce<Row[]>(
		(left, [name, value]) => {
			const filter = filters[name];
			if (!filter || typeof value !== 'string') throw invalidValue(name);
			return left.filter((row) => filter(row, value));
		},
		[...rows],
	);
}

function wildcard(text: string): RegExp {
	const parts = text.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'));
	return new RegExp(`^${parts.join('.*')}$`, 's');
}
