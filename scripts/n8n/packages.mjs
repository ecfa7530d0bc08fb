import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { quietNpm } from '../run.mjs';

// "npm ci" refuses the locks, as a few packages for other platforms are not in them; "npm install"
// takes from them what they have. The flags are said here as a user's own settings may differ.
const INSTALL = [
	...['install', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'],
	...['--include=dev', '--include=optional'],
];
const NETWORK = 'Check the network and the registry that npm is set to, then run this again.';

/**
 * Installs the packages of a folder from its lock.
 *
 * @param {string} name of the log
 * @param {string} folder
 * @param {boolean} [locks] whether a lock is written where there is none
 */
export const installPackages = (name, folder, locks = false) =>
	quietNpm(name, [...INSTALL, locks ? '--save' : '--no-save'], NETWORK, { cwd: folder });

/**
 * Whether every package of the lock is there; npm keeps its own list of what it has put there.
 *
 * @param {string} folder
 */
export function isInstalled(folder) {
	const lock = path.join(folder, 'package-lock.json');
	const list = path.join(folder, 'node_modules/.package-lock.json');
	if (!existsSync(lock) || !existsSync(list)) return false;
	const { packages: present } = readJson(list);
	return Object.entries(readJson(lock).packages).every(
		([name, { version, optional, link }]) =>
			name === '' || optional || link || present[name]?.version === version,
	);
}

/** @param {string} file */
export const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
