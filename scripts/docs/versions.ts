import { readFileSync } from 'node:fs';
import path from 'node:path';
import host from '../../host/package.json';
import { abilities, isOlder } from '../n8n/abilities';
import results from '../n8n/results.json';
import { table } from './table';

interface Outcome {
	passed: number;
	failed: number;
	skipped: number;
}

export const versionsFile = path.join(__dirname, '../../docs/versions.md');

/** The page on versions of n8n as it is, with its tables as `npm run compat` has written them down. */
export function versionsPage(): string {
	const page = readFileSync(versionsFile, 'utf8');
	const seen = table(['n8n', 'e2e files tried', 'passed', 'failed'], tried());
	return filled(filled(page, 'versions', seen), 'limits', table(['before n8n', 'limit'], limits()));
}

const filled = (page: string, name: string, text: string) =>
	page.replace(
		new RegExp(`(<!-- ${name} -->\\n)[^]*?(\\n<!-- end of ${name} -->)`),
		(_, start: string, end: string) => `${start}\n${text}\n${end}`,
	);

function tried(): string[][] {
	const versions: [string, Record<string, Outcome>][] = Object.entries(results);
	const newest = host.dependencies.n8n;
	const older = versions
		.filter(([version]) => version !== newest)
		.sort(([a], [b]) => (isOlder(a, b) ? 1 : -1))
		.map(([version, files]) => {
			const sum = (key: keyof Outcome) =>
				String(Object.values(files).reduce((total, outcome) => total + outcome[key], 0));
			return [version, Object.keys(files).join(', '), sum('passed'), sum('failed')];
		});
	return [[newest, 'all of them, by `npm test`', '', ''], ...older];
}

const limits = () =>
	Object.values(abilities)
		.sort((a, b) => (isOlder(a.since, b.since) ? 1 : -1))
		.map(({ since, without }) => [since, without]);
