import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(__dirname, '../../../templates');
const textOf = (file: string) => readFileSync(path.join(folder, file), 'utf8');
const gallery = textOf('README.md');
const templates = readdirSync(folder)
	.filter((file) => file.endsWith('.json'))
	.map((file) => path.basename(file, '.json'));

const rows = gallery.split('\n').filter((line) => line.startsWith('|'));

/** The line of a table that links to a template, or to the section that does. */
function rowOf(name: string): string {
	const direct = rows.find((line) => line.includes(`(${name}.json)`));
	if (direct !== undefined) return direct;
	const section = gallery.split('\n### ').find((text) => text.includes(`(${name}.json)`)) ?? '';
	const anchor = (section.split('\n')[0] ?? '').toLowerCase().replaceAll(' ', '-');
	return rows.find((line) => line.includes(`(#${anchor})`)) ?? '';
}

test.each(templates)(
	'%s is in the gallery, with its picture and the time that it takes',
	(name) => {
		const minutes = /Set up \((\d+) minutes\)/.exec(textOf(`${name}.json`))?.[1];
		expect(rowOf(name)).toMatch(new RegExp(`\\| ${minutes ?? '?'} min +\\|$`));
		const picture = `../docs/images/templates/${name}.png`;
		expect(gallery).toContain(`(${picture})`);
		expect(existsSync(path.join(folder, picture))).toBe(true);
	},
);

test('the gallery shows nothing that is gone', () => {
	const links = [...gallery.matchAll(/\(([\w-]+)\.json\)/g)].map(([, name]) => name);
	expect(new Set(links)).toEqual(new Set(templates));
});
