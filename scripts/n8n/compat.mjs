import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildIfChanged } from '../build.mjs';
import { install } from '../install.mjs';
import { Failure, root, run } from '../run.mjs';
import { writeNodeTypes } from './nodeTypes.mjs';
import { outcomeIn, readResults, writeResult } from './results.mjs';
import { environmentOf, installVersion, newest, oldest } from './versions.mjs';

/** What n8n has no part in, or what is tried with the n8n of `host` alone. */
const ASIDE = ['back-office', 'packages', 'showroom', 'start'];

const files = readdirSync(path.join(root, 'test/e2e'))
	.filter((file) => file.endsWith('.test.ts'))
	.map((file) => path.basename(file, '.test.ts'))
	.filter((name) => !ASIDE.includes(name));

/**
 * Tries versions of n8n, one after the other, and writes down how the e2e tests went in each.
 *
 * @param {readonly string[]} args versions, otherwise those tried before; and e2e files, otherwise all
 */
export async function compat(args) {
	const versions = args.filter((arg) => /^\d/.test(arg));
	const names = args.filter((arg) => !versions.includes(arg));
	const unknown = names.find((name) => !files.includes(name));
	if (unknown !== undefined)
		throw new Failure(`No e2e file is called ${unknown}: ${files.join(' ')}`);

	await install({ host: true, browser: true });
	await buildIfChanged();
	const known = new Set([newest, oldest, ...Object.keys(readResults())]);
	let failed = 0;
	for (const version of versions.length > 0 ? versions : known) {
		if (version !== newest) await installVersion(version);
		await writeNodeTypes(version);
		for (const name of names.length > 0 ? names : files) failed += await tryFile(version, name);
	}
	if (failed > 0) throw new Failure(`${failed} tests failed: see above`);
}

/**
 * @param {string} version
 * @param {string} name
 */
async function tryFile(version, name) {
	const report = path.join(root, '.host/logs', `compat-${version}-${name}.json`);
	mkdirSync(path.dirname(report), { recursive: true });
	rmSync(report, { force: true });
	console.log(`\n== n8n ${version}: ${name}`);
	const jest = path.join(root, 'node_modules/jest/bin/jest.js');
	await run(
		process.execPath,
		[jest, '-c', 'jest.config.js', '--json', '--outputFile', report, `test/e2e/${name}.test.ts`],
		{ env: environmentOf(version), stdio: ['ignore', 'ignore', 'inherit'] },
	);
	const outcome = outcomeIn(report);
	await writeResult(version, name, outcome);
	return outcome.failed;
}
