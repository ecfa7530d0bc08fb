import { generateKeyPairSync, sign } from 'node:crypto';
import type { INodeParameters } from 'n8n-workflow';
import { runWebhook, type Call } from '../../support/run';
import { startSalesIqBench, type SalesIqBench, type Trigger } from '../../support/salesiq';
import { entityOf, envelopeOf, example, exampleNames } from '../../support/salesiqExamples';

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

const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pemOf = (key: typeof own.publicKey) => key.export({ type: 'spki', format: 'pem' }).toString();
const signatureOf = (body: Buffer, key = own.privateKey) =>
	sign('sha256', body, key).toString('base64');

/** A trigger that was published and knows its webhook's key. */
function published(parameters: INodeParameters = {}, key = pemOf(own.publicKey)): Trigger {
	const trigger = bench.trigger({ events: ['*'], ...parameters });
	const registrations = { data: { id: '17', keys: [{ id: '1', key }], appIds: [] } };
	trigger.memory.staticData = { 'node:Zoho SalesIQ Trigger': { registrations } };
	return trigger;
}

const signed = (body: Buffer, headers: Record<string, string> = {}): Call => ({
	rawBody: body,
	headers: { 'content-type': 'application/json', 'x-siqsignature': signatureOf(body), ...headers },
});
const asBytes = (value: unknown) => Buffer.from(JSON.stringify(value));
const missed = asBytes(envelopeOf('conversation.missed'));

describe('a genuine delivery', () => {
	test.each(exampleNames)('%s becomes one item', async (name) => {
		const envelope = envelopeOf(name);
		const { status, items, log } = await runWebhook(published(), signed(asBytes(envelope)));
		expect({ status, log }).toEqual({ status: 200, log: [] });
		expect(items?.map(({ json }) => json.vendorEvent)).toEqual([envelope.event]);
	});

	test.each(exampleNames)('%s becomes one item as it is printed', async (name) => {
		const { status, items } = await runWebhook(published(), signed(example(name)));
		expect(status).toBe(200);
		expect(items).toHaveLength(1);
	});

	test('is proved by any key of either webhook', async () => {
		const trigger = published({}, pemOf(other.publicKey));
		const keys = [
			{ id: '2', key: pemOf(other.publicKey) },
			{ id: '3', key: pemOf(own.publicKey).replaceAll('\n', '\\n') },
		];
		const [node] = Object.values(trigger.memory.staticData) as { registrations: object }[];
		Object.assign(node?.registrations ?? {}, { administration: { id: '18', keys, appIds: [] } });
		expect((await runWebhook(trigger, signed(missed))).items).toHaveLength(1);
	});

	test('is proved by the key that was pasted', async () => {
		const options = { publicKey: pemOf(own.publicKey) };
		const trigger = bench.trigger({ events: ['*'], options });
		expect((await runWebhook(trigger, signed(missed))).items).toHaveLength(1);
	});

	test('is read when n8n leaves the body of an unknown content type to the node', async () => {
		const { headers } = signed(missed, { 'content-type': 'application/octet-stream' });
		const request = {
			headers,
			async readRawBody(this: { rawBody?: Buffer }) {
				this.rawBody = missed;
				await Promise.resolve();
			},
		};
		expect((await runWebhook(published(), request)).items).toHaveLength(1);
	});

	test('keeps every digit of a long ID', async () => {
		const id = '46675600000002043';
		const body = Buffer.from(
			`{"event":"conversation.missed","app_id":${id},"entity":{"id":${id}}}`,
		);
		const { items } = await runWebhook(published(), signed(body));
		expect(items?.[0]?.json).toMatchObject({ conversation: { id }, payload: { app_id: id } });
	});

	test('of several events becomes an item each', async () => {
		const body = asBytes([
			envelopeOf('visitor.updated-lead'),
			envelopeOf('conversation.rated-rating'),
		]);
		const { items } = await runWebhook(published(), signed(body));
		expect(items?.map(({ json }) => json.event)).toEqual(['contact.updated', 'rating.given']);
	});

	test('of a list with odd elements tells the others, and logs the odd ones', async () => {
		const body = asBytes(['text', envelopeOf('conversation.missed'), null]);
		const { status, items, log } = await runWebhook(published(), signed(body));
		expect(status).toBe(200);
		expect(items?.map(({ json }) => json.vendorEvent)).toEqual(['conversation.missed']);
		expect(log).toEqual([expect.stringContaining('2 of 3 elements are not JSON objects')]);
	});

	test('has the same deliveryId on a retry', async () => {
		const ids = [];
		for (const attempt of [1, 2]) {
			const body = asBytes(envelopeOf('conversation.missed', { attempt }));
			const { items } = await runWebhook(published(), signed(body));
			ids.push(items?.[0]?.json.deliveryId);
		}
		expect(ids[0]).toBe(ids[1]);
		expect(ids[0]).toContain('conversation.missed');
	});

	test('is output once, though attempt and bytes differ', async () => {
		const trigger = published();
		const attempt = async (count: number) => {
			const body = asBytes(envelopeOf('conversation.missed', { attempt: count }));
			return await runWebhook(trigger, signed(body));
		};
		expect((await attempt(1)).items).toHaveLength(1);
		expect(await attempt(2)).toMatchObject({ status: 200, items: undefined });
	});

	test('can be had as SalesIQ sent it, with a deliveryId', async () => {
		const { items } = await runWebhook(published({ output: 'payload' }), signed(missed));
		expect(items?.[0]?.json).toEqual({
			...envelopeOf('conversation.missed'),
			deliveryId: expect.any(String) as string,
		});
	});

	test('brings its headers on request, but never the signature', async () => {
		const { items } = await runWebhook(
			published({ options: { includeHeaders: true } }),
			signed(missed),
		);
		expect(items?.[0]?.json.deliveryHeaders).toEqual({
			'content-type': 'application/json',
			'user-agent': null,
		});
		expect(JSON.stringify(items)).not.toContain(signatureOf(missed));
	});

	test.each<[string, INodeParameters]>([
		['not selected', { events: ['conversation.completed'] }],
		['filtered out', { filters: { departments: ['1'] } }],
	])('that is %s is taken without an execution', async (_name, parameters) => {
		const { status, items, log } = await runWebhook(published(parameters), signed(missed));
		expect({ status, items, log }).toEqual({ status: 200, items: undefined, log: [] });
	});

	test('of an event of the user’s own is taken', async () => {
		const event = [{ name: ' conversation.unheard ', kind: 'data' }];
		const trigger = published({
			events: ['conversation.missed'],
			options: { otherEvents: { event } },
		});
		const body = asBytes({ event: 'conversation.unheard', entity: {} });
		expect((await runWebhook(trigger, signed(body))).items).toHaveLength(1);
	});
});

