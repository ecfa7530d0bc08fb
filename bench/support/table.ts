/** Figures are printed as docs/performance.md has them, to be pasted there. */
export { table } from '../../scripts/docs/table';

/** The value that `share` of all are not above: 0.99 for the 99th percentile. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** The middle of an odd number of values. */
export const median = (values: readonly number[]) => percentile(values, 0.5);

/** How many times as much each value is as the other one of its round. */
export const ratios = (values: readonly number[], others: readonly number[]) =>
	values.map((value, round) => value / (others[round] ?? NaN));

/** "40", "1,020" or "5.4": as many digits as mean something. */
export const figure = (value: number, digits = 0) =>
	value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** The median, and the lowest and highest behind it. */
export function spread(values: readonly number[], digits = 0): string {
	const [low, high] = [Math.min(...values), Math.max(...values)];
	return `${figure(median(values), digits)} (${figure(low, digits)} to ${figure(high, digits)})`;
}
