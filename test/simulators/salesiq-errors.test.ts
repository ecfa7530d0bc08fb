import { request } from 'undici';
import { dataCentres, errorBody } from '../../simulators/salesiq';
import type { TestBed } from './support/salesiq';
import { example, startTestBed } from './support/salesiq';

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

async function codeWith(
	headers: Record<string, string>,
	path = '/apps',
): Promise<number | undefined> {
	const { body } = await request(`${bed.simulator.url}/api/v2/example-inc${path}`, { headers });
	return ((await body.json()) as { error?: { code: number } }).error?.code;
}

describe('the header', () => {
	test('is Zoho-oauthtoken', async () => {
		const token = bed.simulator.issueToken();
		expect(await codeWith({ authorization: `Zoho-oauthtoken ${token}` })).toBeUndefined();
	});

	test.each([
		['none', {}],
		['another scheme', { authorization: 'Basic abc' }],
		['no token', { authorization: 'Zoho-oauthtoken' }],
	])('malformed is 1002: %s', async (_name, headers) => {
		expect(await codeWith(headers)).toBe(1002);
	});

	test('Bearer is refused, unless a test says otherwise', async () => {
		const authorization = `Bearer ${bed.simulator.issueToken()}`;
		expect(await codeWith({ authorization })).toBe(1002);
		bed.simulator.settings.acceptBearer = true;
		expect(await codeWith({ authorization })).toBeUndefined();
	});
});

describe('an invalid token', () => {
	test('is 1008 inside HTTP 200, or the status that a test chooses', async () => {
		const body = { error: { code: 1008, message: 'Invalid OAuthToken' } };
		expect(await bed.api('/apps', { token: 'other' })).toEqual({ status: 200, body });
		for (const status of [400, 401]) {
			bed.simulator.settings.invalidTokenStatus = status;
			expect(await bed.api('/apps', { token: 'other' })).toEqual({ status, body });
		}
	});

	test('is one of another data centre', async () => {
		const authorization = `Zoho-oauthtoken ${bed.simulator.issueToken({ dataCentre: 'eu' })}`;
		expect(await codeWith({ authorization, host: 'salesiq.zoho.com' })).toBe(1008);
		expect(await codeWith({ authorization, host: 'salesiq.zoho.eu' })).toBeUndefined();
	});
});

test('a wrong screen name is 1002, or 1005 as documented', async () => {
	expect(await bed.code('/api/v2/other/apps')).toBe(1002);
	expect(await bed.code('/api/v2/portals/other')).toBe(1002);
	bed.simulator.settings.wrongScreenNameCode = 1005;
	expect(await bed.code('/api/v2/other/apps')).toBe(1005);
});

test('a screen name may have a blank', async () => {
	expect(await bed.code('/api/v2/Example%20Fashions/apps')).toBeUndefined();
});

test('a scope of all operations counts for each', async () => {
	const read = bed.simulator.issueToken({ scopes: ['SalesIQ.Apps.ALL'] });
	expect(await bed.code('/apps', { token: read })).toBeUndefined();
	const small = bed.simulator.issueToken({ scopes: ['SalesIQ.apps.READ'] });
	expect(await bed.code('/apps', { token: small })).toBe(1009);
});

describe('what the contract does not have', () => {
	test('is error 1006 in HTTP 200', async () => {
		const printed = example('rest/error.response.json');
		expect(await bed.api('/chats')).toEqual({ status: 200, body: printed });
		expect(await bed.api('/cannedresponses')).toEqual({ status: 200, body: printed });
	});

	test('is error 1004 where only the method is wrong', async () => {
		expect(await bed.code('/apps', { method: 'POST' })).toBe(1004);
		expect(await bed.code('/webhooks/1', { json: {} })).toBe(1004);
	});
});

test('errors have the HTTP status that a test chooses', async () => {
	bed.simulator.settings.errorStatus = 400;
	expect((await bed.api('/webhooks')).status).toBe(400);
	expect((await bed.api('/apps')).status).toBe(200);
});

describe('a body', () => {
	const path = '/tags';

	test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx'])(
		'as %s is 1054',
		async (type) => {
			const how = { body: '{}', headers: { 'Content-Type': type } };
			expect(await bed.api(path, how)).toMatchObject({
				body: { error: { code: 1054, header: 'Content-Type' } },
			});
		},
	);

	test.each(['{', '[]', 'null', '1', ''])('that is %j is 1015', async (body) => {
		const headers = { 'Content-Type': 'application/json; charset=utf-8' };
		expect(await bed.code(path, { body, headers })).toBe(1015);
	});
});

