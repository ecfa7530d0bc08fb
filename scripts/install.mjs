import './node20.mjs';
import { fileURLToPath } from 'node:url';
import { installHost } from './n8n/install.mjs';
import { installPackages, isInstalled } from './n8n/packages.mjs';
import { Failure, main, root, run } from './run.mjs';
import { runTypeScript } from './typescript.mjs';

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
		console.log('Installing the tools (0.8 GB, about a minute, once)');
		await installPackages('npm-tools', root);
	}
	if (host) await installHost();
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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	await main(() =>
		install({
			host: process.argv.includes('--host'),
			browser: process.argv.includes('--browser'),
		}),
	);
}
