import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { errorBody } from '../../../simulators/salesiq';
import { runHook, runWebhook, type Call } from '../../support/run';
import { startSalesIqBench, type SalesIqBench, type Trigger } from '../../support/salesiq';
import { envelopeOf } from '../../support/salesiqExamples';

let bench: SalesIqBench;

beforeAll(async () => {
	bench = await startSalesIqBench();
});

jest.setTimeout(20_000);

afterEach(() => {
	bench.reset();
	jest.restoreAllMocks();
});

afterAll(async () => {
	await bench.stop();
});

const forger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const body = Buffer.from(JSON.stringify(envelopeOf('conversation.missed')));
/** A call at the address that is registered, token and all. */
const signedWith = (key: typeof forger.privateKey, bytes = body, webhook = 0): Call => ({
	rawBody: bytes,
	headers: { 'x-siqsignature': sign('sha256', bytes, key).toString('base64') },
	get query() {
		const { url = 'https://example.com' } = bench.vendor.account.webhooks[webhook] ?? {};
		return Object.fromEntries(new URL(url).searchParams);
	},
});
const forged = signedWith(forger.privateKey);
const genuine = (): Call => {
	const [webhook] = bench.vendor.account.webhooks;
	return signedWith(webhook?.keys[0]?.privateKey ?? forger.privateKey);
};

async function published(): Promise<Trigger> {
	const trigger = bench.trigger({ events: ['conversation.missed', 'conversation.created'] });
	await runHook(trigger, 'create');
	return trigger;
}

const lookUps = async (run: () => Promise<unknown>) => {
	const before = bench.vendor.requests.length;
	await run();
	return bench.vendor.requests.length - before;
};

/** As if so much time had passed. */
const later = (ms: number) => {
	const now = Date.now() + ms;
	jest.spyOn(Date, 'now').mockReturnValue(now);
};

describe('a key that was rotated at SalesIQ', () => {
	test('is looked up: 503 first, and the same call again is accepted', async () => {
		const trigger = await published();
		await bench.vendor.rotateKey();
		const first = await runWebhook(trigger, genuine());
		expect(first).toMatchObject({ status: 503, items: undefined });
		expect(first.log).toEqual([expect.stringContaining('keys have been renewed')]);
		const second = await runWebhook(trigger, genuine());
		expect(second).toMatchObject({ status: 200, items: [{}] });
	});

	test('is found on the way of a forged call, too', async () => {
		const trigger = await published();
		await bench.vendor.rotateKey();
		expect((await runWebhook(trigger, forged)).status).toBe(401);
		expect((await runWebhook(trigger, genuine())).status).toBe(200);
	});

	test('of one webhook leaves those of the other', async () => {
		const trigger = bench.trigger({ events: ['conversation.missed', 'operator.created'] });
		await runHook(trigger, 'create');
		const [, second] = bench.vendor.account.webhooks;
		const old = signedWith(second?.keys[0]?.privateKey ?? forger.privateKey, body, 1);
		await bench.vendor.rotateKey(bench.vendor.account.webhooks[0]?.id);
		expect((await runWebhook(trigger, genuine())).status).toBe(503);
		expect((await runWebhook(trigger, genuine())).status).toBe(200);
		expect((await runWebhook(trigger, old)).status).toBe(200);
	});

	test('is looked up again a minute later when SalesIQ did not answer', async () => {
		const trigger = await published();
		await bench.vendor.rotateKey();
		bench.vendor.faults.add({ answer: { status: 200, body: errorBody(1023) } });
		const first = await runWebhook(trigger, genuine());
		expect(first.status).toBe(503);
		expect(first.log.join()).toContain('could not be renewed');
		expect(await lookUps(() => runWebhook(trigger, genuine()))).toBe(0);
		later(61_000);
		expect((await runWebhook(trigger, genuine())).status).toBe(503);
		expect((await runWebhook(trigger, genuine())).status).toBe(200);
	});

	// SalesIQ gives up after three retries, a minute apart.
	test.each([
		['just before it', [-1000]],
		['and one a second before each retry', [-1000, 59_000, 119_000]],
		['and one a second after each retry', [-1000, 1000, 61_000, 121_000]],
	])(
		'is found in time, though a forged call uses up the request for keys %s',
		async (_name, forgedAt) => {
			const trigger = await published();
			const rotatedAt = Date.now() + 2000;
			const calls = [
				...forgedAt.map((at) => ({ at, call: () => forged })),
				...[0, 60_000, 120_000, 180_000].map((at) => ({ at, call: genuine })),
			].sort((a, b) => a.at - b.at);
			const statuses: number[] = [];
			for (const { at, call } of calls) {
				if (at === 0) await bench.vendor.rotateKey();
				jest.spyOn(Date, 'now').mockReturnValue(rotatedAt + at);
				const { status } = await runWebhook(trigger, call());
				if (call === genuine) statuses.push(status);
			}
			expect(statuses).not.toContain(401);
			expect(statuses).toContain(200);
		},
	);

	test('is found in time, though the request for keys by a forged call is in progress', async () => {
		const trigger = await published();
		await bench.vendor.rotateKey();
		const outcomes = await Promise.all([
			runWebhook(trigger, forged),
			runWebhook(trigger, genuine()),
		]);
		expect(outcomes.map(({ status }) => status)).toEqual([401, 503]);
		expect((await runWebhook(trigger, genuine())).status).toBe(200);
	});
});

