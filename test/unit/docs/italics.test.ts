import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { descriptionsOf, labelsIn, operationsOf } from '../../support/descriptions';
import { pages, textOfPage, vendorPages } from '../../support/docs';

const folder = path.join(__dirname, '../../../templates');
const templates = readdirSync(folder)
	.filter((file) => file.endsWith('.json'))
	.map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as { name: string });

/** Words in italics; those in code are left out. */
const italicsOf = (page: string) =>
	[
		...textOfPage(page)
			.replace(/```[^]*?```/g, '')
			.replace(/`[^`\n]*`/g, '')
			.matchAll(/(?<![\w*])_([^_\n]+)_(?!\w)/g),
	].map(([, words = '']) => words);

/** What a vendor's nodes show: words that stand somewhere as they are. */
function labelsOf({ nodes, credentials }: ReturnType<typeof descriptionsOf>): string[] {
	return [
		...nodes.flatMap((node) => [
			node.displayName,
			...labelsIn(node.properties),
			...operationsOf(node),
		]),
		...credentials.flatMap(({ displayName, properties }) => [displayName, ...labelsIn(properties)]),
	];
}

function isLabel(words: string, labels: ReadonlySet<string>): boolean {
	const isMark = [...labels].some((label) => label.endsWith(`(${words})`));
	return isMark || labels.has(words) || words.split(/ > |: /).every((part) => labels.has(part));
}

/** What the code fills in is written as three dots, and may be the name of the vendor. */
const isMessage = (words: string, sources: string, vendor: string) =>
	words.split(' ').length > 2 &&
	words
		.split('…')
		.map((part) => part.trim())
		.every((part) => sources.includes(part) || sources.includes(part.replace(vendor, '').trim()));

test.each(pages)('what %s has in italics is a label or a message of the pack', (page) => {
	const vendors = vendorPages.filter((vendor) => vendor.page === page);
	const shown = (vendors.length > 0 ? vendors : vendorPages).map(
		({ folder: nodes, shortName: name }) => ({
			name,
			...descriptionsOf(nodes),
		}),
	);
	const labels = new Set([...shown.flatMap(labelsOf), ...templates.map(({ name }) => name)]);
	const unknown = italicsOf(page).filter(
		(words) =>
			!isLabel(words, labels) &&
			!shown.some(({ sources, name }) => isMessage(words, sources, name)),
	);
	expect(unknown).toEqual([]);
});
