import './node20.mjs';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { install } from './install.mjs';
import { environmentOf, installVersion, oldest } from './n8n/versions.mjs';
import { Failure, main, npm, root, run } from './run.mjs';
import { runTypeScript } from './typescript.mjs';

const results = path.join(root, '.host/logs');
const counts = { passed: 0, failed: 0 };
/** @type {string[]} */
const leftOut = [];

/**
 * Runs one stage; its own output goes to the terminal, then one line tells how it went.
 *
 * @param {string} name
 * @param {() => Promise<unknown>} work its exit code, or nothing
 */
async function stage(name, work) {
	console.log(`\n== ${name}`);
	const started = Date.now();
	const code = await work();
	const seconds = ((Date.now() - started) / 1000).toFixed(1);
	console.log(`== ${name}: ${code ? 'failed' : 'ok'}, ${seconds} s`);
	if (code) throw new Failure(`npm test stopped: ${name} failed: fix what is shown above`);
}

/** @param {string} name */
const script = (name) => stage(name, () => npm(['run', name, '--silent']));

/** What differs most from n8n to n8n: publishing, calls, executions, and what templates are made of. */
const IN_OLDEST = ['iadvize-smallest', 'jobs-email', 'salesiq'];

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
function jest(name, args, env = process.env) {
	return stage(name, async () => {
		const file = path.join(results, `jest-${name.replaceAll(/\W+/g, '-')}.json`);
		mkdirSync(results, { recursive: true });
		rmSync(file, { force: true });
		const runner = path.join(root, 'node_modules/jest/bin/jest.js');
		const report = ['-c', 'jest.config.js', '--json', '--outputFile', file];
		const code = await run(process.execPath, [runner, ...report, ...args], { env });
		count(file);
		return code;
	});
}

/** @param {string} file */
function count(file) {
	try {
		const result = JSON.parse(readFileSync(file, 'utf8'));
		counts.passed += result.numPassedTests;
		// A file that does not even load holds no test that could fail.
		counts.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
	} catch {
		// Jest ended without a result; the stage has failed.
		counts.failed += 1;
	}
}

/** n8n as several processes; where its servers are missing it is left out, unless `CLUSTER` is `required`. */
async function cluster() {
	const { missingServers } = await runTypeScript('host/cluster/find.ts');
	const missing = missingServers();
	if (missing === undefined) return jest('cluster', ['--selectProjects', 'cluster', '--runInBand']);
	if (process.env.CLUSTER === 'required') throw new Failure(`npm test stopped: ${missing}`);
	leftOut.push(`CLUSTER TESTS LEFT OUT: ${missing}`);
}

await main(async () => {
	await stage('install', () => install({ host: true, browser: true }));
	await script('lint');
	await script('typecheck');
	await script('build');
	const quick = ['unit', 'simulators', 'integration'];
	await jest(quick.join(', '), ['--selectProjects', ...quick, '--maxWorkers=100%']);
	// After hundreds of files a process spends more on its own heap than on what is measured.
	await jest('growth', ['--selectProjects', 'growth', '--runInBand']);
	// Each file has an n8n of its own, and waits for it most of the time.
	await jest('e2e', ['--selectProjects', 'e2e', '--maxWorkers=2']);
	await cluster();
	await stage(`install n8n ${oldest}, the oldest`, () => installVersion(oldest));
	const files = IN_OLDEST.map((name) => `test/e2e/${name}.test.ts`);
	await jest(`e2e in n8n ${oldest}`, ['--runInBand', ...files], environmentOf(oldest));
});
for (const line of leftOut) console.log(`\n== ${line}`);
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
