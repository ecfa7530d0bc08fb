import { errorBody } from '../../../simulators/salesiq';
import { runAction } from '../../support/run';
import { startSalesIqBench, type SalesIqBench } from '../../support/salesiq';

let bench: SalesIqBench;

beforeAll(async () => {
	bench = await startSalesIqBench();
});

afterEach(() => {
	bench.reset();
});

afterAll(async () => {
	await bench.stop();
});

const get = { resource: 'conversation', operation: 'get', conversationId: '17000000004021' };
const close = { ...get, operation: 'close' };
const items = Array.from({ length: 50 }, () => ({ json: {} }));
const tokenCalls = () =>
	bench.vendor.requests.filter(({ path }) => path === '/oauth/v2/token').length;

/** A setting whose credential was connected; what is renewed is stored in it. */
async function connected(parameters: object = get) {
	const setting = bench.action({ ...parameters });
	const zohoSalesIqOAuth2Api = await bench.connected();
	const before = bench.vendor.requests.length;
	return {
		...setting,
		credentials: { zohoSalesIqOAuth2Api },
		memory: { staticData: {} },
		renewals: () =>
			bench.vendor.requests.slice(before).filter(({ path }) => path === '/oauth/v2/token').length,
	};
}

const failure = async (run: Promise<unknown>) =>
	await run.then(
		() => {
			throw new Error('It did not fail');
		},
		(error: unknown) => error as { message: string; description: string; httpCode: string | null },
	);

describe('an expired token', () => {
	test.each([200, 400, 401])('told with HTTP %s is renewed once for 50 items', async (status) => {
		const setting = await connected();
		bench.vendor.settings.invalidTokenStatus = status;
		const old = setting.credentials.zohoSalesIqOAuth2Api.oauthTokenData;
		bench.vendor.expireTokens();
		const { items: results } = await runAction(setting, items);
		expect(results).toHaveLength(50);
		expect(setting.renewals()).toBe(1);
		// The next execution starts with the new one.
		expect(setting.credentials.zohoSalesIqOAuth2Api.oauthTokenData).not.toEqual(old);
		await runAction(setting, items.slice(0, 2));
		expect(setting.renewals()).toBe(1);
	});

	test.each([
		['401 without a word', { status: 401 }],
		['400 of a gateway', { status: 400, body: 'Invalid OAuthToken' }],
	])('told with HTTP %s is renewed', async (_name, answer) => {
		const setting = await connected();
		bench.vendor.faults.add({ path: '*/conversations/*', answer });
		expect((await runAction(setting)).items).toHaveLength(1);
		expect(setting.renewals()).toBe(1);
	});

	test('is renewed for a write, which is then sent a second time', async () => {
		const setting = await connected(close);
		bench.vendor.expireTokens();
		expect((await runAction(setting)).items[0]?.json.status).toBe('Attended Online');
		expect(bench.vendor.requests.filter(({ method }) => method === 'PUT')).toHaveLength(2);
	});

	test('that is renewed in vain is reported, not renewed again', async () => {
		const setting = await connected();
		bench.vendor.faults.add({
			path: '*/conversations/*',
			times: 99,
			answer: { status: 200, body: errorBody(1008) },
		});
		const error = await failure(runAction(setting));
		expect(error).toMatchObject({ httpCode: '401' });
		expect(error.description).toContain('Reconnect the credential');
		expect(setting.renewals()).toBe(1);
	});
});

describe('a renewal that Zoho refuses', () => {
	test.each([200, 400, 401])('with HTTP %s is tried once for 50 items', async (status) => {
		const setting = await connected();
		bench.vendor.settings.tokenErrorStatus = status;
		bench.vendor.revokeTokens();
		const { items: results } = await runAction(setting, items, true);
		expect(results).toHaveLength(50);
		for (const { json } of results) expect(json.error).toContain('did not renew the access token');
		expect(setting.renewals()).toBe(1);
		expect(bench.vendor.requests.filter(({ path }) => path.includes('conv'))).toHaveLength(1);
	});

	test('says why, and to reconnect', async () => {
		const setting = await connected();
		bench.vendor.faults.add({
			path: '/oauth/v2/token',
			answer: {
				status: 200,
				body: { error: 'Access Denied', error_description: 'Too many requests continuously' },
			},
		});
		bench.vendor.expireTokens();
		const error = await failure(runAction(setting));
		expect(error.description).toContain('Reconnect the credential');
		expect(error.description).toContain('It said: Too many requests continuously');
	});

	test('is told when the credential has no refresh token, or is not connected', async () => {
		bench.vendor.settings.invalidTokenStatus = 401;
		const setting = bench.action(get);
		bench.vendor.expireTokens();
		expect((await failure(runAction(setting))).description).toContain('Reconnect');
		const unconnected = bench.action(get);
		delete (unconnected.credentials?.zohoSalesIqOAuth2Api ?? {}).oauthTokenData;
		expect((await failure(runAction(unconnected))).message).toContain('not connected to Zoho');
		expect(tokenCalls()).toBe(0);
	});
});

describe('code 1002, which means the login or the portal', () => {
	const elsewhere = { ...get, portal: { __rl: true, mode: 'name', value: 'elsewhere' } };

	test('tells of the screen name and the data center, and renews nothing', async () => {
		const setting = await connected(elsewhere);
		const error = await failure(runAction(setting));
		expect(error.message).toContain('does not know the portal');
		expect(error.description).toMatch(/screen name.*data center/);
		expect(setting.renewals()).toBe(0);
	});

	test('is worth one renewal when the time of the token is over', async () => {
		const setting = await connected(elsewhere);
		Object.assign(setting.credentials.zohoSalesIqOAuth2Api.oauthTokenData ?? {}, {
			n8n_expires_at: String(Date.now() - 1000),
		});
		await runAction(setting, items, true);
		expect(setting.renewals()).toBe(1);
	});
});

test('no token is in an item, an error or a line of the log', async () => {
	const setting = await connected();
	const told: unknown[] = [(await runAction(setting)).items];
	bench.vendor.expireTokens();
	told.push((await runAction(setting)).items);
	bench.vendor.faults.add({ method: 'PUT', drop: true });
	told.push(await failure(runAction({ ...setting, parameters: bench.action(close).parameters })));
	bench.vendor.revokeTokens();
	told.push(await failure(runAction(setting)), (await runAction(setting, items, true)).items);
	const text =
		told.map((one) => `${JSON.stringify(one)} ${String(one)}`).join() + setting.log.join();
	expect(text).toContain('SalesIQ');
	for (const secret of ['example-access-token', 'example-refresh-token', 'example-client-secret']) {
		expect(text).not.toContain(secret);
	}
});