describe('a renewal, and a call that n8n is storing at that moment', () => {
	// What either has n8n save is what it found when it came, with what it has changed itself.
	const created = Buffer.from(JSON.stringify(envelopeOf('conversation.created')));
	const keyNow = () => bench.vendor.account.webhooks[0]?.keys[0]?.privateKey ?? forger.privateKey;
	const TOLD_BEFORE = { status: 200, items: undefined };

	async function expectNothingLost(trigger: Trigger) {
		expect((await runWebhook(trigger, genuine())).items).toHaveLength(1);
		const restarted = { ...trigger, memory: { ...trigger.memory } };
		for (const one of [trigger, restarted]) {
			expect(await runWebhook(one, genuine())).toMatchObject(TOLD_BEFORE);
			expect(await runWebhook(one, signedWith(keyNow(), created))).toMatchObject(TOLD_BEFORE);
		}
	}

	test('lose nothing when the call is the last to be saved', async () => {
		const trigger = await published();
		const call = signedWith(keyNow(), created);
		const store = async () => {
			await bench.vendor.rotateKey();
			expect((await runWebhook(trigger, genuine())).status).toBe(503);
		};
		expect((await runWebhook({ ...trigger, store }, call)).items).toHaveLength(1);
		await expectNothingLost(trigger);
	});

	test('lose nothing when the renewal is the last to be saved', async () => {
		const trigger = await published();
		const call = signedWith(keyNow(), created);
		await bench.vendor.rotateKey();
		bench.vendor.faults.add({ delayMs: 300 });
		const renewal = runWebhook(trigger, genuine());
		expect((await runWebhook(trigger, call)).items).toHaveLength(1);
		expect((await renewal).status).toBe(503);
		await expectNothingLost(trigger);
	});
});