describe('a call that proves nothing', () => {
	const flipped = Buffer.from(missed);
	flipped.writeUInt8(flipped.readUInt8(10) ^ 1, 10);
	const ecKey = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
	const genuine = signatureOf(missed);

	test.each<[string, () => Call, string, boolean]>([
		['one bit flipped', () => ({ ...signed(missed), rawBody: flipped }), 'mismatch', true],
		[
			'another key',
			() => signed(missed, { 'x-siqsignature': signatureOf(missed, other.privateKey) }),
			'mismatch',
			true,
		],
		[
			'a key of another kind',
			() => signed(missed, { 'x-siqsignature': signatureOf(missed, ecKey.privateKey) }),
			'mismatch',
			true,
		],
		['an empty body', () => ({ ...signed(missed), rawBody: Buffer.alloc(0) }), 'mismatch', true],
		['no signature', () => ({ rawBody: missed, headers: {} }), 'no-signature', false],
		['an empty signature', () => signed(missed, { 'x-siqsignature': '' }), 'no-signature', false],
		[
			'the header twice',
			() => signed(missed, { 'x-siqsignature': `${genuine}, ${genuine}` }),
			'malformed-signature',
			false,
		],
		['garbage', () => signed(missed, { 'x-siqsignature': '§$%' }), 'malformed-signature', false],
		[
			'url-safe base64',
			() => signed(missed, { 'x-siqsignature': `-_${genuine.slice(2)}` }),
			'malformed-signature',
			false,
		],
	])('%s: 401, no item, one line in the log', async (_name, call, reason, isLookedUp) => {
		const outcome = await runWebhook(published(), call());
		expect(outcome).toMatchObject({ status: 401, items: undefined });
		expect(outcome.log).toEqual([expect.stringContaining(reason)]);
		expect(bench.vendor.requests.length).toBe(isLookedUp ? 1 : 0);
	});

	test('without any key to prove it by, nor a webhook to ask for one', async () => {
		const outcome = await runWebhook(bench.trigger({ events: ['*'] }), signed(missed));
		expect(outcome).toMatchObject({ status: 401, items: undefined });
		expect(outcome.log).toEqual([expect.stringContaining('no-secret')]);
		expect(bench.vendor.requests).toEqual([]);
	});

	test('all refusals look the same from outside', async () => {
		const answers = new Set<string>();
		for (const signature of ['x', '', signatureOf(missed, other.privateKey)]) {
			const call = signed(missed, { 'x-siqsignature': signature });
			const { status, answer } = await runWebhook(published(), call);
			answers.add(JSON.stringify([status, answer]));
		}
		expect(answers.size).toBe(1);
	});
});

describe('a body that cannot be read', () => {
	test.each<[string, Buffer, string]>([
		['empty', Buffer.alloc(0), 'empty'],
		['cut short', Buffer.from('{"event":'), 'not valid JSON'],
		['a text', Buffer.from('"text"'), 'must be a JSON object'],
		['a list of texts', Buffer.from('["text"]'), 'must be a JSON object'],
		['nested too deeply', Buffer.from(`${'['.repeat(1e5)}${']'.repeat(1e5)}`), 'JSON'],
		['5 MB', Buffer.alloc(5 * 1024 * 1024, ' '), 'larger than'],
	])('%s: 400 and says so', async (_name, body, why) => {
		const { status, answer, items } = await runWebhook(published(), signed(body));
		expect({ status, items }).toEqual({ status: 400, items: undefined });
		expect(JSON.stringify(answer)).toContain(why);
	});

	test('multipart, cut off or over the limit of n8n: 400', async () => {
		const { headers = {} } = signed(missed);
		const readRawBody = () => Promise.reject(new Error('request aborted'));
		expect((await runWebhook(published(), { headers, readRawBody })).status).toBe(400);
		expect((await runWebhook(published(), { headers })).status).toBe(400);
	});
});

test('the probe of SalesIQ is answered, whatever is set up', async () => {
	const outcome = await runWebhook(bench.trigger({ events: [] }), { webhook: 'setup' });
	expect(outcome).toMatchObject({ status: 200, items: undefined, log: [] });
});

test('an entity alone is told without an event', async () => {
	const body = asBytes(entityOf('conversation.missed'));
	const { items } = await runWebhook(published({ events: ['conversation.rated'] }), signed(body));
	expect(items?.[0]?.json).toMatchObject({ event: 'other', vendorEvent: null });
});
