import { MINUTE_MS } from '../../simulators/iadvize';
import type { TestBed } from './support/iadvize';
import { example, fetchJson, shapeOf, startTestBed } from './support/iadvize';

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

const invalid = example('rest/authenticated-invalid.response.json');

async function logInForToken(): Promise<string> {
	const { body } = await bed.logIn();
	return (body as { access_token: string }).access_token;
}

function check(token: string) {
	return fetchJson(`${bed.simulator.url}/_authenticated`, {
		headers: { Authorization: `Bearer ${token}` },
	});
}

test('a login answers like the example', async () => {
	const { status, body } = await bed.logIn();
	expect(status).toBe(200);
	expect(shapeOf(body)).toEqual(shapeOf(example('rest/oauth2-token.response.json')));
	expect(body).toMatchObject({ expires_in: 86400, refresh_token: 'none', token_type: 'Bearer' });
});

test('the token is good for a day', async () => {
	const token = await logInForToken();
	bed.clock.advance(24 * 60 * MINUTE_MS - 1);
	expect(await check(token)).toEqual({
		status: 200,
		body: example('rest/authenticated-ok.response.json'),
	});
	bed.clock.advance(1);
	expect(await check(token)).toEqual({ status: 401, body: invalid });
	expect(await bed.graphql('{ __typename }', { token })).toEqual({ status: 401, body: invalid });
});

test('a revoked token is invalid, under the HTTP status that a test chooses', async () => {
	const token = await logInForToken();
	bed.simulator.revokeTokens();
	bed.simulator.settings.invalidTokenStatus = 200;
	expect(await check(token)).toEqual({ status: 200, body: invalid });
	expect(await bed.graphql('{ __typename }', { token })).toEqual({ status: 200, body: invalid });
});

test.each([
	['another password', { password: 'wrong' }, 'invalid_grant'],
	['another user', { username: 'nobody@example.com' }, 'invalid_grant'],
	['another grant', { grant_type: 'client_credentials' }, 'unsupported_grant_type'],
])('refuses: %s', async (_name, form, error) => {
	expect(await bed.logIn(form)).toEqual({ status: 400, body: { error } });
});

test('refuses a log-in whose e-mail and password are not form-encoded', async () => {
	const { email, password } = bed.simulator.access;
	const { status } = await fetchJson(`${bed.simulator.url}/oauth2/token`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
		body: `username=${email}&password=${password}&grant_type=password`,
	});
	expect(status).toBe(400);
});

test('refuses JSON', async () => {
	const { status } = await fetchJson(`${bed.simulator.url}/oauth2/token`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: '{}',
	});
	expect(status).toBe(400);
});

test('lets a user in ten times a minute, and again when the minute is over', async () => {
	for (let i = 0; i < 10; i += 1) expect((await bed.logIn()).status).toBe(200);
	expect((await bed.logIn()).status).toBe(429);
	expect((await bed.logIn({ username: 'other@example.com' })).status).toBe(400);
	bed.clock.advance(MINUTE_MS);
	expect((await bed.logIn()).status).toBe(200);
});

test('lets an address in a hundred times a minute', async () => {
	for (let i = 0; i < 100; i += 1) {
		expect((await bed.logIn({ username: `user-${i}@example.com` })).status).toBe(400);
	}
	expect((await bed.logIn()).status).toBe(429);
});
