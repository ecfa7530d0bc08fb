import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { pack, packageOf, packages, root } from '../packages/package';
import { vendors } from '../vendors';
import { notesOf } from './notes';
import { commitsSince, obstacleToPacking, obstacleToPublishing } from './tree';

const folders = [root, ...vendors.map((vendor) => path.join(packages, packageOf(vendor)))];
const tarballs = z.array(
	z.object({ name: z.string(), version: z.string(), size: z.number(), entryCount: z.number() }),
);

/**
 * `npm run release`: publishes the six packages with their provenance, which only the workflow can
 * state. Those of this version that are there already are passed over, so that it can be run again.
 *
 * `--dry-run` shows the six tarballs and what has changed; `--notes` prints the release notes.
 *
 * @param build makes `dist` and the packages anew
 * @returns what keeps the release from being made, in words for whoever makes it
 */
export async function release(
	options: readonly string[],
	build: () => Promise<void>,
): Promise<string | undefined> {
	const { version } = pack;
	const notes = notesOf(readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8'), version);
	if (notes === undefined) return `CHANGELOG.md says nothing under "## ${version}"`;
	if (options.includes('--notes')) {
		console.log(notes);
		return undefined;
	}
	const isDry = options.includes('--dry-run');
	const obstacle = isDry ? obstacleToPacking(root) : obstacleToPublishing(root, version);
	if (obstacle !== undefined && !isDry) return obstacle;
	if (obstacle !== undefined) console.log(`Not ready. ${obstacle}\n`);
	await build();
	if (isDry) show(notes);
	else folders.forEach(publish);
	return undefined;
}

function show(notes: string): void {
	for (const folder of folders) {
		const packed = npm(folder, ['pack', '--dry-run', '--json', '--ignore-scripts']);
		for (const { name, version, size, entryCount } of tarballs.parse(JSON.parse(packed))) {
			console.log(`${name}@${version}: ${entryCount} files, ${Math.round(size / 1000)} kB`);
		}
	}
	console.log(`\nRelease notes of ${pack.version}:\n${notes}\n\nCommits since the last release:`);
	for (const subject of commitsSince(root)) console.log(`- ${subject}`);
}

function publish(folder: string): void {
	const manifest = readFileSync(path.join(folder, 'package.json'), 'utf8');
	const { name, version } = JSON.parse(manifest) as typeof pack;
	if (isPublished(`${name}@${version}`)) {
		console.log(`${name}@${version} is there already`);
		return;
	}
	// Built and looked at above, once for all six.
	npm(folder, ['publish', '--ignore-scripts']);
	console.log(`${name}@${version} published`);
}

function isPublished(wanted: string): boolean {
	try {
		return npm(root, ['view', wanted, 'version', '--json']).trim() !== '';
	} catch {
		return false;
	}
}

const npm = (folder: string, args: string[]) =>
	execFileSync('npm', args, {
		cwd: folder,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'pipe'],
		shell: process.platform === 'win32',
	});