describe('hosts', () => {
	test('are two a data centre', () => {
		expect(bed.simulator.hosts).toHaveLength(2 * dataCentres.length);
		expect(bed.simulator.hosts).toEqual(
			expect.arrayContaining(['salesiq.zoho.com', 'accounts.zoho.com.au', 'salesiq.zohocloud.ca']),
		);
	});

	test.each([
		['salesiq.zoho.eu', '/api/v2/portals', 200],
		['accounts.zoho.eu', '/api/v2/portals', 404],
		['accounts.zoho.jp:443', '/oauth/v2/auth', 200],
		['salesiq.zoho.jp', '/oauth/v2/auth', 404],
	])('%s serves %s with %i', async (host, path, status) => {
		const { statusCode, body } = await request(bed.simulator.url + path, { headers: { host } });
		await body.dump();
		expect(statusCode).toBe(status);
	});
});

test('a fault can say no as the vendor does', async () => {
	bed.simulator.faults.add({ path: '*/apps', answer: { status: 200, body: errorBody(1023) } });
	expect(await bed.code('/apps')).toBe(1023);
	expect(await bed.code('/apps')).toBeUndefined();
	expect(bed.simulator.requests.map(({ path }) => path)).toEqual([
		'/api/v2/example-inc/apps',
		'/api/v2/example-inc/apps',
	]);
});

describe('a late fault', () => {
	const json = { name: 'Late', color: '#123456', module: 'visitors' };

	test('loses the answer to what was done', async () => {
		bed.simulator.faults.add({ path: '*/tags', late: true, drop: true });
		await expect(bed.api('/tags', { json })).rejects.toThrow('fetch failed');
		expect(bed.simulator.account.tags).toMatchObject([{ name: 'Late' }]);
	});

	test('answers something else', async () => {
		const answer = { status: 500, body: errorBody(1001), headers: { 'retry-after': '1' } };
		bed.simulator.faults.add({ path: '*/tags', late: true, answer });
		expect(await bed.api('/tags', { json })).toEqual({ status: 500, body: errorBody(1001) });
		expect(bed.simulator.account.tags).toHaveLength(1);
		bed.simulator.faults.add({ late: true, answer: { status: 502, body: 'Bad Gateway' } });
		expect(await bed.api('/apps')).toEqual({ status: 502, body: 'Bad Gateway' });
	});

	test('takes its time', async () => {
		bed.simulator.faults.add({ late: true, delayMs: 60 });
		const startMs = performance.now();
		expect((await bed.api('/tags', { json })).status).toBe(200);
		expect(performance.now() - startMs).toBeGreaterThan(50);
	});
});

test('a listener hears of each request before it is served', async () => {
	const token = bed.simulator.issueToken();
	let count = 0;
	const end = bed.simulator.watch(({ path }) => {
		count += 1;
		if (count === 2 && path.endsWith('/apps')) bed.simulator.expireTokens();
	});
	expect(await bed.code('/apps', { token })).toBeUndefined();
	expect(await bed.code('/apps', { token })).toBe(1008);
	end();
	await bed.api('/apps');
	expect(count).toBe(2);
});

test('reset brings everything back', async () => {
	const { simulator } = bed;
	const { account } = simulator;
	const token = simulator.issueToken();
	account.conversations = [];
	simulator.settings.errorStatus = 500;
	simulator.access.screenName = 'other';
	simulator.faults.add({ answer: { status: 500 } });
	simulator.reset();
	expect(simulator.account).toBe(account);
	expect(account.conversations).toHaveLength(4);
	expect(simulator.requests).toEqual([]);
	expect(await bed.api('/apps', { token })).toMatchObject({
		status: 200,
		body: { error: { code: 1008 } },
	});
	expect(simulator.access.screenName).toBe('example-inc');
});

test('two simulators share nothing', async () => {
	const other = await startTestBed();
	other.simulator.account.conversations.pop();
	expect(bed.simulator.account.conversations).toHaveLength(4);
	expect(await bed.code('/apps', { token: other.simulator.issueToken() })).toBe(1008);
	await other.simulator.stop();
});
