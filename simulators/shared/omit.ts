/** A copy without those keys. */
export function omit<Row extends object, Key extends keyof Row>(
	row: Row,
	...keys: Key[]
): Omit<Row, Key> {
	const entries = Object.entries(row).filter(([key]) => !(keys as string[]).includes(key));
	return Object.fromEntries(entries) as Omit<Row, Key>;
}
