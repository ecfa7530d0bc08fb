import { existsSync } from 'node:fs';
import path from 'node:path';
import { choicesOf, descriptionsOf, operationsOf } from '../../support/descriptions';
import { tableUnder, textOfPage, vendorPages } from '../../support/docs';

const root = path.join(__dirname, '../../..');

/** Names in one cell: "Get, Get Many: what they do" are two. */
const namesIn = (cell = '') =>
	cell
		.replace(/[:(].*$/, '')
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');

describe.each(vendorPages)('$page', ({ page, folder }) => {
	const { nodes, credentials, sources } = descriptionsOf(folder);
	const triggers = nodes.filter(({ group }) => group.includes('trigger'));
	const actions = nodes.filter(({ group }) => !group.includes('trigger'));
	const trigger = triggers.find((one) => choicesOf(one, 'events').length > 0);

	test('its table of events has those of the trigger, in whatever order', () => {
		const [, ...rows] = tableUnder(page, /^## What the triggers? hears?$/);
		const events = trigger ? choicesOf(trigger, 'events') : [];
		expect(events.length).toBeGreaterThan(1);
		expect(rows.map(([event]) => event).sort()).toEqual(events.sort());
	});

	test('its table of filters has those of the trigger', () => {
		const [, ...rows] = tableUnder(page, /^## Filters$/);
		const filters = trigger ? choicesOf(trigger, 'filters') : [];
		expect(filters.length).toBeGreaterThan(1);
		expect(rows.flatMap(([filter]) => namesIn(filter)).sort()).toEqual(filters.sort());
	});

	test('its table of actions has every operation, and no other', () => {
		const known = actions.flatMap(operationsOf);
		if (known.length === 0) {
			expect(textOfPage(page)).toContain('**There is no action node.**');
			return;
		}
		const [head = [], ...rows] = tableUnder(page, /^## What the actions do$/);
		const columns = head.flatMap((cell, i) => (/operations|documented/.test(cell) ? [i] : []));
		const told = rows.flatMap(([resources, ...cells]) =>
			namesIn(resources).flatMap((resource) =>
				columns.flatMap((i) => namesIn(cells[i - 1]).map((one) => `${resource}: ${one}`)),
			),
		);
		expect(told.sort()).toEqual(known.sort());
	});

	test('it names every credential, and every field of them', () => {
		const text = textOfPage(page);
		const fields = credentials.flatMap(({ displayName, properties }) => [
			displayName,
			...properties
				.filter(({ type }) => type !== 'hidden' && type !== 'notice')
				.map((property) => property.displayName),
		]);
		expect(fields.filter((field) => !text.includes(field))).toEqual([]);
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
