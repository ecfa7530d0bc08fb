import { EnvHttpProxyAgent, request } from 'undici';
import { z } from 'zod';
import type { Proxy } from './proxy';
import type { Rest, StoredCredential } from './rest';
import { BROWSER_ID } from './restClient';

const consent = z.object({ data: z.string().url() });

/**
 * Connects an OAuth2 credential as a user does with "Connect": asks n8n for the vendor's
 * consent page, accepts it, and follows the way back to n8n.
 *
 * @throws when the vendor or n8n refuses; with the page that says so
 */
export async function connectOAuth2(
	{ call, cookie }: Rest,
	{ id, name }: StoredCredential,
	proxy: Proxy,
): Promise<void> {
	const { data } = await call('GET', `/rest/oauth2-credential/auth?id=${id}`, consent);
	const dispatcher = new EnvHttpProxyAgent({
		httpsProxy: proxy.url,
		noProxy: '127.0.0.1',
		requestTls: { ca: proxy.ca },
	});
	try {
		const page = new URL(data);
		const accepted = await request(new URL(page.pathname, page.origin), {
			dispatcher,
			method: 'POST',
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			body: `${page.searchParams.toString()}&decision=accept`,
		});
		const back = accepted.headers.location;
		const refusal = await accepted.body.text();
		if (typeof back !== 'string') throw new Error(`"${name}" was not accepted: ${refusal}`);

		const answer = await request(back, {
			dispatcher,
			headers: { cookie, 'browser-id': BROWSER_ID },
		});
		const shown = await answer.body.text();
		if (
			answer.statusCode !== 200 ||
			/error/i.test(shown.replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ''))
		) {
			throw new Error(`n8n could not connect "${name}" (HTTP ${answer.statusCode}): ${shown}`);
		}
	} finally {
		await dispatcher.close();
	}
}
