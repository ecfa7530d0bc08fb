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

/** The same JSON laid out for a person to read. */
export function layOut(json: string): string {
	return JSON.stringify(JSON.parse(json), null, 2);
}

/** The value under a key; undefined where there is none. */
export function valueAt(value: unknown, key: string): unknown {
	return isObject(value) ? value[key] : undefined;
}

/** The text under a key; empty where there is none. */
export function textAt(value: unknown, key: string): string {
	const found = valueAt(value, key);
	return typeof found === 'string' ? found : '';
}
