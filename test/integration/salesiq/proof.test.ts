import { generateKeyPairSync } from 'node:crypto';
import type { INodeParameters } from 'n8n-workflow';
import type { Settings } from '../../../simulators/salesiq';
import { runHook } from '../../support/run';
import { startSalesIqBench, type SalesIqBench, type Trigger } from '../../support/salesiq';

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

const EVENT = 'conversation.missed';

async function published(
	settings: Partial<Settings> = {},
	options: INodeParameters = {},
): Promise<Trigger> {
	Object.assign(bench.vendor.settings, settings);
	const parameters = { events: [EVENT], options: { allowLocalAddress: true, ...options } };
	const trigger = bench.trigger(parameters);
	await runHook(trigger, 'create');
	return trigger;
}

const webhook = () => {
	const [only, ...more] = bench.vendor.account.webhooks;
	if (!only || more.length > 0) throw new Error('There is not exactly one webhook');
	return only;
};
const tokenIn = (url: string) => new URL(url).searchParams.get('token');

const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

/** One attempt of a delivery, as the vendor or a stranger makes it; the status it is answered. */
async function statusOf(trigger: Trigger, how: object = {}): Promise<number | undefined> {
	const event = { event: EVENT, event_time: String(Date.now()), entity_id: '1', entity: {} };
	const delivery = { endpoint: { url: trigger.url }, body: JSON.stringify(event), maxAttempts: 1 };
	return (await bench.vendor.deliver({ ...delivery, ...how })).attempts[0]?.status;
}

const READABLE = [
	...(['pem', 'escaped-pem', 'pkcs1-pem', 'base64', 'base64-unpadded', 'base64url'] as const),
	...(['pkcs1-base64', 'jwk', 'jwk-text'] as const),
];
const UNREADABLE = ['empty', 'number', 'bare-number'] as const;

describe('both proofs', () => {
	test.each(READABLE)('are in force with a key as %s', async (keyFormat) => {
		const trigger = await published({ keyFormat });
		expect(tokenIn(webhook().url)).toMatch(/^[\w-]{32}$/);
		expect(trigger.log.join()).toContain('proved by signature and address token');
		expect(await statusOf(trigger)).toBe(200);
		expect(await statusOf(trigger, { signWith: null })).toBe(401);
		expect(await statusOf(trigger, { bare: true })).toBe(401);
	});

	test('an address with a wrong token, or with the token twice, is no proof', async () => {
		const trigger = await published();
		const { url, keys } = webhook();
		const signWith = keys[0]?.privateKey;
		for (const wrong of [`${url}x`, `${url}&token=${tokenIn(url)}`, `${trigger.url}?token=`]) {
			expect(await statusOf(trigger, { endpoint: { url: wrong }, signWith })).toBe(401);
		}
		expect(await statusOf(trigger, { endpoint: { url }, signWith })).toBe(200);
	});

	test('a call without the token costs no look-up of keys', async () => {
		const trigger = await published();
		const before = bench.vendor.requests.length;
		expect(await statusOf(trigger, { bare: true, signWith: stranger })).toBe(401);
		expect(bench.vendor.requests.length).toBe(before);
	});

	test('a signature that never matches with a token that does: the log says what to do', async () => {
		const trigger = await published();
		await statusOf(trigger, { signWith: stranger });
		const [line] = trigger.calls.at(-1)?.outcome.log ?? [];
		expect(line).toContain('set Options > Proof to Address Token');
		expect(line).not.toContain(tokenIn(webhook().url));
	});

	test('Address Token: the signature is not looked at, and the token still is', async () => {
		const trigger = await published({}, { proof: 'token' });
		expect(trigger.log.join()).toContain('proved by address token');
		expect(await statusOf(trigger, { signWith: stranger })).toBe(200);
		expect(await statusOf(trigger, { signWith: stranger, bare: true })).toBe(401);
	});
});

