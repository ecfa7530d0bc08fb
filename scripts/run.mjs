import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** A failure that the user can mend: its message is all they need to see. */
export class Failure extends Error {}

/**
 * Runs a command's main function; whatever goes wrong ends in one line and exit code 1.
 *
 * @param {() => Promise<unknown>} work
 */
export async function main(work) {
	try {
		await work();
	} catch (error) {
		console.error(error instanceof Failure ? error.message : error);
		process.exitCode = 1;
	}
}

/**
 * Runs a program to its end with the terminal's own input and output; resolves with its exit code.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number | null>}
 */
export const run = (program, args, options = {}) =>
	new Promise((resolve, reject) => {
		const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options });
		child.on('error', reject);
		child.on('exit', (code, signal) => resolve(signal === null ? code : 1));
	});

/**
 * Runs npm; its own entry point where npm tells it, as npm is a batch file on Windows.
 *
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function npm(args, options = {}) {
	const cli = process.env.npm_execpath;
	return cli?.endsWith('.js')
		? run(process.execPath, [cli, ...args], options)
		: run('npm', args, { shell: process.platform === 'win32', ...options });
}

/**
 * Runs npm with its output in a log file, of which only the end is shown, and only when it fails.
 *
 * @param {string} name
 * @param {readonly string[]} args
 * @param {string} hint what the user can do about a failure
 * @param {import('node:child_process').SpawnOptions} options
 */
export async function quietNpm(name, args, hint, options = {}) {
	const folder = path.join(root, '.host/logs');
	const file = path.join(folder, `${name}.log`);
	mkdirSync(folder, { recursive: true });
	const log = openSync(file, 'w');
	const started = Date.now();
	const progress = setInterval(() => {
		console.log(`  … ${Math.round((Date.now() - started) / 1000)} s`);
	}, 30_000);
	try {
		const code = await npm(args, { stdio: ['ignore', log, log], ...options });
		if (code === 0) return;
		console.error(readFileSync(file, 'utf8').trimEnd().split('\n').slice(-25).join('\n'));
		throw new Failure(`"npm ${args[0]}" failed (log: ${path.relative(root, file)}). ${hint}`);
	} finally {
		clearInterval(progress);
		closeSync(log);
	}
}
