import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { vendors } from '../../scripts/vendors';

const root = path.join(__dirname, '../..');

/** The front page, that of those who work on it, and every page behind them, as paths in the repository. */
export const pages: readonly string[] = [
	'README.md',
	'CONTRIBUTING.md',
	...readdirSync(path.join(root, 'docs'))
		.filter((file) => file.endsWith('.md'))
		.map((file) => `docs/${file}`),
];

/** The pages of the vendors, and where their nodes are. */
export const vendorPages = vendors.map(({ page, ...vendor }) => ({
	...vendor,
	page: `docs/${page}.md`,
}));

export const textOfPage = (page: string) => readFileSync(path.join(root, page), 'utf8');

/** The lines of all fenced blocks of a language, without comments and indentation. */
export function linesIn(page: string, language: 'sh' | 'dockerfile'): string[] {
	const fences = new RegExp(`^ *\`\`\`${language}\\n([^]*?)^ *\`\`\`$`, 'gm');
	return [...textOfPage(page).matchAll(fences)].flatMap(([, block = '']) =>
		block
			.split('\n')
			.map((line) => line.replace(/(^|\s)#.*$/, '').trim())
			.filter((line) => line !== ''),
	);
}

/** Every command that the docs tell a reader to type. */
export const commands: readonly string[] = [
	...new Set(pages.flatMap((page) => linesIn(page, 'sh'))),
];

/** A Markdown table as rows of cells, the first of which are its heads. */
export function tableUnder(page: string, heading: RegExp): string[][] {
	const lines = textOfPage(page).split('\n');
	const start = lines.findIndex((line) => line.startsWith('#') && heading.test(line));
	if (start < 0) throw new Error(`${page} has no heading ${String(heading)}`);
	const end = lines.findIndex((line, index) => index > start && /^#+ /.test(line));
	return rowsIn(lines.slice(start, end < 0 ? undefined : end).join('\n'));
}

/** All rows of tables in a text, those of dashes left out. */
export const rowsIn = (text: string): string[][] =>
	text
		.split('\n')
		.filter((line) => line.startsWith('|'))
		.map(cellsOf)
		.filter((row) => !row.every((cell) => /^-+$/.test(cell)));

const cellsOf = (line: string) =>
	line
		.split('|')
		.slice(1, -1)
		.map((cell) => cell.trim());
