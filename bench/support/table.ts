type Row = readonly string[];

/** The middle of an odd number of values. */
export function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** "40", "1,020" or "5.4": as many digits as mean something. */
export const figure = (value: number, digits = 0) =>
	value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** The median, and the lowest and highest behind it. */
export function spread(values: readonly number[], digits = 0): string {
	const [low, high] = [Math.min(...values), Math.max(...values)];
	return `${figure(median(values), digits)} (${figure(low, digits)} to ${figure(high, digits)})`;
}

/** A table as Markdown has it, so that it can be pasted into docs/performance.md. */
export function table(head: Row, rows: readonly Row[]): string {
	const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]?.length ?? 0)));
	const line = (row: Row) =>
		`| ${widths.map((width, i) => (row[i] ?? '').padEnd(width)).join(' | ')} |`;
	const rule = line(widths.map((width) => '-'.repeat(width)));
	return [line(head), rule, ...rows.map(line)].join('\n');
}
