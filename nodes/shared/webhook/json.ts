const MAX_DEPTH = 64;

/**
 * An integer of 16 or more digits that is not part of a fraction or an exponent, or what the reader
 * must know to tell text from numbers: a quote, and an escape that may hide one.
 */
const LONG_INTEGER_OR_QUOTE = /\\[^]|"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;

/**
 * JSON from bytes, without rounding: an integer beyond 2^53 becomes a string of its exact digits.
 * A byte order mark is passed over. Nesting of more than 64 levels is refused, because what cannot
 * be walked safely cannot be handed on safely.
 *
 * @throws SyntaxError when the bytes are no JSON or nest too deeply
 */
export function readJson(bytes: Buffer): unknown {
	const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
	let value: unknown = JSON.parse(text);
	// Only once the text is known to be JSON: quotes can make JSON of what is none.
	if (/\d{16}/.test(text)) value = JSON.parse(quoteLongIntegers(text));
	if (isDeeperThan(value, MAX_DEPTH)) {
		throw new SyntaxError(`JSON nests more than ${MAX_DEPTH} levels deep`);
	}
	return value;
}

function quoteLongIntegers(text: string): string {
	let insideText = false;
	return text.replace(LONG_INTEGER_OR_QUOTE, (token) => {
		if (token === '"') insideText = !insideText;
		const isInteger = !insideText && token !== '"' && !token.startsWith('\\');
		return isInteger && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token;
	});
}

function isDeeperThan(value: unknown, levels: number): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return levels === 0 || Object.values(value).some((child) => isDeeperThan(child, levels - 1));
}
