/** A JSON object of which nothing is known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value that `text` spells; undefined where it is no JSON. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** The value at a path of keys; undefined where one of them is missing. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
	return path.reduce<unknown>((part, key) => (isObject(part) ? part[key] : undefined), value);
}

/** The text at a path of keys; empty where there is none. */
export function textAt(value: unknown, ...path: readonly string[]): string {
	const found = valueAt(value, ...path);
	return typeof found === 'string' ? found : '';
}
