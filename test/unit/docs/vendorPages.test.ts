import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { conversationEvent } from '../../../nodes/shared/conversation';
import { mockData } from '../../../scripts/docs/mockData';
import { vendorPage } from '../../../scripts/docs/vendorPage';
import { descriptionsOf } from '../../support/descriptions';
import { rowsIn, tableUnder, textOfPage, vendorPages } from '../../support/docs';

const root = path.join(__dirname, '../../..');

describe.each(vendorPages)('$page', ({ page, ...vendor }) => {
	const { nodes, sources } = descriptionsOf(vendor.folder);

	test('is what "npm run docs" writes', () => {
		expect(textOfPage(page)).toBe(vendorPage({ ...vendor, page: path.basename(page, '.md') }));
	});

	/** Cells of the table between two markers. */
	const written = (name: string) => {
		const part = new RegExp(`<!-- ${name} -->([^]*)<!-- end of ${name} -->`);
		const [, text = ''] = part.exec(textOfPage(page)) ?? [];
		return rowsIn(text);
	};

	test('lists events, filters, credentials and, if there are any, operations, with what each is', () => {
		const hasActions = nodes.some(({ group }) => !group.includes('trigger'));
		if (!hasActions) expect(textOfPage(page)).toContain('**There is no action node.**');
		const wanted = ['events', 'filters', 'credentials', ...(hasActions ? ['operations'] : [])];
		for (const name of wanted) {
			const [head = [], ...rows] = written(name);
			const told = head.findIndex((cell) => /^(when|what)/.test(cell));
			expect(rows.length).toBeGreaterThan(1);
			expect(rows.filter((cells) => cells[told] === '')).toEqual([]);
		}
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

test('the mock data is what "npm run docs" writes: items that the schema takes', () => {
	expect(mockData.size).toBeGreaterThan(35);
	for (const [file, text] of mockData) {
		expect(textOfPage(`docs/${file}`)).toBe(text);
		const items = JSON.parse(text) as object[];
		// What it is comes before the details, as in the schema.
		const names = Object.keys(conversationEvent.shape);
		for (const item of items) expect(Object.keys(item).slice(0, names.length)).toEqual(names);
		expect(z.array(conversationEvent).nonempty().safeParse(items).error).toBeUndefined();
	}
	const there = readdirSync(path.join(root, 'docs/events'), { recursive: true, encoding: 'utf8' });
	expect(there.filter((file) => file.endsWith('.json'))).toHaveLength(mockData.size);
});
