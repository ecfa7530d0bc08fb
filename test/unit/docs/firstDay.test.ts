import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkRow } from '../../../nodes/shared/operations/checkAccount';
import { issueForm } from '../../../scripts/docs/issueForm';
import { descriptionsOf, operationsOf } from '../../support/descriptions';
import { tableUnder, textOfPage, vendorPages } from '../../support/docs';

const PAGE = 'docs/first-day.md';
const FORM = '.github/ISSUE_TEMPLATE/account-check.yml';
const textOf = (file: string) => readFileSync(path.join(__dirname, '../../..', file), 'utf8');

test('the page explains every column and every result', () => {
	const [, ...rows] = tableUnder(PAGE, /^## Check the account$/);
	const named = rows.map(([cell = '']) => cell.replaceAll('`', ''));
	const results: readonly string[] = checkRow.shape.result.options;
	expect(named).toEqual(['column', ...Object.keys(checkRow.shape), 'result', ...results].slice(1));
});

test('it says what is checked, for every vendor that has the check, and for no other', () => {
	const [, ...rows] = tableUnder(PAGE, /^## What is checked$/);
	const told = rows.map(([cell = '']) => /\]\(([\w-]+\.md)\)/.exec(cell)?.[1]);
	const having = vendorPages.filter(({ folder }) =>
		descriptionsOf(folder).nodes.flatMap(operationsOf).includes('Account: Check'),
	);
	expect(told.sort()).toEqual(having.map(({ page }) => path.basename(page)).sort());
});

test('rows are sent by a form that is there, and takes them of every vendor', () => {
	const [, file] = /issues\/new\?template=([\w-]+\.yml)/.exec(textOfPage(PAGE)) ?? [];
	expect(file).toBe(path.basename(FORM));
	expect(existsSync(path.join(__dirname, '../../..', FORM))).toBe(true);
	const form = textOf(FORM);
	// Written by "npm run docs".
	expect(form).toBe(issueForm());
	for (const { name } of vendorPages) expect(form).toContain(`\n        - ${name}\n`);
	for (const id of ['vendor', 'rows', 'n8n']) expect(form).toContain(`id: ${id}\n`);
});

test.each(['README.md', ...vendorPages.map(({ page }) => page)])('%s leads to it', (page) => {
	expect(textOfPage(page)).toMatch(/\]\((docs\/)?first-day\.md[)#]/);
});
