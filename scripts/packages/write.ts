import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Vendor } from '../../nodes/shared/vendor';
import { vendors } from '../vendors';
import { builtFilesOf } from './builtFiles';
import { manifestOf } from './manifest';
import { moved } from './moved';
import { pack, packages, root } from './package';
import { readmeOf } from './readme';
import { templatesOf } from './templates';

/** `npm run build`, its last step: out of the built pack, a package of each vendor's own. */
function write(vendor: Vendor): void {
	const manifest = manifestOf(vendor);
	const folder = path.join(packages, manifest.name);
	const add = (file: string, text: string) => {
		mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
		writeFileSync(path.join(folder, file), text);
	};
	const templates = templatesOf(manifest);
	add('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
	add('README.md', readmeOf(vendor, templates.map(([file]) => file)));
	for (const file of ['CHANGELOG.md', 'LICENSE']) cpSync(path.join(root, file), path.join(folder, file));
	for (const [file, json] of templates) add(`templates/${file}`, json);
	for (const file of builtFilesOf(manifest)) {
		const text = readFileSync(path.join(root, file), 'utf8');
		add(file, file.endsWith('.node.json') ? moved(text, pack.name, manifest.name) : text);
	}
}

rmSync(packages, { recursive: true, force: true });
vendors.forEach(write);
