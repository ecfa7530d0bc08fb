import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { manifestOf } from '../../../scripts/packages/manifest';
import { pack } from '../../../scripts/packages/package';
import { all, ofVendors } from '../../support/published';

/** All files of a folder, as paths in it. */
const filesIn = (folder: string) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name));

test('together they have every node and credential of the pack, each of them once', () => {
	const of = (kind: 'nodes' | 'credentials') =>
		ofVendors.flatMap(({ manifest }) => manifest.n8n[kind]).sort();
	expect(of('nodes')).toEqual([...pack.n8n.nodes].sort());
	expect(of('credentials')).toEqual([...pack.n8n.credentials].sort());
});

describe.each(ofVendors)('$name', ({ name, folder, manifest, vendor }) => {
	const files = filesIn(folder);
	const textOf = (file: string) => readFileSync(file, 'utf8');

	test('has a manifest that is up to date, and the version of the pack', () => {
		expect(manifest).toEqual(manifestOf(vendor));
		expect(manifest.version).toBe(pack.version);
	});

	test('has the code of no other vendor, and of shared code what it uses', () => {
		const others = ofVendors.map((other) => other.vendor).filter((other) => other !== vendor);
		const code = files.filter((file) => /\.(js|svg)$|\.node\.json$/.test(file));
		for (const other of others) {
			const named = new RegExp(`\\b${other.folder}\\b|"${other.value}"`);
			expect(code.filter((file) => named.test(file) || named.test(textOf(file)))).toEqual([]);
		}
		const { nodes, credentials } = manifest.n8n;
		const entries = [...nodes, ...credentials].map((file) => path.join(folder, file));
		const modules = code.filter((file) => file.endsWith('.js') && !entries.includes(file));
		const requires = code.map(textOf).join('\n');
		const unused = modules.filter(
			(file) =>
				!requires.includes(`/${path.basename(path.dirname(file))}")`) &&
				!requires.includes(`/${path.basename(file, '.js')}")`),
		);
		expect(unused).toEqual([]);
	});

	test('takes its nodes from itself: in its codex, and in its templates', () => {
		const naming = files.filter((file) => /\.node\.json$|templates.*\.json$/.test(file));
		expect(naming.length).toBeGreaterThan(0);
		for (const file of naming) {
			expect(textOf(file)).toMatch(new RegExp(`"${name}\\.\\w+"`));
			expect(textOf(file)).not.toContain(`"${pack.name}.`);
		}
	});

	test('has a README whose links work outside the repository', () => {
		const readme = textOf(path.join(folder, 'README.md'));
		const links = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
		expect(links.length).toBeGreaterThan(5);
		expect(links.filter((link) => !/^(https:|#)/.test(link))).toEqual([]);
		expect(readme).toContain(`\`${name}\``);
	});
});

test("passes n8n's package scanner, as the tarball is scanned, like the pack of all", () => {
	// It is an ES module, which jest cannot load.
	const script = `
		const { analyzePackage } = await import('@n8n/scan-community-package/scanner/scanner.mjs');
		const told = {};
		for (const folder of ${JSON.stringify(all.map(({ folder }) => folder))})
			told[folder] = await analyzePackage(folder, ['dist/**/*.js', 'package.json']);
		console.log(JSON.stringify(told));`;
	const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
		cwd: path.join(__dirname, '../../..'),
		encoding: 'utf8',
	});
	const told = JSON.parse(output) as Record<string, unknown>;
	expect(told).toEqual(Object.fromEntries(all.map(({ folder }) => [folder, { passed: true }])));
}, 120_000);
