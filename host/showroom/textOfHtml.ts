const ENTITIES: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
};

/** What a reader sees of a piece of HTML that has no more than text, breaks and simple marks. */
export const textOfHtml = (html: string): string =>
	html
		.replaceAll(/<br\s*\/?>|<\/(?:p|div|li)>/gi, '\n')
		.replaceAll(/<[^>]*>/g, '')
		.replaceAll(/&(?:#(\d{1,6})|(\w+));/g, (entity, code: string | undefined, name: string) =>
			code === undefined ? (ENTITIES[name] ?? entity) : String.fromCodePoint(Number(code)),
		)
		.trim();
