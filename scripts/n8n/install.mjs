import { existsSync } from 'node:fs';
import path from 'node:path';
import { Failure, quietNpm, root } from '../run.mjs';
import { installPackages, isInstalled, readJson } from './packages.mjs';

const host = path.join(root, 'host');

/** Installs the n8n of `host`, and the Node.js that runs any n8n. */
export async function installHost() {
	const node = node24();
	await installN8n(host, { isComplete: node === undefined || existsSync(node) });
}

/**
 * Installs the n8n that a folder names, and builds its database driver.
 *
 * @param {string} folder
 * @param {object} [how]
 * @param {boolean} [how.isComplete] whether all is there that the lock calls optional
 * @param {boolean} [how.locks] whether a lock is written where there is none
 */
export async function installN8n(folder, { isComplete = true, locks = false } = {}) {
	const { n8n } = readJson(path.join(folder, 'package.json')).dependencies;
	if (!isInstalled(folder) || !isComplete) {
		console.log(`Installing n8n ${n8n} (2.4 GB, a few minutes, once)`);
		await installPackages(`npm-n8n-${n8n}`, folder, locks);
	}
	const sqlite = path.join(folder, 'node_modules/sqlite3/build/Release/node_sqlite3.node');
	if (existsSync(sqlite)) return;
	console.log("Building n8n's database driver (about a minute, once)");
	const node = node24();
	await quietNpm(
		'npm-sqlite3',
		['rebuild', 'sqlite3', '--ignore-scripts=false'],
		'If no binary can be downloaded, it is compiled: install python3, make and a C++ compiler.',
		{ cwd: folder, env: { ...process.env, ...(node && buildWith(node)) } },
	);
}

/** Path of n8n's own Node.js, which `host` brings along; none where the running one is used. */
function node24() {
	const system = process.platform === 'win32' ? 'win' : process.platform;
	const name = `node-${system}-${process.arch}`;
	if (name in readJson(path.join(host, 'package.json')).optionalDependencies) {
		const binary = process.platform === 'win32' ? 'node.exe' : 'node';
		return path.join(host, 'node_modules', name, 'bin', binary);
	}
	if (Number(process.versions.node.split('.')[0]) >= 24) return undefined;
	throw new Failure(
		`n8n needs Node.js 24, and none can be installed for ${system} ${process.arch}: ` +
			'run this under Node.js 24 or newer',
	);
}

/**
 * The driver is built with the headers of the Node.js that runs n8n, whatever npm runs under.
 *
 * @param {string} binary
 */
function buildWith(binary) {
	const bin = path.dirname(binary);
	return {
		PATH: [bin, process.env.PATH].join(path.delimiter),
		npm_config_nodedir: path.dirname(bin),
	};
}
