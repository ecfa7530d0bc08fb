import { inBrowser, type Page } from './browser';
import { BROWSER_ID } from './restClient';
import type { Rest } from './rest';

export interface Size {
	readonly width: number;
	readonly height: number;
}

/** Opens n8n's editor, logged in by the session of `rest`, and hands over the page. */
export async function inEditor<T>(
	{ url, cookie }: Pick<Rest, 'url' | 'cookie'>,
	work: (page: Page) => Promise<T>,
	size: Size = { width: 1600, height: 900 },
): Promise<T> {
	return await inBrowser({ viewport: size }, async (page) => {
		const [name = '', value = ''] = cookie.split(/=(.*)/);
		await page.context().addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }]);
		// n8n takes a session only from the browser that opened it.
		await page.addInitScript(`localStorage.setItem('n8n-browserId', '${BROWSER_ID}')`);
		return await work(page);
	});
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
