import { existsSync, readdirSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Failure, npm, root } from './run.mjs';

const SOURCES = [
	'nodes',
	'credentials',
	'templates',
	'docs',
	'scripts/packages',
	'scripts/schemas.mjs',
	'gulpfile.js',
	'CHANGELOG.md',
];
const SETTINGS = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];

/** Builds the pack when anything that it is built from is newer than the last build. */
export async function buildIfChanged() {
	const built = changedAt('dist');
	if (built > Math.max(...[...SOURCES, ...SETTINGS].map(changedAt))) return;
	console.log('Building the pack');
	await build();
}

/** Builds the pack anew. */
export async function build() {
	if ((await npm(['run', 'build', '--silent'])) === 0) return;
	// A half-built pack must not pass for a whole one at the next start.
	await rm(path.join(root, 'dist'), { recursive: true, force: true });
	throw new Failure('The build failed: fix what is shown above, then run this again');
}

/**
 * Time of the newest file or folder; a folder's own time tells of removed files.
 *
 * @param {string} name
 * @returns {number}
 */
function changedAt(name) {
	const file = path.join(root, name);
	if (!existsSync(file)) return 0;
	const stat = statSync(file);
	if (!stat.isDirectory()) return stat.mtimeMs;
	return Math.max(
		stat.mtimeMs,
		...readdirSync(file).map((entry) => changedAt(path.join(name, entry))),
	);
}
