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

const events = { events: ['conversation.missed'] };

/** Has SalesIQ answer the next call of a method with a row that is written so. */
const answerWith = (method: string, row: string) => {
	const body = `{"data":[${row}]}`;
	bench.vendor.faults.add({ method, path: /webhooks/, answer: { status: 200, body } });
};
const rowOf = ({ url }: Trigger, more: string) =>
	`{"url":"${url}?token=x","type":"data","events":[],"public_keys":[],"secured":true${more}}`;
const written = (from = 0) =>
	bench.vendor.requests
		.slice(from)
		.flatMap(({ method, path }) =>
			method === 'GET' || method === 'HEAD'
				? []
				: [`${method} ${path.split('/webhooks')[1] ?? ''}`],
		);

describe('a webhook in the list of SalesIQ', () => {
	const long = '1234567890'.repeat(4);
	test.each([
		['without an ID', '', []],
		['whose ID is null', ',"id":null', []],
		['whose ID is empty', ',"id":""', []],
		['whose ID leads out of the list', ',"id":".."', []],
		['whose ID is a list', ',"id":["7"]', []],
		['whose ID is a number', ',"id":7', ['DELETE /7']],
		['whose ID is a number of 40 digits', `,"id":${long}`, [`DELETE /${long}`]],
		['whose ID is a text of 40 digits', `,"id":"${long}"`, [`DELETE /${long}`]],
	])('%s: nothing but that webhook is removed', async (_name, id, removed) => {
		const trigger = bench.trigger(events);
		answerWith('GET', rowOf(trigger, id));
		expect(await runHook(trigger, 'delete')).toBe(true);
		expect(written()).toEqual(removed);
		if (removed.length === 0) expect(trigger.log.join()).toContain('Settings > Developers');
	});

	test('without an ID beside one that has one: only that one is changed', async () => {
		const trigger = bench.trigger(events);
		await runHook(trigger, 'create');
		trigger.memory.staticData = {};
		const { id } = bench.vendor.account.webhooks[0] ?? { id: '' };
		answerWith('GET', `${rowOf(trigger, '')},${rowOf(trigger, `,"id":"${id}"`)}`);
		const before = bench.vendor.requests.length;
		await runHook(trigger, 'create');
		expect(written(before)).toEqual([`PUT /${id}`]);
	});

	test('without an ID as the surplus: it is left alone, and the log says so', async () => {
		const trigger = bench.trigger(events);
		answerWith('GET', `${rowOf(trigger, '')},${rowOf(trigger, '')}`);
		await runHook(trigger, 'create');
		expect(written()).toEqual(['POST ']);
		expect(trigger.log.join()).toContain('Settings > Developers');
	});
});

describe('a webhook that SalesIQ has made or changed', () => {
	test('without an ID: found by its address at the next publishing', async () => {
		const trigger = bench.trigger(events);
		bench.vendor.faults.add({
			method: 'POST',
			late: true,
			answer: { status: 200, body: '{"data":{}}' },
		});
		await expect(runHook(trigger, 'create')).rejects.toThrow('returned no ID for the webhook');
		await runHook(trigger, 'create');
		expect(bench.vendor.account.webhooks).toHaveLength(1);
	});

	test.each(['', ',"status":null', ',"status":7', ',"status":"enabled"'])(
		'read with %j: counts as switched on',
		async (status) => {
			const trigger = bench.trigger(events);
			await runHook(trigger, 'create');
			const [webhook] = bench.vendor.account.webhooks;
			const row = JSON.stringify({
				url: webhook?.url,
				type: 'data',
				events: webhook?.events,
				secured: 'true',
				public_keys: webhook?.keys,
			});
			const before = trigger.log.length;
			answerWith('GET', `${row.slice(0, -1)}${status}}`);
			expect(await runHook(trigger, 'checkExists')).toBe(true);
			expect(trigger.log.slice(before)).toEqual([]);
		},
	);
});

test.each([
	[{ event: [{ name: ' tag.new ', kind: 'administration' }] }, [['administration', 'tag.new']]],
	[{ event: [{ name: null }, { kind: 'data' }, {}] }, []],
	[{ event: [{ name: 'conversation.new' }] }, [['data', 'conversation.new']]],
	[{}, []],
])('other events %j are asked for', async (otherEvents, asked) => {
	bench.vendor.faults.add({ method: 'POST', times: 9, answer: { status: 500 } });
	const options = { allowLocalAddress: true, otherEvents: otherEvents as never };
	await runHook(bench.trigger({ events: [], options }), 'create').catch(() => {});
	const bodies = bench.vendor.requests.filter(({ method }) => method === 'POST');
	expect(
		bodies.map(({ body }) => {
			const { type, events: names } = JSON.parse(body) as { type: string; events: string[] };
			return [type, ...names];
		}),
	).toEqual(asked);
});
