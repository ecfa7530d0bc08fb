import { readFileSync } from 'node:fs';
import path from 'node:path';
import { botSource } from '../../../nodes/AmplifyReach/botSource';
import { amplifyReachSource } from '../../../nodes/AmplifyReach/source';
import { iadvizeSource } from '../../../nodes/Iadvize/source';
import { messangiSource } from '../../../nodes/Messangi/source';
import { swiftsellSource } from '../../../nodes/Swiftsell/source';
import { salesIqSource } from '../../../nodes/ZohoSalesIq/source';
import { tableUnder, textOfPage } from '../../support/docs';

const root = path.join(__dirname, '../../..');

describe('docs/security.md', () => {
	const text = textOfPage('docs/security.md');
	const cited = [...text.matchAll(/\]\(\.\.\/(test\/[^)]+)\)((?:,? `[^`]+`)+)/g)].flatMap(
		([, file = '', titles = '']) =>
			[...titles.matchAll(/`([^`]+)`/g)].map(([, title = '']) => ({ file, title })),
	);

	test('names tests that exist', () => {
		expect(cited.length).toBeGreaterThan(80);
		const missing = cited.filter(
			({ file, title }) => !readFileSync(path.join(root, file), 'utf8').includes(title),
		);
		expect(missing).toEqual([]);
	});

	test('names a title beside every test file', () => {
		const files = text.match(/\]\(\.\.\/test\//g) ?? [];
		const titled = text.match(/\]\(\.\.\/test\/[^)]+\) `/g) ?? [];
		expect(titled.length).toBe(files.length);
	});

	test('has the limits of the sources', () => {
		const mb = ({ maxBodyBytes }: { maxBodyBytes: number }) => `${maxBodyBytes / 1024 / 1024} MB`;
		const [, ...rows] = tableUnder('docs/security.md', /^## Limits/);
		const place = { where: 'query', headerName: '' } as const;
		const bot = { method: 'POST', headerName: '', reply: 'immediately', calledFor: 'immediately' };
		expect(rows).toEqual([
			['iAdvize', mb(iadvizeSource)],
			['AmplifyReach Bot', mb(botSource(bot as Parameters<typeof botSource>[0]))],
			['Zoho SalesIQ', mb(salesIqSource)],
			['AmplifyReach', mb(amplifyReachSource)],
			['Messangi', mb(messangiSource(place))],
			['Swiftsell', mb(swiftsellSource(place))],
		]);
	});

	test('names a test for each statement, but for advice and what no test shows', () => {
		const sections = text.split(/^## /m).slice(1);
		const statements = sections
			.filter((section) => !/^(Secrets in addresses|What no test shows)/.test(section))
			.flatMap((section) => section.match(/^- .*$/gm) ?? []);
		expect(statements.length).toBeGreaterThan(30);
		expect(statements.filter((line) => !/ Shown by \[[^\]]+\]\(\.\.\/test\//.test(line))).toEqual(
			[],
		);
	});
});

test('problems are reported in private, in the repository of the package', () => {
	const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
		author: { email: string };
		repository: { url: string };
	};
	const [, repository = '?'] = /^git\+(.+)\.git$/.exec(manifest.repository.url) ?? [];
	for (const page of ['SECURITY.md', 'docs/security.md']) {
		expect(textOfPage(page)).toContain(`(${repository}/security/advisories/new)`);
	}
	// Such an address reaches nobody.
	expect(manifest.author.email).not.toMatch(/\.(example|invalid|test)$/);
});