describe('forged calls', () => {
	test('cost one look-up, however many come', async () => {
		const trigger = await published();
		const asked = await lookUps(async () => {
			expect((await runWebhook(trigger, forged)).status).toBe(401);
			for (let count = 1; count < 20; count += 1) {
				expect(await runWebhook(trigger, forged)).toMatchObject({ status: 503, items: undefined });
			}
		});
		expect(asked).toBe(1);
	});

	test('keep out no genuine call, however many come', async () => {
		const trigger = await published();
		for (let count = 0; count < 5; count += 1) {
			await runWebhook(trigger, forged);
			expect((await runWebhook(trigger, genuine())).status).toBe(200);
		}
	});

	test('that bring no signature, or none that is well-formed, are refused and owed nothing', async () => {
		const trigger = await published();
		await runWebhook(trigger, forged);
		for (const headers of [{}, { 'x-siqsignature': '!!' }] as Record<string, string>[]) {
			expect((await runWebhook(trigger, { rawBody: body, headers })).status).toBe(401);
		}
	});

	test('cost one look-up when 20 come at once', async () => {
		const trigger = await published();
		const asked = await lookUps(async () => {
			const calls = Array.from({ length: 20 }, async () => await runWebhook(trigger, forged));
			const outcomes = await Promise.all(calls);
			expect(outcomes.filter(({ status }) => status === 401)).toHaveLength(1);
			expect(outcomes.filter(({ status }) => status === 503)).toHaveLength(19);
			expect(outcomes.flatMap(({ items }) => items ?? [])).toEqual([]);
		});
		expect(asked).toBe(1);
	});

	test('do not keep a workflow from looking up its own keys', async () => {
		const [victim, neighbour] = [await published(), await published()];
		await runWebhook(victim, forged);
		const forgedThere = signedWith(forger.privateKey, body, 1);
		expect(await lookUps(() => runWebhook(neighbour, forgedThere))).toBe(1);
	});

	test('cost one more a minute later', async () => {
		const trigger = await published();
		await runWebhook(trigger, forged);
		later(59_000);
		expect(await lookUps(() => runWebhook(trigger, forged))).toBe(0);
		later(61_000);
		expect(await lookUps(() => runWebhook(trigger, forged))).toBe(1);
	});

	test('ask once and give up while SalesIQ is busy', async () => {
		const trigger = await published();
		bench.vendor.faults.add({ times: 9, answer: { status: 429 } });
		expect(await lookUps(() => runWebhook(trigger, forged))).toBe(1);
	});

	test.each([
		['without keys', { data: { public_keys: [] } }],
		['with keys that are none', { data: { public_keys: [{ id: '1', key: '45678998765' }] } }],
		['without data', {}],
		['of a webhook that is gone', errorBody(1019)],
		['of a page', '<html>'],
	])('remove no key through an answer %s', async (_name, answer) => {
		const trigger = await published();
		bench.vendor.faults.add({ answer: { status: 200, body: answer } });
		expect((await runWebhook(trigger, forged)).items).toBeUndefined();
		expect((await runWebhook(trigger, genuine())).status).toBe(200);
	});
});

test('whatever comes, the answer is 200, 400, 401 or 503, and nothing is thrown', async () => {
	const trigger = await published();
	const [webhook] = bench.vendor.account.webhooks;
	const key = webhook?.keys[0]?.privateKey ?? forger.privateKey;
	const bytes = fc.oneof(
		fc.uint8Array({ maxLength: 4096 }).map((array) => Buffer.from(array)),
		fc.json().map((text) => Buffer.from(text)),
		fc.constant(undefined),
	);
	const header = fc.oneof(
		fc.string(),
		fc.base64String(),
		fc
			.uint8Array({ minLength: 256, maxLength: 256 })
			.map((array) => Buffer.from(array).toString('base64')),
	);
	const call = fc.record({
		rawBody: bytes,
		isSigned: fc.boolean(),
		hasToken: fc.boolean(),
		headers: fc.dictionary(fc.constantFrom('content-type', 'x-siqsignature', 'user-agent'), header),
	});
	const statuses = new Set<number>();
	await fc.assert(
		fc.asyncProperty(call, async ({ rawBody, headers, isSigned, hasToken }) => {
			const proof = isSigned && rawBody ? signedWith(key, rawBody).headers : {};
			const { status, items } = await runWebhook(trigger, {
				...(rawBody && { rawBody }),
				headers: { ...headers, ...proof },
				query: hasToken ? forged.query : {},
			});
			statuses.add(status);
			if (!isSigned || !hasToken) expect(items).toBeUndefined();
		}),
		{ numRuns: 300 },
	);
	expect([...statuses].sort()).toEqual([200, 400, 401, 503]);
});
