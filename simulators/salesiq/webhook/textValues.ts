/** The value with every flag and number in it as text, as Zoho writes them at will. */
export function textValues(value: unknown): unknown {
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (Array.isArray(value)) return value.map(textValues);
	if (value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
	return Object.fromEntries(
		Object.entries(value as object).map(([name, part]) => [name, textValues(part)]),
	);
}
