import { existsSync } from 'node:fs';
import path from 'node:path';
// By its path: n8n brings another version into host/node_modules, which wants another browser.
import {
	chromium,
	type Browser,
	type BrowserContextOptions,
	type Page,
} from '../node_modules/playwright-core';

export type { BrowserContextOptions, Page };

const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Where Chromium, Chrome or Edge are, when they were installed in the usual way. */
function usualPlaces(): string[] {
	if (process.platform === 'win32') {
		const { ProgramFiles, LOCALAPPDATA, 'ProgramFiles(x86)': x86 } = process.env;
		const programs = [ProgramFiles, x86, LOCALAPPDATA].filter((folder) => folder !== undefined);
		return ['Google/Chrome', 'Chromium', 'Microsoft/Edge'].flatMap((product) => {
			const name = product.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe';
			return programs.map((folder) => path.join(folder, product, 'Application', name));
		});
	}
	if (process.platform === 'darwin') {
		return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
			(name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
		);
	}
	const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
	return [...names.map((name) => `/usr/bin/${name}`), '/snap/bin/chromium'];
}

/** The one that `CHROMIUM` names, or the first at a usual place; undefined where there is none. */
export function findChromium(): string | undefined {
	const { CHROMIUM } = process.env;
	if (CHROMIUM === undefined || CHROMIUM === '') return usualPlaces().find(existsSync);
	if (existsSync(CHROMIUM)) return CHROMIUM;
	throw new Error(`CHROMIUM names ${CHROMIUM}, which is missing`);
}

async function openBrowser(): Promise<Browser> {
	const executablePath = findChromium();
	// Without a path, playwright-core takes the one that it has installed itself.
	const own = () => chromium.launch({ args: FLAGS });
	if (executablePath === undefined) return await own();
	// What is there may be no more than a script that asks for a snap.
	return await chromium.launch({ executablePath, args: FLAGS }).catch((error: unknown) =>
		own().catch(() => {
			throw error;
		}),
	);
}

/** Whether there is a Chromium that starts. */
export async function canOpenBrowser(): Promise<boolean> {
	try {
		await (await openBrowser()).close();
		return true;
	} catch {
		return false;
	}
}

/** Hands over a page of a new headless Chromium, and closes all when the work is done. */
export async function inBrowser<T>(
	options: BrowserContextOptions,
	work: (page: Page) => Promise<T>,
): Promise<T> {
	const browser = await openBrowser();
	try {
		const context = await browser.newContext(options);
		return await work(await context.newPage());
	} finally {
		await browser.close();
	}
}
