import { isObject } from '../shared/fields';

/**
 * A transcript as plain text. AmplifyReach's example holds only a placeholder, so it may be text,
 * HTML, JSON in a text, or a list: each entry of a list becomes a line.
 *
 * @returns null when there is no text in it
 */
export function plainText(transcript: unknown): string | null {
	const text = linesOf(unpacked(transcript)).join('\n').trim();
	return text === '' ? null : text;
}

/** JSON that came as a text is what it holds. */
function unpacked(value: unknown): unknown {
	if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
	try {
		return JSON.parse(value);
	} catch {
		return value;
	}
}

// Deeper than any transcript; what a stranger wrote must not end in a stack overflow.
const MAX_DEPTH = 16;

function linesOf(value: unknown, depth = 0): string[] {
	if (depth > MAX_DEPTH) return [];
	if (typeof value === 'string') return [withoutTags(value)];
	if (Array.isArray(value)) return value.flatMap((entry) => linesOf(entry, depth + 1));
	if (!isObject(value)) return [];
	// Which keys an entry has is not documented, so its texts are told in their order: who, then what.
	const texts = Object.values(value).filter(
		(one) => typeof one === 'string' || typeof one === 'number',
	);
	const line = texts.map((text) => withoutTags(String(text))).join(': ');
	const lists = Object.values(value).filter((one) => typeof one === 'object');
	return [...(line === '' ? [] : [line]), ...lists.flatMap((list) => linesOf(list, depth + 1))];
}

const TAG = /<\/?[a-z][^<>]*>/gi;
const LINE_END = /<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6])\b[^<>]*>/gi;

const ENTITIES: Readonly<Record<string, string>> = {
	'&amp;': '&',
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&#39;': "'",
	'&nbsp;': ' ',
};

/** HTML loses its tags; a text without any is left as it is, its ampersands, too. */
function withoutTags(text: string): string {
	if (text.search(TAG) < 0) return text;
	return text
		.replace(LINE_END, '\n')
		.replace(TAG, '')
		.replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => ENTITIES[entity] ?? entity)
		.replace(/[^\S\n]+/g, ' ')
		.replace(/ ?\n[ \n]*/g, '\n')
		.trim();
}
