import { z } from 'zod';

export interface Owner {
	readonly email: string;
	readonly password: string;
}

export interface RestClient {
	/** n8n's address, without a trailing slash. */
	readonly url: string;
	/** The session's cookie, as a `name=value` pair; empty before `signIn`. */
	readonly cookie: string;
	/** Calls n8n's own REST API and checks the answer against `schema`. */
	readonly call: <T>(
		method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
		path: string,
		schema: z.ZodType<T, z.ZodTypeDef, unknown>,
		body?: unknown,
	) => Promise<T>;
	/** Makes `owner` the owner of a new n8n, or logs in to one that has an owner. */
	readonly signIn: (owner: Owner) => Promise<void>;
}

// n8n ties a session to the browser that opened it, by this header.
export const BROWSER_ID = 'n8n-nodes-conversations-host';

const settings = z.object({
	data: z.object({ userManagement: z.object({ showSetupOnFirstLoad: z.boolean() }) }),
});
const refusal = z.object({ message: z.string() });

/** A client of n8n's own REST API: the one that its editor uses. */
export function restClient(url: string): RestClient {
	let cookie = '';

	const call: RestClient['call'] = async (method, path, schema, body) => {
		const answer = await fetch(url + path, {
			method,
			headers: {
				'browser-id': BROWSER_ID,
				// n8n closes an idle connection after 5 s, which a busy machine notices too late.
				connection: 'close',
				...(cookie === '' ? {} : { cookie }),
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const session = answer.headers.getSetCookie().find((line) => line.startsWith('n8n-auth='));
		if (session !== undefined) cookie = session.split(';')[0] ?? '';
		const text = await answer.text();
		if (!answer.ok) throw new Error(`n8n answered ${method} ${path} with ${why(answer, text)}`);
		const parsed = schema.safeParse(text === '' ? undefined : JSON.parse(text));
		if (parsed.success) return parsed.data;
		throw new Error(
			`n8n answered ${method} ${path} unlike any version known here: ${parsed.error.message}`,
		);
	};

	return {
		url,
		get cookie() {
			return cookie;
		},
		call,
		async signIn({ email, password }) {
			const { data } = await call('GET', '/rest/settings', settings);
			if (data.userManagement.showSetupOnFirstLoad) {
				const owner = { email, password, firstName: 'Local', lastName: 'Owner' };
				await call('POST', '/rest/owner/setup', z.unknown(), owner);
				return;
			}
			await call('POST', '/rest/login', z.unknown(), { emailOrLdapLoginId: email, password });
		},
	};
}

function why(answer: Response, text: string): string {
	try {
		return `${answer.status}: ${refusal.parse(JSON.parse(text)).message}`;
	} catch {
		return `${answer.status}: ${text.slice(0, 300)}`;
	}
}
