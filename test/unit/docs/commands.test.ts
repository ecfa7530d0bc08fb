import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseJsonConfigFileContent, readConfigFile, sys } from 'typescript';
import host from '../../../host/package.json';
import type { Proxy } from '../../../host/proxy';
import { settingsOf } from '../../../host/settings';
import manifest from '../../../package.json';
import { commands, linesIn, pages, textOfPage } from '../../support/docs';

const root = path.join(__dirname, '../../..');
const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8');
const scripts: Readonly<Record<string, string>> = manifest.scripts;

/** Where each command of the docs is run; one that is missing here fails. */
const runBy: readonly [RegExp, where: string][] = [
	[/^npm start$/, 'test/e2e/start.test.ts'],
	[/^npm run send -- \S+ \S+$/, 'test/e2e/start.test.ts'],
	[/^npm test$/, '.ci/run'],
	[/^npm run (build|lint|typecheck)$/, 'scripts/test.mjs'],
	[/^npm run docs$/, 'test/unit/docs/commonEvent.test.ts'],
	[/^npm run move -- \S+\.json \S+$/, 'test/unit/packages/moved.test.ts'],
	// Minutes long: below it is seen that what they run is there and checked by the compiler.
	[/^npm run bench(:n8n( -- (calls|jobs|dashboard))?|:setup|:cluster)?$/, 'tsconfig.json'],
	// A setting, no command: below it is seen that the tested n8n has it.
	[/^N8N_\w+=\w+$/, 'host/settings.ts'],
];

test.each(commands)('"%s" is run by a test', (command) => {
	const [, where = ''] = runBy.find(([pattern]) => pattern.test(command)) ?? [];
	expect({ command, where }).toEqual({ command, where: expect.stringMatching(/./) as string });
	expect(existsSync(path.join(root, where))).toBe(true);
});

test('what proves everything runs them', () => {
	expect(textOf('.ci/run')).toMatch(/^exec npm test$/m);
	expect(scripts.test).toBe('node scripts/test.mjs');
	for (const name of ['build', 'lint', 'typecheck']) {
		expect(textOf('scripts/test.mjs')).toContain(`await script('${name}')`);
	}
	expect(textOf('test/e2e/start.test.ts')).toMatch(/type\('npm start'/);
	expect(textOf('test/e2e/start.test.ts')).toMatch(/test\.each\(sends\)/);
});

const mentioned = pages.flatMap((page) =>
	[...textOfPage(page).matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name),
);

test.each([...new Set(mentioned)])('npm run %s is a script of the package', (name) => {
	expect(Object.keys(scripts)).toContain(name);
});

const settings = readConfigFile(path.join(root, 'tsconfig.json'), (file) => sys.readFile(file));
const compiled = parseJsonConfigFileContent(settings.config, sys, root).fileNames.map((file) =>
	path.normalize(file),
);

test.each(Object.entries(scripts))('what npm run %s runs is there', (_name, script) => {
	const files = script.match(/\b(scripts|bench|test)\/[\w/]+\.(mjs|ts)/g) ?? [];
	for (const file of files) {
		expect(existsSync(path.join(root, file))).toBe(true);
		// The compiler reads these, so `npm run typecheck` finds what could not even start.
		if (file.endsWith('.ts')) expect(compiled).toContain(path.join(root, file));
	}
});

test('settings that a user is told to make are those of the tested n8n', async () => {
	const wanted = commands.filter((command) => /^N8N_\w+=/.test(command));
	const tested = await settingsOf('/folder', 5678, { url: '', caFile: '' } as Proxy);
	const made = Object.entries(tested).map(([name, value]) => `${name}=${value}`);
	expect(wanted.length).toBeGreaterThan(0);
	expect(made).toEqual(expect.arrayContaining(wanted));
});

test('a Dockerfile takes the tested n8n, and installs this package where n8n looks for it', () => {
	const lines = pages.flatMap((page) => linesIn(page, 'dockerfile'));
	const [from, run, ...others] = lines;
	expect(from).toBe(`FROM n8nio/n8n:${host.dependencies.n8n}`);
	expect(run).toMatch(/^RUN mkdir -p (\S+) && cd \1 && npm install /);
	expect(run).toContain(' /home/node/.n8n/nodes ');
	expect(run?.endsWith(` ${manifest.name}`)).toBe(true);
	expect(others).toEqual([]);
});

test('every n8n version in the docs is the tested one', () => {
	const versions = pages.flatMap((page) =>
		[...textOfPage(page).matchAll(/n8n[: ](\d+\.\d+\.\d+)/g)].map(([, version]) => version),
	);
	expect(new Set(versions)).toEqual(new Set([host.dependencies.n8n]));
});
