import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { node24 } from '../../../host/node24';
import { installPack } from '../../../host/pack';
import { pack } from '../../../scripts/packages/package';
import { root } from '../../support/pack';
import { all } from '../../support/published';

/**
 * n8n installs a package without its dependencies, and lets it find n8n's own modules by NODE_PATH.
 * Here it finds those that may be imported, and no other: nothing of this repository.
 */
const SUPPLIED = ['n8n-workflow', 'zod', 'luxon', 'lodash'];

jest.setTimeout(30_000);

let folder: string;
const installed = (name: string) => path.join(folder, '.n8n/nodes/node_modules', name);
beforeAll(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'runtime-'));
	for (const published of all) await installPack(folder, published.folder);
	mkdirSync(path.join(folder, 'supplied'));
	for (const module of SUPPLIED) {
		const owned = path.join(root, 'host/node_modules', module);
		symlinkSync(owned, path.join(folder, 'supplied', module), 'junction');
	}
}, 60_000);
afterAll(() => {
	rmSync(folder, { recursive: true });
});

/** Makes what files of the installed package export, under n8n's Node.js; prints the names. */
function load(name: string, files: readonly string[]) {
	const script = `
		const names = ${JSON.stringify(files)}.map((file) => {
			const exported = require(require('node:path').join(${JSON.stringify(installed(name))}, file));
			return new (Object.values(exported)[0])().constructor.name;
		});
		console.log(JSON.stringify(names));`;
	return spawnSync(node24(), ['--eval', script], {
		cwd: folder,
		env: { NODE_PATH: path.join(folder, 'supplied') },
		encoding: 'utf8',
	});
}

test.each(all)(
	'$name: every node and credential is made with nothing but what n8n supplies',
	({ name, manifest }) => {
		const listed = [...manifest.n8n.nodes, ...manifest.n8n.credentials];
		const { stdout, stderr } = load(name, listed);
		expect(stderr).toBe('');
		expect(JSON.parse(stdout)).toEqual(listed.map((file) => path.basename(file).split('.')[0]));
	},
);

test('n8n supplies the zod that the pack is built with', () => {
	const versionIn = (modules: string) =>
		(
			JSON.parse(readFileSync(path.join(root, modules, 'zod/package.json'), 'utf8')) as {
				version: string;
			}
		).version;
	expect(versionIn('host/node_modules')).toBe(versionIn('node_modules'));
});

test.each(['axios', 'express', 'zod-to-json-schema'])(
	'a file that imports %s fails, though n8n and this repository have it',
	(module) => {
		writeFileSync(
			path.join(installed(pack.name), 'more.js'),
			`exports.More = require('${module}');`,
		);
		const { status, stderr } = load(pack.name, ['more.js']);
		expect(status).toBe(1);
		expect(stderr).toContain(`Cannot find module '${module}'`);
	},
);
