import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Vendor } from '../../nodes/shared/vendor';
import { pack, packageOf, root } from './package';

/** Address of the repository for people: where links of a page outside it lead. */
const repository = pack.repository.url.replace(/^git\+/, '').replace(/\.git$/, '');

/** A link of a page in `docs`, as one that works outside the repository. */
function absolute(link: string): string {
	if (/^(https?:|#)/.test(link)) return link;
	const file = path.posix.join('docs', link);
	return `${repository}/${/\.png$/.test(file) ? 'raw' : 'blob'}/main/${file}`;
}

/** The README of a vendor's package: how to install it, and the vendor's page. */
export function readmeOf(vendor: Vendor, templates: readonly string[]): string {
	const [, ...page] = readFileSync(path.join(root, 'docs', `${vendor.page}.md`), 'utf8').split('\n');
	const name = packageOf(vendor);
	return [
		`# ${name}`,
		'',
		`[n8n](https://n8n.io) nodes for ${vendor.name}, from [${pack.name}](${repository}#readme), the pack for five vendors of customer chats. [Which package to install](${repository}/blob/main/docs/which-package.md).`,
		'',
		'## Install',
		'',
		`In n8n, go to **Settings > Community nodes > Install** and enter \`${name}\`.`,
		...(templates.length === 0
			? []
			: [
					'',
					`Workflows to import are in the package's \`templates\` folder: ${templates.map((file) => `\`${file}\``).join(', ')}. [The gallery](${repository}/blob/main/templates/README.md) says what each does.`,
				]),
		...page,
	]
		.join('\n')
		.replace(/\]\(([^)\s]+)\)/g, (_, link: string) => `](${absolute(link)})`);
}
