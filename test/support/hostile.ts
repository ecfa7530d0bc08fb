import fc from 'fast-check';

/** What a stranger makes of a genuine value: every leaf, or every branch, becomes something else. */

export const nullEverywhere = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(nullEverywhere);
	if (typeof value !== 'object' || value === null) return null;
	return Object.fromEntries(
		Object.entries(value).map(([name, child]) => [name, nullEverywhere(child)]),
	);
};

export const wrongTypes = (value: unknown): unknown => {
	if (Array.isArray(value)) return { list: value.map(wrongTypes) };
	if (typeof value === 'string') return [value.length];
	if (typeof value !== 'object' || value === null) return 'text';
	return Object.fromEntries(
		Object.entries(value).map(([name, child]) => [name, wrongTypes(child)]),
	);
};

/** The value with one of its parts, at any depth, replaced by each of the replacements. */
export function* mutations(value: unknown, replacements: readonly unknown[]): Generator {
	yield* replacements;
	if (typeof value !== 'object' || value === null) return;
	for (const [name, child] of Object.entries(value)) {
		for (const changed of mutations(child, replacements)) {
			yield Array.isArray(value)
				? value.map((one: unknown, index) => (String(index) === name ? changed : one))
				: { ...value, [name]: changed };
		}
	}
}

export const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** Bodies of all kinds: bytes, any JSON, JSON with the vendor's own words at its top, nothing. */
export const anyBody = (names: readonly string[], values: readonly unknown[] = []) => {
	const child = fc.oneof(fc.jsonValue(), fc.constantFrom(...values, null));
	return fc.oneof(
		fc.uint8Array({ maxLength: 2048 }).map((array) => Buffer.from(array)),
		fc.jsonValue().map((value) => Buffer.from(JSON.stringify(value))),
		fc
			.dictionary(fc.constantFrom(...names), child)
			.map((value) => Buffer.from(JSON.stringify(value))),
		fc.constant(Buffer.alloc(0)),
		fc.constant(undefined),
	);
};
