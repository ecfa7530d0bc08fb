import { existsSync } from 'node:fs';
import path from 'node:path';
import { vendorPage } from '../../../scripts/docs/vendorPage';
import { descriptionsOf } from '../../support/descriptions';
import { tableUnder, textOfPage, vendorPages } from '../../support/docs';

const root = path.join(__dirname, '../../..');

describe.each(vendorPages)('$page', ({ page, ...vendor }) => {
	const { nodes, sources } = descriptionsOf(vendor.folder);

	test('is what "npm run docs" writes', () => {
		expect(textOfPage(page)).toBe(vendorPage({ ...vendor, page: path.basename(page, '.md') }));
	});

	test('has a table of events, filters and credentials, and of operations, if there are any', () => {
		const hasActions = nodes.some(({ group }) => !group.includes('trigger'));
		if (!hasActions) expect(textOfPage(page)).toContain('**There is no action node.**');
		const wanted = ['events', 'filters', 'credentials', ...(hasActions ? ['operations'] : [])];
		for (const name of wanted) {
			const [, rows = ''] =
				new RegExp(`<!-- ${name} -->([^]*)<!-- end of ${name} -->`).exec(textOfPage(page)) ?? [];
			expect(rows.match(/^\| /gm)?.length).toBeGreaterThan(2);
		}
	});

	test('nothing that it lists is without a description', () => {
		expect(textOfPage(page)).not.toMatch(/<!-- (\w+) -->[^]*\|\s+\|\n[^]*<!-- end of \1 -->/);
	});

	test('the reasons of refusals are those that the code gives', () => {
		const rows = tableUnder(page, /^## How a call is proved genuine$/);
		const reasons = rows.flatMap(([cell = '']) => /^`(.+)`$/.exec(cell)?.[1] ?? []);
		expect(reasons.length).toBeGreaterThan(2);
		expect(reasons.filter((reason) => !sources.includes(`'${reason}'`))).toEqual([]);
	});

	test('it says how to set up, what is proved, what the limits are, and what to do when', () => {
		const headings = textOfPage(page).match(/^## .*$/gm) ?? [];
		for (const wanted of [/Set up/, /proved/, /Filters/, /output/, /Limits/, /wrong/]) {
			expect(headings.filter((heading) => wanted.test(heading))).not.toEqual([]);
		}
		const [head, ...rows] = tableUnder(page, /^## When something is wrong$/);
		expect(head).toEqual(['what you see', 'why', 'what to do']);
		expect(rows.filter((row) => row.length !== 3 || row.includes(''))).toEqual([]);
	});

	test('every file of a template that it names is there', () => {
		const files = [...textOfPage(page).matchAll(/`([\w-]+\.json)`/g)].map(([, file = '']) => file);
		expect(files.filter((file) => !existsSync(path.join(root, 'templates', file)))).toEqual([]);
	});
});
