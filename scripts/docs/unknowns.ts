import path from 'node:path';
import { ofEachVendor } from '../vendors';
import { table } from './table';
import type { Proving, Unknown } from './unknowns/unknown';

/** Each vendor's part of the page. */
export const parts = ofEachVendor<{ unknowns: readonly Unknown[]; proving: Proving }>(
	path.join(__dirname, 'unknowns'),
);

const partOf = ({ vendor, proving, unknowns }: (typeof parts)[number]): string[] => {
	const { job, jobTest, ways = '' } = proving;
	const test = `test/integration/${vendor.simulator}/unknowns.test.ts`;
	const inN8n = `test/e2e/unknowns-${jobTest}.test.ts`;
	const head = ['what is not known', 'the other way round', 'way in', 'way out', 'by'];
	const rows = unknowns.map(({ fact, otherWay, wayIn, wayOut, by }) => {
		return [fact, otherWay, wayIn, wayOut, by];
	});
	const shown = `Shown by [${test}](../${test}), and with the template [${job}](../templates/${job}.json) in a real n8n by [${inN8n}](../${inN8n}).${ways}`;
	return [`## ${vendor.name}`, shown, table(head, rows)];
};

export const unknownsFile = path.join(__dirname, '../../docs/unknowns.md');

/** The page as Markdown. */
export const unknownsPage = (): string =>
	`${[
		'# What is not known, and what comes of it',
		'Written by `npm run docs` from the table that the tests use; do not edit. What a vendor does not document is a setting of its simulator. Each is set the other way round, and then the nodes are run: the trigger is published, called by the vendor and by a stranger, and unpublished; _Complete Event_ looks up the conversation. No row may end in a dead end: it works, works in a second way, or a sentence says why not. [The first day](first-day.md) says how to find out how your account behaves.',
		...parts.flatMap(partOf),
		'What is not in these tables is on the vendors’ pages, under "Not verified against a live account".',
	].join('\n\n')}\n`;
