import { request } from 'undici';
import { MINUTE_MS } from '../../simulators/salesiq';
import type { Reply } from './support/iadvize';
import { fetchJson } from './support/iadvize';
import type { TestBed } from './support/salesiq';
import { startTestBed } from './support/salesiq';

let bed: TestBed;
beforeAll(async () => {
	bed = await startTestBed();
});
beforeEach(() => {
	bed.simulator.reset();
});
afterAll(async () => {
	await bed.simulator.stop();
});

const redirect_uri = 'https://n8n.example.com/rest/oauth2-credential/callback';
const scope = 'SalesIQ.webhooks.READ,SalesIQ.Apps.READ';

function question(change: Record<string, string> = {}): Record<string, string> {
	return {
		client_id: 'example-client-id',
		response_type: 'code',
		redirect_uri,
		scope,
		access_type: 'offline',
		prompt: 'consent',
		state: 'a+b/c=&d',
		...change,
	};
}

async function page(change: Record<string, string> = {}): Promise<Reply> {
	const query = new URLSearchParams(question(change)).toString();
	return fetchJson(`${bed.simulator.url}/oauth/v2/auth?${query}`);
}

/** Presses a button of the consent page and gives where that leads. */
async function press(change: Record<string, string> = {}, host?: string): Promise<URL> {
	const { headers, body } = await request(`${bed.simulator.url}/oauth/v2/auth`, {
		method: 'POST',
		headers: {
			'content-type': 'application/x-www-form-urlencoded',
			...(host !== undefined && { host }),
		},
		body: new URLSearchParams({ ...question(change), decision: 'accept', ...change }).toString(),
	});
	await body.dump();
	return new URL(String(headers.location));
}

interface TokenAnswer {
	access_token?: string;
	refresh_token?: string;
	error?: string;
}

async function token(form: Record<string, string>): Promise<Reply & { body: TokenAnswer }> {
	const { clientId: client_id, clientSecret: client_secret } = bed.simulator.access;
	const reply = await fetchJson(`${bed.simulator.url}/oauth/v2/token`, {
		method: 'POST',
		body: new URLSearchParams({ client_id, client_secret, ...form }),
	});
	return reply as Reply & { body: TokenAnswer };
}

async function logIn(change: Record<string, string> = {}): Promise<TokenAnswer> {
	const code = (await press(change)).searchParams.get('code') ?? '';
	return (await token({ grant_type: 'authorization_code', code, redirect_uri })).body;
}

const refresh = (refresh_token = '') => token({ grant_type: 'refresh_token', refresh_token });

describe('the authorise page', () => {
	test('has an Accept button and carries all that was asked', async () => {
		const { status, body } = await page({ state: '"><b>' });
		expect(status).toBe(200);
		expect(body).toContain('value="accept">Accept</button>');
		expect(body).toContain('<li>SalesIQ.webhooks.READ</li>');
		expect(body).toContain('name="state" value="&quot;&gt;&lt;b&gt;"');
	});

	test('leads back with code, state and where the user lives', async () => {
		const url = await press({}, 'accounts.zoho.eu');
		expect(url.origin + url.pathname).toBe(redirect_uri);
		expect(Object.fromEntries(url.searchParams)).toEqual({
			state: 'a+b/c=&d',
			code: expect.stringContaining('example-code-') as string,
			location: 'eu',
			'accounts-server': 'https://accounts.zoho.eu',
		});
	});

	test('leads back without a code when the user rejects', async () => {
		const url = await press({ decision: 'reject' });
		expect(Object.fromEntries(url.searchParams)).toEqual({
			state: 'a+b/c=&d',
			error: 'access_denied',
		});
	});

	test.each([
		['another client', { client_id: 'other' }, 'invalid_client'],
		['another response', { response_type: 'token' }, 'unsupported_response_type'],
		['no way back', { redirect_uri: '' }, 'invalid_redirect_uri'],
		[
			'scopes apart by blanks',
			{ scope: 'SalesIQ.webhooks.READ SalesIQ.Apps.READ' },
			'invalid_scope',
		],
		['a scope of another product', { scope: 'ZohoCRM.modules.ALL' }, 'invalid_scope'],
	])('refuses: %s', async (_name, change, error) => {
		const { body } = await page(change);
		expect(body).toContain(error);
		expect(body).not.toContain('Accept');
	});
});

