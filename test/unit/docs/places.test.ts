import { existsSync } from 'node:fs';
import path from 'node:path';
import { textOfPage, vendorPages } from '../../support/docs';

const root = path.join(__dirname, '../../..');

/** Paths in code; a page for engineers may leave open which vendor it speaks of. */
const placesIn = (page: string) =>
	[...textOfPage(page).matchAll(/`((?:[\w.<>-]+\/)+[\w.<>-]+)`/g)].map(([, place = '']) => place);

/** Of which vendors is it true? A folder in lower case is that of simulators, tests and pages. */
function vendorsWith(place: string): string[] {
	return vendorPages.flatMap(({ folder, page, simulator }) => {
		const name = place.startsWith('docs/') ? path.basename(page, '.md') : simulator;
		const file = place.replace('<Vendor>', folder).replace('<vendor>', name);
		return existsSync(path.join(root, file)) ? [folder] : [];
	});
}

test.each(['CONTRIBUTING.md', 'docs/architecture.md'])(
	'every place that %s names is there',
	(page) => {
		const places = placesIn(page).filter((place) => !place.startsWith('resources/'));
		expect(places.length).toBeGreaterThan(5);
		expect(places.filter((place) => vendorsWith(place).length === 0)).toEqual([]);
	},
);

const hasActions = (folder: string) =>
	existsSync(path.join(root, 'nodes', folder, `${folder}.node.ts`));

test('what a recipe says of a vendor is true of each one with actions', () => {
	const open = placesIn('CONTRIBUTING.md').filter((place) => /<vendor>/i.test(place));
	expect(open.length).toBeGreaterThan(5);
	const missing = open.flatMap((place) =>
		vendorPages
			.filter(({ folder }) => hasActions(folder) && !vendorsWith(place).includes(folder))
			.map(({ folder }) => `${folder}: ${place}`),
	);
	expect(missing).toEqual([]);
});
