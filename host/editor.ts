import { inBrowser, type BrowserContextOptions, type Page } from './browser';
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
	options: BrowserContextOptions = {},
): Promise<T> {
	return await inBrowser({ viewport: size, ...options }, async (page) => {
		const [name = '', value = ''] = cookie.split(/=(.*)/);
		await page.context().addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }]);
		// n8n takes a session only from the browser that opened it.
		await page.addInitScript(`localStorage.setItem('n8n-browserId', '${BROWSER_ID}')`);
		return await work(page);
	});
}
