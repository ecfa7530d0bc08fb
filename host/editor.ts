import { inBrowser, type BrowserContextOptions, type Page } from './browser';
import type { Rest } from './rest';
import { BROWSER_ID } from './restClient';

const SIZE = { width: 1600, height: 900 };

/** A part of the editor, by the name that n8n gives it for tests. */
export const part = (within: Pick<Page, 'locator'>, name: string) =>
	within.locator(`[data-test-id="${name}"]`);

/** Opens n8n's editor, logged in by the session of `rest`, and hands over the page. */
export async function inEditor<T>(
	{ url, cookie }: Pick<Rest, 'url' | 'cookie'>,
	work: (page: Page) => Promise<T>,
	options: BrowserContextOptions = {},
): Promise<T> {
	return await inBrowser({ viewport: SIZE, ...options }, async (page) => {
		const [name = '', value = ''] = cookie.split(/=(.*)/);
		await page.context().addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }]);
		// n8n takes a session only from the browser that opened it.
		await page.addInitScript(`localStorage.setItem('n8n-browserId', '${BROWSER_ID}')`);
		return await work(page);
	});
}
