import './node20.mjs';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure, main, quietNpm, root, run } from './run.mjs';
import { runTypeScript } from './typescript.mjs';

// "npm ci" refuses the locks, as a few packages for other platforms are not in them; "npm install"
// takes from them what they have. The flags are said here as a user's own settings may differ.
const INSTALL = [
	...['install', '--no-save', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'],
	...['--include=dev', '--include=optional'],
];
const NETWORK = 'Check the network and the registry that npm is set to, then run this again.';

/**
 * Brings node_modules in line with package-lock.json; does nothing when it is. It runs on a fresh
 * clone, so it uses nothing but Node.js and npm.
 *
 * @param {object} wanted
 * @param {boolean} [wanted.host] whether the private n8n is wanted too
 * @param {boolean} [wanted.browser] whether a Chromium is wanted, which tests look at pages with
 */
export async function install({ host, browser }) {
	if (!isInstalled(root)) {
		console.log('Installing the tools (0.6 GB, about a minute, once)');
		await quietNpm('npm-tools', INSTALL, NETWORK);
	}
	if (host) await installHost(path.join(root, 'host'));
	if (browser) await installBrowser();
}

/** Where no Chromium starts, playwright-core fetches a headless one into its own cache. */
async function installBrowser() {
	const { canOpenBrowser } = await runTypeScript('host/browser.ts');
	if (await canOpenBrowser()) return;
	console.log('Downloading a headless Chromium (0.1 GB, once)');
	const fetching = ['node_modules/playwright-core/cli.js', 'install', '--only-shell', 'chromium'];
	await run(process.execPath, fetching, { stdio: 'ignore' });
	if (await canOpenBrowser()) return;
	throw new Failure(
		'No Chromium starts, and none could be downloaded: install Chromium or Chrome (Debian: ' +
			'"apt-get install chromium"), or set CHROMIUM to the path of one',
	);
}

/** @param {string} folder */
async function installHost(folder) {
	const node = node24(folder);
	if (!isInstalled(folder) || (node && !existsSync(path.join(folder, node)))) {
		const { dependencies } = readJson(path.join(folder, 'package.json'));
		console.log(`Installing n8n ${dependencies.n8n} (2.4 GB, a few minutes, once)`);
		await quietNpm('npm-n8n', INSTALL, NETWORK, { cwd: folder });
	}
	const sqlite = path.join(folder, 'node_modules/sqlite3/build/Release/node_sqlite3.node');
	if (existsSync(sqlite)) return;
	console.log("Building n8n's database driver (about a minute, once)");
	await quietNpm(
		'npm-sqlite3',
		['rebuild', 'sqlite3', '--ignore-scripts=false'],
		'If no binary can be downloaded, it is compiled: install python3, make and a C++ compiler.',
		{ cwd: folder, env: { ...process.env, ...(node && buildWith(path.join(folder, node))) } },
	);
}

/**
 * Path of n8n's own Node.js in `folder`; none where the running one is used.
 *
 * @param {string} folder
 */
function node24(folder) {
	const system = process.platform === 'win32' ? 'win' : process.platform;
	const name = `node-${system}-${process.arch}`;
	if (name in readJson(path.join(folder, 'package.json')).optionalDependencies) {
		const binary = process.platform === 'win32' ? 'node.exe' : 'node';
		return path.join('node_modules', name, 'bin', binary);
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

/**
 * Whether every package of the lock is there; npm keeps its own list of what it has put there.
 *
 * @param {string} folder
 */
function isInstalled(folder) {
	const list = path.join(folder, 'node_modules/.package-lock.json');
	if (!existsSync(list)) return false;
	const { packages: present } = readJson(list);
	const wanted = Object.entries(readJson(path.join(folder, 'package-lock.json')).packages);
	return wanted.every(
		([name, { version, optional, link }]) =>
			name === '' || optional || link || present[name]?.version === version,
	);
}

/** @param {string} file */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	await main(() =>
		install({
			host: process.argv.includes('--host'),
			browser: process.argv.includes('--browser'),
		}),
	);
}
