/** A line of a transcript with who said it, where that is known; JavaScript of an expression. */
export const lineOf = (who: string, text: string) => `[${who}, ${text}].filter(Boolean).join(': ')`;

const LINES = 100;
const LETTERS = 1000;

/**
 * What was said, the last lines of it, each cut to a length and none of which can pass for several:
 * a visitor could write one in the name of an agent.
 */
export const talkOf = (transcript: string, { lines = LINES, letters = LETTERS } = {}) =>
	`(${transcript} ?? []).filter(({ text }) => text).slice(-${lines}).map(({ text, from, name }) => ${lineOf('name ?? from', `text.slice(0, ${letters}).replaceAll('\\n', ' ')`)})`;