describe('the token endpoint', () => {
	test('exchanges a code once', async () => {
		const code = (await press()).searchParams.get('code') ?? '';
		const form = { grant_type: 'authorization_code', code, redirect_uri };
		expect(await token(form)).toEqual({
			status: 200,
			body: {
				access_token: expect.any(String) as string,
				refresh_token: expect.any(String) as string,
				api_domain: 'https://www.zohoapis.com',
				token_type: 'Bearer',
				expires_in: 3600,
			},
		});
		expect(await token(form)).toEqual({ status: 200, body: { error: 'invalid_code' } });
	});

	test.each([
		['another secret', { client_secret: 'other' }, 'invalid_client'],
		['another client', { client_id: 'other' }, 'invalid_client'],
		['another grant', { grant_type: 'client_credentials' }, 'unsupported_grant_type'],
		['an unknown code', { code: 'other' }, 'invalid_code'],
		['another way back', { redirect_uri: 'https://example.com' }, 'invalid_redirect_uri'],
	])('refuses: %s', async (_name, change, error) => {
		const code = (await press()).searchParams.get('code') ?? '';
		const form = { grant_type: 'authorization_code', code, redirect_uri, ...change };
		expect(await token(form)).toEqual({ status: 200, body: { error } });
	});

	test('refuses under the HTTP status that a test chooses', async () => {
		bed.simulator.settings.tokenErrorStatus = 400;
		expect(await refresh('other')).toEqual({ status: 400, body: { error: 'invalid_code' } });
	});

	test('gives a refresh token for offline access only', async () => {
		expect(await logIn({ access_type: 'online' })).not.toHaveProperty('refresh_token');
	});

	test('gives a refresh token again only after the consent prompt', async () => {
		expect(await logIn({ prompt: '' })).toHaveProperty('refresh_token');
		expect(await logIn({ prompt: '' })).not.toHaveProperty('refresh_token');
		expect(await logIn()).toHaveProperty('refresh_token');
	});

	test('knows a code at its own data centre only', async () => {
		const code = (await press({}, 'accounts.zoho.eu')).searchParams.get('code') ?? '';
		const { clientId: client_id, clientSecret: client_secret } = bed.simulator.access;
		const form = { grant_type: 'authorization_code', code, redirect_uri, client_id, client_secret };
		const { body } = await request(`${bed.simulator.url}/oauth/v2/token`, {
			method: 'POST',
			headers: { host: 'accounts.zoho.in' },
			body: new URLSearchParams(form).toString(),
		});
		expect(await body.json()).toEqual({ error: 'invalid_code' });
	});
});

describe('access tokens', () => {
	const check = (access_token?: string) => bed.code('/apps', { token: access_token ?? '' });

	test('are good for an hour, and a refresh brings the next', async () => {
		const { access_token, refresh_token } = await logIn();
		bed.clock.advance(60 * MINUTE_MS - 1);
		expect(await check(access_token)).toBeUndefined();
		bed.clock.advance(1);
		expect(await check(access_token)).toBe(1008);
		const { body } = await refresh(refresh_token);
		expect(body).not.toHaveProperty('refresh_token');
		expect(await check(body.access_token)).toBeUndefined();
	});

	test('have the scopes that were granted, also after a refresh', async () => {
		const { refresh_token } = await logIn();
		const { access_token = '' } = (await refresh(refresh_token)).body;
		expect(await bed.code('/apps', { token: access_token })).toBeUndefined();
		expect(await bed.code('/operators', { token: access_token })).toBe(1009);
	});

	test('are ten in ten minutes by one refresh token', async () => {
		const { refresh_token } = await logIn();
		for (let i = 0; i < 10; i += 1) {
			expect((await refresh(refresh_token)).body).toHaveProperty('access_token');
		}
		const refused = await refresh(refresh_token);
		expect(refused.body).toMatchObject({ error: 'Access Denied' });
		bed.clock.advance(10 * MINUTE_MS);
		expect((await refresh(refresh_token)).body).toHaveProperty('access_token');
	});

	test('live thirty at a time', async () => {
		const { access_token, refresh_token } = await logIn();
		for (let i = 0; i < 30; i += 1) {
			if (i % 10 === 0) bed.clock.advance(10 * MINUTE_MS);
			if (i < 29) expect(await check(access_token)).toBeUndefined();
			await refresh(refresh_token);
		}
		expect(await check(access_token)).toBe(1008);
	});

	test('can be made invalid, with or without the refresh tokens', async () => {
		const { access_token, refresh_token } = await logIn();
		bed.simulator.expireTokens();
		expect(await check(access_token)).toBe(1008);
		expect((await refresh(refresh_token)).body).toHaveProperty('access_token');
		bed.simulator.revokeTokens();
		expect((await refresh(refresh_token)).body).toEqual({ error: 'invalid_code' });
	});
});

describe('refresh tokens', () => {
	test('are five new ones a minute', async () => {
		for (let i = 0; i < 5; i += 1) expect(await logIn()).toHaveProperty('refresh_token');
		expect(await logIn()).toMatchObject({ error: 'Access Denied' });
		bed.clock.advance(MINUTE_MS);
		expect(await logIn()).toHaveProperty('refresh_token');
	});

	test('are twenty: one more silently ends the oldest', async () => {
		const { refresh_token } = await logIn();
		for (let i = 0; i < 19; i += 1) {
			bed.clock.advance(MINUTE_MS);
			await logIn();
		}
		expect((await refresh(refresh_token)).body).toHaveProperty('access_token');
		await logIn();
		expect((await refresh(refresh_token)).body).toEqual({ error: 'invalid_code' });
	});
});
