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

const security = textOfPage('docs/security.md');
const evidence = textOfPage('docs/evidence.md');

/** The points of a page's lists, the inner lists left out. */
const pointsIn = (text: string) => [...text.matchAll(/^- (.*)$/gm)].map(([, point = '']) => point);

describe('docs/evidence.md', () => {
	test('names tests that exist', () => {
		const cited = [
			...evidence.matchAll(/^ {2}- \[[^\]]+\]\(\.\.\/(test\/[^)]+)\): (`.*`)$/gm),
		].flatMap(([, file = '', titles = '']) =>
			[...titles.matchAll(/`([^`]+)`/g)].map(([, title = '']) => ({ file, title })),
		);
		expect(cited.length).toBeGreaterThan(80);
		const missing = cited.filter(
			({ file, title }) => !readFileSync(path.join(root, file), 'utf8').includes(title),
		);
		expect(missing).toEqual([]);
	});

	test('has a test for each of its statements', () => {
		const bare = evidence
			.split(/^(?=- )/m)
			.slice(1)
			.filter((statement) => !/^ {2}- \[[^\]]+\]\(\.\.\/test\/[^)]+\): `/m.test(statement));
		expect(bare).toEqual([]);
	});

	test('has every statement of docs/security.md, but for advice and what no test shows', () => {
		const statements = security
			.split(/^## /m)
			.slice(1)
			.filter(
				(section) => !/^(What n8n does first|Secrets in addresses|What no test)/.test(section),
			)
			.flatMap(pointsIn);
		expect(statements.length).toBeGreaterThan(30);
		const known = pointsIn(evidence);
		expect(statements.filter((statement) => !known.includes(statement))).toEqual([]);
	});

	test('has none that docs/security.md does not make', () => {
		expect(pointsIn(evidence).filter((point) => !security.includes(point))).toEqual([]);
	});
});

describe('docs/security.md', () => {
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