describe('a key that cannot be read', () => {
	test.each(UNREADABLE)('as %s: published, proved by the token alone', async (keyFormat) => {
		const trigger = await published({ keyFormat });
		expect(await runHook(trigger, 'checkExists')).toBe(true);
		// Never another key: SalesIQ takes two, and none of them could be read.
		expect(webhook().keys).toHaveLength(1);
		expect(await statusOf(trigger)).toBe(200);
		expect(await statusOf(trigger, { signWith: null })).toBe(200);
		expect(await statusOf(trigger, { bare: true })).toBe(401);
		expect(await runHook(trigger, 'delete')).toBe(true);
		expect(bench.vendor.account.webhooks).toEqual([]);
	});

	test('is told with its form, length and first characters, and no more', async () => {
		const trigger = await published({ keyFormat: 'number' });
		const told = 'not readable, text of 11 characters that begins with "45"';
		expect(trigger.log.join()).toContain(`proved by address token. Its key: ${told}`);
	});

	test('keys that SalesIQ does not provide stop nothing', async () => {
		Object.assign(bench.vendor.settings, { newWebhookHasKey: false });
		bench.vendor.faults.add({ method: 'POST', path: /\/keys$/, times: 9, answer: { status: 403 } });
		const trigger = await published();
		expect(trigger.log.join()).toContain('Its key: none, as');
		expect(await statusOf(trigger, { signWith: null })).toBe(200);
	});
});

describe('Webhook: Get and Get Many', () => {
	const ask = async (parameters: INodeParameters) =>
		(await bench.run({ resource: 'webhook', ...parameters })).items.map(({ json }) => json);

	test.each([
		['pem', 'signature and address token', 'readable, PEM of'],
		['number', 'address token', 'not readable, text of 11 characters'],
	] as const)('with a key as %s: proved by %s', async (keyFormat, proof, form) => {
		await published({ keyFormat });
		const { id, url } = webhook();
		const asked = [
			...(await ask({ operation: 'getMany', type: 'data' })),
			...(await ask({ operation: 'get', webhookId: id })),
		];
		expect(asked).toHaveLength(2);
		for (const row of asked) {
			expect(row).toMatchObject({ id, proof, key_forms: [expect.stringContaining(form)] });
			expect(row.url).toBe(`${url.split('?')[0]}?token=…`);
		}
		expect(JSON.stringify(asked)).not.toContain(tokenIn(url));
	});
});

describe('an address with a query that SalesIQ refuses', () => {
	test('is registered without, and the log says why', async () => {
		const trigger = await published({ refuseQueries: true });
		expect(webhook().url).toBe(trigger.url);
		expect(trigger.log.join()).toContain('SalesIQ refused an address with a token (');
		expect(trigger.log.join()).toContain('proved by signature. ');
		expect(await runHook(trigger, 'checkExists')).toBe(true);
		expect(await statusOf(trigger)).toBe(200);
		expect(await statusOf(trigger, { signWith: null })).toBe(401);
	});

	test('and an unreadable key: publishing fails and says what was given', async () => {
		await expect(published({ refuseQueries: true, keyFormat: 'number' })).rejects.toMatchObject({
			message: expect.stringContaining('accepts no token in the address') as string,
			description: expect.stringContaining('text of 11 characters') as string,
		});
	});

	test('and the key in Options > Public Key: published', async () => {
		Object.assign(bench.vendor.settings, { refuseQueries: true, keyFormat: 'number' });
		const trigger = bench.trigger({ events: [EVENT] });
		await expect(runHook(trigger, 'create')).rejects.toThrow();
		const publicKey = webhook().keys[0]?.publicKey.export({ type: 'spki', format: 'pem' }) ?? '';
		const options = { allowLocalAddress: true, publicKey: publicKey.toString() };
		Object.assign(trigger, { parameters: { ...trigger.parameters, options } });
		await runHook(trigger, 'create');
		expect(await statusOf(trigger)).toBe(200);
		expect(await statusOf(trigger, { signWith: null })).toBe(401);
	});
});

describe('flags and numbers as text', () => {
	test('a registration that is as it should be is not written again', async () => {
		const trigger = await published({ textValues: true });
		expect(await runHook(trigger, 'checkExists')).toBe(true);
		await runHook(trigger, 'create');
		const writes = bench.vendor.requests.filter(({ method }) => method !== 'GET');
		expect(writes.map(({ method }) => method)).toEqual(['POST']);
	});
});
