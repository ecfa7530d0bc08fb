import { request } from 'undici';
import type { TestBed } from './support/iadvize';
import { startTestBed } from './support/iadvize';

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

describe('faults', () => {
	test('answer what a test says, for as many requests as it says', async () => {
		const body = { error: 'busy' };
		bed.simulator.faults.add({ times: 2, answer: { status: 503, body } });
		expect(await bed.rest('/visitor')).toEqual({ status: 503, body });
		expect(await bed.rest('/visitor')).toEqual({ status: 503, body });
		expect((await bed.rest('/visitor')).status).toBe(200);
	});

	test('can have headers', async () => {
		const headers = { 'retry-after': '2' };
		bed.simulator.faults.add({ answer: { status: 429, headers } });
		const response = await fetch(`${bed.simulator.url}/_authenticated`);
		expect([response.status, response.headers.get('retry-after')]).toEqual([429, '2']);
	});

	test.each([
		['another method', { method: 'post' }],
		['another path', { path: '/graphql' }],
		['the beginning of the path', { path: '/api' }],
		['another pattern', { path: /operator/ }],
	])('spare %s', async (_name, match) => {
		bed.simulator.faults.add({ ...match, answer: { status: 500 } });
		expect((await bed.rest('/visitor')).status).toBe(200);
	});

	test.each([{ method: 'get' }, { path: '/api/2/*' }, { path: /visitor$/ }])(
		'meet %j',
		async (match) => {
			bed.simulator.faults.add({ ...match, answer: { status: 500 } });
			expect((await bed.rest('/visitor')).status).toBe(500);
		},
	);

	test('drop the connection', async () => {
		bed.simulator.faults.add({ path: '/graphql', drop: true });
		await expect(bed.graphql('{ __typename }')).rejects.toThrow('fetch failed');
		expect((await bed.graphql('{ __typename }')).status).toBe(200);
	});

	test('delay the real answer, in real time', async () => {
		bed.simulator.faults.add({ delayMs: 60 });
		const startMs = performance.now();
		expect((await bed.rest('/visitor')).status).toBe(200);
		expect(performance.now() - startMs).toBeGreaterThan(50);
	});

	test('of a minute do not keep the simulator from stopping', async () => {
		const other = await startTestBed();
		other.simulator.faults.add({ delayMs: 60_000 });
		const asking = other.rest('/visitor').catch(() => 'cut off');
		while (other.simulator.requests.length === 0) await new Promise(setImmediate);
		await other.simulator.stop();
		await asking;
	});
});

describe('requests', () => {
	test('are written down with what a test may want to see', async () => {
		await bed.rest('/operator/1/live?x=a%20b&filters[id]=1', {
			method: 'PUT',
			form: 'chat[available]=0',
		});
		expect(bed.simulator.requests).toEqual([
			{
				method: 'PUT',
				host: new URL(bed.simulator.url).host,
				path: '/api/2/operator/1/live',
				query: { x: 'a b', 'filters[id]': '1' },
				headers: expect.objectContaining({ 'x-api-key': 'example-api-key' }) as object,
				body: 'chat[available]=0',
				at: bed.clock.now(),
			},
		]);
	});

	test('are written down when they fail, too', async () => {
		bed.simulator.faults.add({ answer: { status: 500 } });
		await bed.rest('/visitor');
		await bed.rest('/nothing');
		await bed.rest('/visitor', { headers: {} });
		expect(bed.simulator.requests.map(({ path }) => path)).toEqual([
			'/api/2/visitor',
			'/api/2/nothing',
			'/api/2/visitor',
		]);
	});
});

test.each([
	['ha.iadvize.com', '/api/2/visitor', 200],
	['sd.iadvize.com', '/api/2/visitor', 200],
	['api.iadvize.com', '/api/2/visitor', 404],
	['ha.iadvize.com', '/_authenticated', 404],
	['api.iadvize.com:443', '/_authenticated', 401],
])('the host %s serves %s with %i', async (host, path, status) => {
	const headers = { host, 'x-api-key': bed.simulator.access.apiKey };
	const { statusCode, body } = await request(bed.simulator.url + path, { headers });
	await body.dump();
	expect(statusCode).toBe(status);
	expect(bed.simulator.requests[0]?.host).toBe(host);
});

test('reset brings account, settings, tokens and logins back', async () => {
	const { simulator } = bed;
	const { account } = simulator;
	const token = simulator.issueToken();
	account.visitors = [];
	simulator.settings.restFailureStatus = 500;
	simulator.faults.add({ times: 9, answer: { status: 500 } });
	for (let i = 0; i < 11; i += 1) await bed.logIn();
	simulator.reset();
	expect(simulator.account).toBe(account);
	expect(account.visitors).toHaveLength(3);
	expect(simulator.requests).toEqual([]);
	expect((await bed.rest('/visitor/1')).status).toBe(200);
	expect((await bed.graphql('{ __typename }', { token })).status).toBe(401);
	expect((await bed.logIn()).status).toBe(200);
});

test('two simulators share nothing', async () => {
	const other = await startTestBed();
	other.simulator.account.visitors.pop();
	expect(bed.simulator.account.visitors).toHaveLength(3);
	await other.simulator.stop();
});
