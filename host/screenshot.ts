import { existsSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { BROWSER_ID } from './restClient';
import type { Rest } from './rest';

const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

export interface Size {
	readonly width: number;
	readonly height: number;
}

/**
 * Opens n8n's editor in a headless Chromium, logged in by the session of `rest`, and hands over the
 * page. Chromium is the one at `CHROMIUM`, or `/usr/bin/chromium`.
 */
export async function inEditor<T>(
	{ url, cookie }: Pick<Rest, 'url' | 'cookie'>,
	work: (page: Page) => Promise<T>,
	size: Size = { width: 1600, height: 900 },
): Promise<T> {
	const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
	if (!existsSync(executablePath)) {
		throw new Error(`${executablePath} is missing: install Chromium, or name one in CHROMIUM`);
	}
	const browser = await chromium.launch({ executablePath, args: FLAGS });
	try {
		const context = await browser.newContext({ viewport: size });
		const [name = '', value = ''] = cookie.split(/=(.*)/);
		await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }]);
		// n8n takes a session only from the browser that opened it.
		await context.addInitScript(`localStorage.setItem('n8n-browserId', '${BROWSER_ID}')`);
		return await work(await context.newPage());
	} finally {
		await browser.close();
	}
}

/** Saves a picture (PNG) of a workflow in the editor, zoomed to fit. */
export async function screenshot(rest: Rest, workflowId: string, file: string, size?: Size) {
	await inEditor(
		rest,
		async (page) => {
			await page.goto(`${rest.url}/workflow/${workflowId}`);
			await page.locator('.vue-flow__node').first().waitFor();
			await closeChecklist(page);
			// n8n's key for fitting the workflow into the window.
			await page.keyboard.press('1');
			// The canvas glides to its new place.
			await page.waitForTimeout(1500);
			await page.screenshot({ path: file });
		},
		size,
	);
}

/** n8n lays a checklist over a workflow that was activated lately, a moment after it is shown. */
async function closeChecklist(page: Page): Promise<void> {
	const checklist = page.getByText('Production Checklist');
	const shown = await checklist.waitFor({ timeout: 3000 }).then(
		() => true,
		() => false,
	);
	if (!shown) return;
	await page.keyboard.press('Escape');
	await checklist.waitFor({ state: 'hidden' });
}
