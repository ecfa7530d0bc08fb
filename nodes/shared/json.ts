const MAX_DEPTH = 64;

/** JSON that nests so deeply that it cannot be walked safely. */
export class NestsTooDeeply extends SyntaxError {
	constructor() {
		super(`The JSON is nested more than ${MAX_DEPTH} levels deep`);
	}
}

/**
 * An integer of 16 or more digits that is not part of a fraction or an exponent, or what the reader
 * must know to tell text from numbers: a quote, and an escape that may hide one.
 */
const LONG_INTEGER_OR_QUOTE = /\\[^]|"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;

/**
 * JSON from bytes, without rounding: an integer beyond 2^53 becomes a string of its exact digits. A
 * byte order mark is skipped. Nesting of more than 64 levels is refused, because what cannot be
 * walked safely cannot be passed on safely.
 *
 * @throws SyntaxError when the bytes are not JSON or nest too deeply
 */
export function readJson(bytes: Buffer): unknown {
	const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
	const value: unknown = JSON.parse(text);
	// Looked for among the values, not in the text: that costs less, and quotes would turn other text
	// into JSON. Few deliveries have such a number, so few are read a second time.
	return hasLongNumber(value, MAX_DEPTH) ? JSON.parse(quoteLongIntegers(text)) : value;
}

function quoteLongIntegers(text: string): string {
	let insideText = false;
	return text.replace(LONG_INTEGER_OR_QUOTE, (token) => {
		if (token === '"') insideText = !insideText;
		const isInteger = !insideText && token !== '"' && !token.startsWith('\\');
		return isInteger && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token;
	});
}

/**
 * Whether a number is beyond 2^53, where integers are rounded.
 *
 * @throws SyntaxError below the given number of levels
 */
function hasLongNumber(value: unknown, levels: number): boolean {
	if (typeof value === 'number') return Math.abs(value) > Number.MAX_SAFE_INTEGER;
	if (typeof value !== 'object' || value === null) return false;
	if (levels === 0) throw new NestsTooDeeply();
	let found = false;
	// To the end, even when one is found: the depth of the rest counts, too.
	for (const child of Object.values(value)) found = hasLongNumber(child, levels - 1) || found;
	return found;
}
