import type { Selection, Span } from './readText';

/** What replaces a piece of text. */
export interface Edit extends Span {
	text: string;
}

/** Older names of a field, the newest first (iAdvize, type Conversation). */
const older: Readonly<Record<string, readonly string[]>> = {
	'Conversation.visitor': ['visitors', 'conversationVisitors'],
};

export const otherNames = (place: string) => older[place] ?? [];

/** Another field in the place of one, under its usual name in the answer. */
export const underAlias = ({ name, start, nameEnd }: Selection, actual: string): Edit => ({
	start,
	end: nameEnd,
	text: `${name}: ${actual}`,
});

/** A text that an account understands; undefined where nothing of it would be left. */
export interface Adapted {
	text: string | undefined;
	/** What the account does not have, and the text does without: `Visitor.email`. */
	missing: string[];
}

/** The text with all edits made; those inside another one go with it. */
export function edited(text: string, edits: readonly Edit[]): string {
	const inOrder = [...edits].sort((a, b) => a.start - b.start || b.end - a.end);
	let written = '';
	let at = 0;
	for (const { start, end, text: by } of inOrder) {
		if (start < at) continue;
		written += text.slice(at, start) + by;
		at = end;
	}
	return written + text.slice(at);
}
