import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pages, textOfPage } from '../../support/docs';

const root = path.join(__dirname, '../../..');

/** A heading as the part of an address that leads to it. */
const anchorOf = (heading: string) =>
	heading
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N} _-]/gu, '')
		.replaceAll(' ', '-');

const anchorsIn = (file: string) =>
	[...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
		anchorOf(heading),
	);

test.each(pages)('every link of %s leads somewhere', (page) => {
	const links = [...textOfPage(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
	const broken = links
		.filter((link) => !/^https?:/.test(link))
		.filter((link) => {
			const [file = '', anchor] = link.split('#');
			const target = path.resolve(
				root,
				path.dirname(page),
				file === '' ? path.basename(page) : file,
			);
			return !existsSync(target) || (anchor !== undefined && !anchorsIn(target).includes(anchor));
		});
	expect(broken).toEqual([]);
});
