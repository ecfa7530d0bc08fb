/** Whether a value is a JSON object: not a list, not null. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object found at a place of a payload; an empty one if there is none. */
export const partOf = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {});

/**
 * What a list of one holds, and anything else as it is: with several, it is not known which is
 * meant.
 */
export const onlyOf = (value: unknown): unknown =>
	Array.isArray(value) && value.length === 1 ? (value as unknown[])[0] : value;

/** Identifiers and texts of a payload as text; anything else, and emptiness, as null. */
export function textOf(value: unknown): string | null {
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	return typeof value === 'string' && value !== '' ? value : null;
}

/** A text without the blanks of a careless paste; "" for anything else. */
export const trimmed = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** A word of a payload to compare by, in lower case; null when there is none. */
export const wordOf = (value: unknown): string | null =>
	textOf(value)?.trim().toLowerCase() ?? null;

/** A finite number, or null; some vendors write numbers as text at times. */
export function numberOf(value: unknown): number | null {
	if (typeof value === 'string')
		return /^-?\d{1,15}(\.\d{1,15})?$/.test(value) ? Number(value) : null;
	return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A yes or no, or null; some vendors write it as text. */
export function flagOf(value: unknown): boolean | null {
	if (value === true || value === 'true') return true;
	return value === false || value === 'false' ? false : null;
}

/** A date as `Date` would write it. Days from the 29th are left out: not every month has them. */
const UTC = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3])(:[0-5]\d){2}\.\d{3}Z$/;

// Capped, and from the start: a text of nothing but T would be searched once for each of them.
const WITH_ZONE = /^[^T]{0,32}T.{0,48}(?:Z|[+-]\d{2}:?\d{2})$/;

/** Dates with a zone as ISO 8601 in UTC. A date without one could mean any hour, so it is null. */
export function utcOf(value: unknown): string | null {
	if (typeof value !== 'string' || !WITH_ZONE.test(value)) return null;
	// Taking a date apart and rewriting it costs more than the rest of an event.
	if (UTC.test(value)) return value;
	const date = new Date(value);
	return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/**
 * Milliseconds since 1970, as number or text, as ISO 8601 in UTC. Null for anything before 1973: no
 * chat is as old, so it stands for no time, or counts in seconds.
 */
export function utcOfMs(value: unknown): string | null {
	const ms = /^[1-9]\d{11,14}$/.test(textOf(value) ?? '') ? new Date(Number(value)) : undefined;
	return ms && !Number.isNaN(ms.getTime()) ? ms.toISOString() : null;
}

/** A list as it is; anything else is an empty one. */
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The parts of a name as one; null when there are none. */
export const nameOf = (...parts: unknown[]): string | null =>
	parts.map(textOf).filter(Boolean).join(' ') || null;
