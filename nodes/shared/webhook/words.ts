/** What a user entered as one text: words may hold blanks, so only a comma or a line separates. */
export const wordsIn = (text = ''): string[] =>
	text
		.split(/[,;\n]/)
		.map((word) => word.trim())
		.filter((word) => word !== '');

/** The same of what holds no blank, such as IDs. */
export const idsIn = (text = ''): string[] => text.split(/[\s,;]+/).filter((id) => id !== '');
