import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../run.mjs';
import { installN8n } from './install.mjs';
import { readJson } from './packages.mjs';

const OLDEST = path.join(root, 'host/oldest');
const oldestManifest = readJson(path.join(OLDEST, 'package.json'));

/** The n8n of `npm start` and `npm test`. */
export const newest = readJson(path.join(root, 'host/package.json')).dependencies.n8n;
/** The oldest n8n that the pack is made for. */
export const oldest = oldestManifest.dependencies.n8n;

/**
 * Where a version of n8n is installed.
 *
 * @param {string} version
 */
export const folderOf = (version) =>
	path.join(root, version === newest ? 'host' : path.join('.host/n8n', version));

/**
 * Installs a version of n8n into a folder of its own, where a host finds it by `N8N_VERSION`; does
 * nothing when it is there. The oldest has a lock in the repository, as it is part of `npm test`.
 *
 * @param {string} version
 */
export async function installVersion(version) {
	const folder = folderOf(version);
	mkdirSync(folder, { recursive: true });
	if (version === oldest) {
		for (const file of ['package.json', 'package-lock.json']) {
			copyFileSync(path.join(OLDEST, file), path.join(folder, file));
		}
	} else {
		const dependencies = { ...oldestManifest.dependencies, n8n: version };
		const manifest = { private: true, overrides: oldestManifest.overrides, dependencies };
		writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
	}
	await installN8n(folder, { locks: version !== oldest });
}

/**
 * What a process needs in its environment to run this version.
 *
 * @param {string} version
 */
export const environmentOf = (version) =>
	version === newest ? process.env : { ...process.env, N8N_VERSION: version };
