import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { choicesOf, descriptionsOf, labelsIn, operationsOf } from '../../support/descriptions';
import { tableUnder, textOfPage } from '../../support/docs';
import { elsewhere } from './elsewhere';

const root = path.join(__dirname, '../../..');

const vendors = [
	{ page: 'docs/amplifyreach.md', folder: 'AmplifyReach', name: 'AmplifyReach' },
	{ page: 'docs/iadvize.md', folder: 'Iadvize', name: 'iAdvize' },
	{ page: 'docs/messangi.md', folder: 'Messangi', name: 'Messangi' },
	{ page: 'docs/swiftsell.md', folder: 'Swiftsell', name: 'Swiftsell' },
	{ page: 'docs/zoho-salesiq.md', folder: 'ZohoSalesIq', name: 'SalesIQ' },
];

/** Names in one cell: "Get, Get Many: what they do" are two. */
const namesIn = (cell = '') =>
	cell
		.replace(/[:(].*$/, '')
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');

const templates = readdirSync(path.join(root, 'templates'))
	.filter((file) => file.endsWith('.json'))
	.map((file) => {
		const text = readFileSync(path.join(root, 'templates', file), 'utf8');
		return { file, name: (JSON.parse(text) as { name: string }).name };
	});

/** Words in italics, those in code left out. */
const italicsOf = (page: string) =>
	[
		...textOfPage(page)
			.replace(/```[^]*?```/g, '')
			.replace(/`[^`\n]*`/g, '')
			.matchAll(/(?<![\w*])_([^_\n]+)_(?!\w)/g),
	].map(([, words = '']) => words);

describe.each(vendors)('$page', ({ page, folder, name }) => {
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

	test('what it quotes in italics is a label or a message of ours, or known from elsewhere', () => {
		const labels = new Set([
			...nodes.flatMap((node) => [node.displayName, ...labelsIn(node.properties)]),
			...credentials.flatMap(({ displayName, properties }) => [
				displayName,
				...labelsIn(properties),
			]),
			...actions.flatMap(operationsOf),
			...templates.map((template) => template.name),
			...elsewhere,
		]);
		const isLabel = (words: string) =>
			labels.has(words) ||
			words.split(/ > |: /).every((part) => labels.has(part)) ||
			[...labels].some((label) => label.endsWith(`(${words})`));
		// What the code fills in is written as three dots, and may be the name of the vendor.
		const isMessage = (words: string) =>
			words.split(' ').length > 2 &&
			words
				.split('…')
				.map((part) => part.trim())
				.every((part) => sources.includes(part) || sources.includes(part.replace(name, '').trim()));
		const unknown = italicsOf(page).filter((words) => !isLabel(words) && !isMessage(words));
		expect(unknown).toEqual([]);
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
		const files = [...textOfPage(page).matchAll(/`([\w-]+\.json)`/g)].map(([, file]) => file);
		const known = templates.map(({ file }) => file);
		expect(files.filter((file) => !known.includes(file ?? ''))).toEqual([]);
		for (const file of files)
			expect(existsSync(path.join(root, 'templates', file ?? ''))).toBe(true);
	});
});
