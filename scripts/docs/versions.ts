import { readFileSync } from 'node:fs';
import path from 'node:path';
import results from '../n8n/results.json';
import { table } from './table';

interface Outcome {
	passed: number;
	failed: number;
	skipped: number;
}

/** What an older n8n lacks; an e2e test says so, in `before` that version. */
const LIMITS = [
	{
		before: '2.14.0',
		says: 'a workflow that a script makes by API has no webhook ID: publishing says what to do',
	},
	{
		before: '2.40.0',
		says: "publishing again registers SalesIQ's webhook anew, and its failed executions are gone",
	},
];

const compare = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });

export const versionsFile = path.join(__dirname, '../../docs/versions.md');

/** The page on versions of n8n as it is, with its table as `npm run compat` has written it down. */
export function versionsPage(): string {
	const tried: [string, Record<string, Outcome>][] = Object.entries(results);
	const rows = tried
		.sort(([a], [b]) => compare(b, a))
		.map(([version, files]) => {
			const outcomes = Object.values(files);
			const sum = (key: keyof Outcome) =>
				String(outcomes.reduce((total, outcome) => total + outcome[key], 0));
			const limits = LIMITS.filter(({ before }) => compare(version, before) < 0);
			return [
				version,
				Object.keys(files).join(', '),
				sum('passed'),
				sum('failed'),
				limits.map(({ says }) => says).join('; ') || 'none known',
			];
		});
	const head = ['n8n', 'e2e files tried', 'passed', 'failed', 'limits'];
	return readFileSync(versionsFile, 'utf8').replace(
		/(<!-- versions -->\n)[^]*?(\n<!-- end of versions -->)/,
		(_, start: string, end: string) => `${start}\n${table(head, rows)}\n${end}`,
	);
}
