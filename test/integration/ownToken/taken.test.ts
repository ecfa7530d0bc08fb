import { nullEverywhere, wrongTypes } from '../../support/hostile';
import { loadPack, type Pack } from '../../support/pack';
import { runWebhook } from '../../support/run';
import { callOf, doors, previousToken, settingOf, token, type Door } from './doors';

let pack: Pack;
beforeAll(async () => {
	pack = await loadPack();
});

const eventsIn = ({ eventsOf }: Door, body: Buffer) =>
	eventsOf(JSON.parse(body.toString()) as unknown);

describe.each(doors)('$node: a call that brings the token', (door) => {
	const example = door.example();

	test('comes by POST alone, to one address, or else by what a bot can call with', () => {
		const { webhooks = [] } = pack.nodeType(door.node).description;
		for (const { name, httpMethod } of webhooks) {
			expect(name).toBe('default');
			expect(httpMethod).toBe((door.methods ?? ['POST']).join(','));
		}
		expect(webhooks).toHaveLength(door.methods ? 3 : 1);
	});

	test.each(door.examples)('%s becomes one item', async (_name, body) => {
		const outcome = await runWebhook(settingOf(pack, door), callOf(door, body));
		expect(outcome).toMatchObject({ status: 200, answer: door.answer, log: [] });
		const payloads = eventsIn(door, body).map(door.payloadOf);
		expect(outcome.items?.map(({ json }) => json.payload)).toEqual(payloads);
		expect(outcome.items).toHaveLength(1);
		expect(JSON.stringify(outcome.items)).not.toContain(token);
	});

	test.each(door.examples)(
		'%s with null, or the wrong type, for every field is told',
		async (_name, body) => {
			for (const spoil of [nullEverywhere, wrongTypes]) {
				const [event] = eventsIn(door, body).map(spoil);
				const call = callOf(door, JSON.stringify(door.bodyOf(event)));
				const { status, items } = await runWebhook(settingOf(pack, door), call);
				expect(status).toBe(200);
				expect(items?.map(({ json }) => json.payload)).toEqual([door.payloadOf(event)]);
			}
		},
	);

	test('with the previous token, or one pasted with blanks, is taken during a change', async () => {
		const setting = settingOf(
			pack,
			door,
			{},
			{ token: ` ${token}\n`, previousToken: ` ${previousToken}\n` },
		);
		for (const value of [token, previousToken]) {
			const outcome = await runWebhook(setting, callOf(door, example, door.bringing(value)));
			expect(outcome.items).toHaveLength(1);
		}
	});

	test('has the same deliveryId on a retry', async () => {
		const retry = { ...door.bringing(token) };
		retry.headers = { ...retry.headers, 'user-agent': 'other' };
		const ids = await Promise.all(
			[callOf(door, example), callOf(door, example, retry)].map(
				async (call) => (await runWebhook(settingOf(pack, door), call)).items?.[0]?.json.deliveryId,
			),
		);
		expect(ids[0]).toMatch(/^[0-9a-f]{64}$/);
		expect(ids[1]).toBe(ids[0]);
	});

	test('that is not selected, or filtered out, is answered and starts nothing', async () => {
		for (const quiet of door.quiet) {
			const outcome = await runWebhook(settingOf(pack, door, quiet), callOf(door, example));
			expect(outcome).toMatchObject({ status: 200, answer: door.answer, items: undefined });
		}
	});

	test.each(door.unreadable)('with the body %.20s: 400', async (body) => {
		const outcome = await runWebhook(settingOf(pack, door), callOf(door, body));
		expect(outcome).toMatchObject({ status: 400, items: undefined });
	});
});

const lists = doors.filter(({ numbered }) => numbered);

test.each(lists)('$node: 1,000 events and 5 MB become 1,000 items in order', async (door) => {
	const [event] = eventsIn(door, door.example());
	const events = Array.from({ length: 1000 }, (_, number) => ({
		...event,
		...door.numbered?.(number),
		padding: 'x'.repeat(5000),
	}));
	const body = JSON.stringify(door.listOf(events));
	expect(body.length).toBeGreaterThan(5_000_000);
	const { items } = await runWebhook(settingOf(pack, door), callOf(door, body));
	const numbers = items?.map(({ json }) => (json.payload as { number: number }).number);
	expect(numbers).toEqual(events.map((_, number) => number));
	expect(new Set(items?.map(({ json }) => json.deliveryId)).size).toBe(1000);
});

// The events of AmplifyReach tell no time: within one hour of the clock only.
const timed = lists.filter(({ node }) => node !== 'amplifyReachTrigger');

test.each(timed)('$node: an event is told once, however often it comes', async (door) => {
	const once = { ...settingOf(pack, door), memory: { staticData: {} } };
	const call = callOf(door, door.example());
	expect((await runWebhook(once, call)).items).toHaveLength(1);
	expect(await runWebhook(once, call)).toMatchObject({
		status: 200,
		answer: door.answer,
		items: undefined,
	});
});

describe.each(doors.filter(({ takesHeader }) => takesHeader))('$node: a header', (door) => {
	test('of another name is taken', async () => {
		const setting = settingOf(pack, door, door.takesHeader, { headerName: ' X-My-Key ' });
		const call = callOf(door, door.example(), { headers: { 'x-my-key': token } });
		expect((await runWebhook(setting, call)).items).toHaveLength(1);
		expect((await runWebhook(setting, callOf(door, door.example()))).status).toBe(401);
	});

	test('that carries the token is never shown', async () => {
		const options = { options: { includeHeaders: true } };
		const setting = settingOf(
			pack,
			door,
			{ ...door.takesHeader, ...options },
			{ headerName: 'User-Agent' },
		);
		const call = callOf(door, door.example(), { headers: { 'user-agent': token } });
		const { items } = await runWebhook(setting, call);
		expect(items?.[0]?.json.deliveryHeaders).toEqual({ 'content-type': 'application/json' });
	});
});
