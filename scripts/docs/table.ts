type Row = readonly string[];

/** A table as Markdown has it, with its columns in line. */
export function table(head: Row, rows: readonly Row[]): string {
	const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]?.length ?? 0)));
	const line = (row: Row) =>
		`| ${widths.map((width, i) => (row[i] ?? '').padEnd(width)).join(' | ')} |`;
	const rule = line(widths.map((width) => '-'.repeat(width)));
	return [line(head), rule, ...rows.map(line)].join('\n');
}
