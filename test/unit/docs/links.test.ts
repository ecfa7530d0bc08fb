import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { homepage } from '../../../package.json';

const root = path.join(__dirname, '../../..');
const DOCS = homepage.replace('#readme', '/blob/main/docs/');

const files = ['nodes', 'credentials'].flatMap((folder) =>
	readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(node\.json|credentials\.ts)$/.test(file))
		.map((file) => path.join(folder, file)),
);

/** Where n8n sends people who ask for help, in nodes and in credentials. */
const links = files.flatMap((file) =>
	[...readFileSync(path.join(root, file), 'utf8').matchAll(/https:\/\/[^'"]+\.md#[^'"]*/g)].map(
		([link]) => [file, link] as const,
	),
);

const anchorOf = (heading: string) =>
	heading
		.toLowerCase()
		.replaceAll(/[^\w\s-]/g, '')
		.replaceAll(/\s/g, '-');

test.each(links)('%s opens a step of a page that is there: %s', (_file, link) => {
	expect(link.startsWith(DOCS)).toBe(true);
	const [page = '', anchor] = link.slice(DOCS.length).split('#');
	const text = readFileSync(path.join(root, 'docs', page), 'utf8');
	const anchors = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
	expect(anchors).toContain(anchor);
});

test('each node and each credential has one', () => {
	expect([...new Set(links.map(([file]) => file))].sort()).toEqual([...files].sort());
});
