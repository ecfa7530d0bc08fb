import { templatesOf } from '../../../scripts/packages/templates';
import { all, packedFiles } from '../../support/published';

describe.each(all)('the tarball of $name', (published) => {
	const files = packedFiles(published);
	const { nodes, credentials } = published.manifest.n8n;

	test('contains what n8n loads, and what a reader needs', () => {
		const icons = files.filter((file) => file.endsWith('.svg'));
		const schemas = files.filter((file) => file.includes('/__schema__/'));
		const folders = [...new Set(nodes.map((file) => file.replace(/[^/]+$/, '')))];
		for (const folder of folders) {
			expect(icons.filter((file) => file.startsWith(folder))).toHaveLength(2);
			expect(schemas.filter((file) => file.startsWith(folder)).length).toBeGreaterThan(0);
		}
		const wanted = [
			...nodes,
			...nodes.map((file) => file.replace(/js$/, 'json')),
			...credentials,
			'package.json',
			'README.md',
			'CHANGELOG.md',
			'LICENSE',
		];
		expect(wanted.filter((file) => !files.includes(file))).toEqual([]);
		const templates = templatesOf(published.manifest).map(([file]) => `templates/${file}`);
		expect(files).toEqual(expect.arrayContaining(templates));
	});

	test('contains nothing else', () => {
		const allowed =
			/^(dist\/(nodes|credentials)\/.+\.(js|json|svg)|templates\/.+\.(json|md|png)|package\.json|README\.md|CHANGELOG\.md|LICENSE)$/;
		expect(files.filter((file) => !allowed.test(file))).toEqual([]);
	});
});

describe.each(all)('package.json of $name', ({ manifest }) => {
	test('keeps the rules for community nodes', () => {
		expect(manifest).toMatchObject({
			name: expect.stringMatching(/^n8n-nodes-[a-z-]+$/) as string,
			keywords: expect.arrayContaining(['n8n-community-node-package']) as string[],
			license: 'MIT',
			peerDependencies: { 'n8n-workflow': '*' },
			n8n: { n8nNodesApiVersion: 1, strict: true },
		});
		expect(Object.keys(manifest.peerDependencies as object)).toHaveLength(1);
		expect(manifest.n8n.nodes.length).toBeGreaterThan(0);
		expect(manifest.n8n.credentials.length).toBeGreaterThan(0);
	});

	test.each(['dependencies', 'optionalDependencies', 'bundledDependencies', 'overrides'])(
		'has no %s',
		(field) => {
			expect(manifest[field]).toBeUndefined();
		},
	);

	test('runs nothing on installation', () => {
		const forbidden = /^(pre|post)?(install|prepare|publish)|^prepublish/;
		const scripts = Object.keys((manifest.scripts ?? {}) as object);
		expect(scripts.filter((name) => forbidden.test(name))).toEqual([]);
	});
});
