/** A line of a transcript with who said it, where that is known; JavaScript of an expression. */
export const lineOf = (who: string, text: string) => `[${who}, ${text}].filter(Boolean).join(': ')`;

/** What was said, line by line, each to a length; the last lines are the ones that stay. */
export const talkOf = (
	transcript: string,
	{ lines, letters }: { lines?: number; letters?: number } = {},
) => {
	const last = lines === undefined ? '' : `.slice(-${lines})`;
	const cut = letters === undefined ? 'text' : `text.slice(0, ${letters})`;
	return `(${transcript} ?? []).filter(({ text }) => text)${last}.map(({ text, from, name }) => ${lineOf('name ?? from', cut)})`;
};
