/** Fields whose values are the vendor's words, not anyone's data. */
const WORDS =
	/^(type|status|state|label|module|object|role|events?|fields|channel|language|scopes?|supported_operations|kind)$/i;

/** Every text and number in some values that would tell of a person or a secret, at any depth. */
export function valuesIn(value: unknown, name = ''): string[] {
	if (typeof value === 'number') return valuesIn(String(value), name);
	if (typeof value === 'string') {
		const isTelling = value.trim().length > 3 && !WORDS.test(name) && !/^(true|false)$/.test(value);
		return isTelling ? [value.trim()] : [];
	}
	if (typeof value !== 'object' || value === null) return [];
	if (Array.isArray(value)) return value.flatMap((part) => valuesIn(part, name));
	return Object.entries(value).flatMap(([field, part]) => valuesIn(part, field));
}

/** Those of the values that stand in a text, whole and not as a part of another word. */
export function foundIn(text: string, values: readonly string[]): string[] {
	const isPart = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}_]/u.test(char);
	return [...new Set(values)].filter((value) => {
		for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
			if (!isPart(text[at - 1]) && !isPart(text[at + value.length])) return true;
		}
		return false;
	});
}
