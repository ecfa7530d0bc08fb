import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { list } from 'tar';
import { root } from '../../support/pack';

interface Manifest {
	files: string[];
	n8n: { strict: boolean; nodes: string[]; credentials: string[] };
	[field: string]: unknown;
}

const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;

/** Packs the built pack, and opens what would be published. */
function packedFiles(): string[] {
	const folder = mkdtempSync(path.join(tmpdir(), 'pack-'));
	const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
	execFileSync(npm, ['pack', '--pack-destination', folder], { cwd: root, stdio: 'pipe' });
	const file = path.join(folder, `n8n-nodes-conversations-${manifest.version as string}.tgz`);
	const files: string[] = [];
	list({ file, sync: true, onReadEntry: (entry) => files.push(entry.path) });
	return files.map((name) => name.replace(/^package\//, ''));
}

describe('the tarball', () => {
	const files = packedFiles();

	test('holds what n8n loads, and what a reader needs', () => {
		const nodes = manifest.n8n.nodes.flatMap((file) => [file, file.replace(/js$/, 'json')]);
		const wanted = [
			...nodes,
			...manifest.n8n.credentials,
			'dist/nodes/Iadvize/iadvize.svg',
			'dist/nodes/Iadvize/iadvize.dark.svg',
			'dist/nodes/Iadvize/__schema__/v1.1.0.json',
			'dist/nodes/Iadvize/__schema__/v1.1.0/output.json',
			'dist/nodes/Iadvize/__schema__/v1.0.0/visitor/get.json',
			'templates/email-at-conversation-end.json',
			'package.json',
			'README.md',
			'CHANGELOG.md',
			'LICENSE',
		];
		expect(wanted.filter((file) => !files.includes(file))).toEqual([]);
	});

	test('holds nothing else', () => {
		const allowed =
			/^(dist\/(nodes|credentials)\/.+\.(js|json|svg)|templates\/.+\.(json|md|png)|package\.json|README\.md|CHANGELOG\.md|LICENSE)$/;
		expect(files.filter((file) => !allowed.test(file))).toEqual([]);
	});
});

describe('package.json', () => {
	test('keeps the rules for community nodes', () => {
		expect(manifest).toMatchObject({
			name: 'n8n-nodes-conversations',
			keywords: expect.arrayContaining(['n8n-community-node-package']) as string[],
			license: 'MIT',
			peerDependencies: { 'n8n-workflow': '*' },
			n8n: { n8nNodesApiVersion: 1, strict: true },
		});
		expect(Object.keys(manifest.peerDependencies as object)).toHaveLength(1);
	});

	test.each(['dependencies', 'optionalDependencies', 'bundledDependencies', 'overrides'])(
		'has no %s',
		(field) => {
			expect(manifest[field]).toBeUndefined();
		},
	);

	test('runs nothing on installation', () => {
		const forbidden = /^(pre|post)?(install|prepare|publish|pack)|^prepublish/;
		expect(Object.keys(manifest.scripts as object).filter((name) => forbidden.test(name))).toEqual(
			[],
		);
	});
});
