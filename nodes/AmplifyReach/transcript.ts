import { isObject } from '../shared/fields';

/**
 * A transcript as lines of plain text. AmplifyReach's example holds only a placeholder, so it may be
 * text, HTML, JSON in a text, or a list.
 */
export const linesIn = (transcript: unknown): string[] =>
	textsIn(unpacked(transcript))
		.flatMap((text) => text.split(/\r?\n/))
		.filter((line) => line.trim() !== '');

/** JSON that came as text counts as what it contains. */
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

function textsIn(value: unknown, depth = 0): string[] {
	if (depth > MAX_DEPTH) return [];
	if (typeof value === 'string') return [withoutTags(value)];
	if (Array.isArray(value)) return value.flatMap((entry) => textsIn(entry, depth + 1));
	if (!isObject(value)) return [];
	// Which keys an entry has is not documented, so its texts are output in order: who, then what.
	const texts = Object.values(value).filter(
		(one) => typeof one === 'string' || typeof one === 'number',
	);
	const line = texts.map((text) => withoutTags(String(text))).join(': ');
	const lists = Object.values(value).filter((one) => typeof one === 'object');
	return [...(line === '' ? [] : [line]), ...lists.flatMap((list) => textsIn(list, depth + 1))];
}

/** The elements of a page of text; anything else in angle brackets was written that way. */
const ELEMENTS = [
	'a|abbr|address|article|aside|audio|b|blockquote|body|br|button|caption|center|cite|code|col',
	'colgroup|dd|del|details|div|dl|dt|em|figcaption|figure|font|footer|form|h[1-6]|head|header|hr',
	'html|i|iframe|img|input|ins|kbd|label|li|link|main|mark|meta|nav|ol|optgroup|option|p|picture',
	'pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg',
	'table|tbody|td|textarea|tfoot|th|thead|time|title|tr|tt|u|ul|var|video',
].join('|');
/** An end, or a first attribute with a value: `a<b and c>d` is a comparison. */
const REST = String.raw`(?:\s*/?|\s+[\w:-]+\s*=[^<>]*)>`;
const TAG = new RegExp(`</?(?:${ELEMENTS})${REST}`, 'gi');
const LINE_END = new RegExp(`<(?:br|/p|/div|/li|/tr|/h[1-6])${REST}`, 'gi');

const ENTITIES: Readonly<Record<string, string>> = {
	'&amp;': '&',
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&#39;': "'",
	'&nbsp;': ' ',
};

/** HTML loses its tags; a text without any is left as it is, including its ampersands. */
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
