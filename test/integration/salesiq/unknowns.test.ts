import { nothingSaid } from '../../../nodes/shared/describing';
import { unknowns as salesIqUnknowns } from '../../../scripts/docs/unknowns/salesiq';
import { runHook } from '../../support/run';
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

const EVENT = 'conversation.missed';
const CONVERSATION = '17000000004021';

test.each(salesIqUnknowns)('$fact: $otherWay', async ({ settings, wayIn, wayOut, by }) => {
	const known = Object.keys(bench.vendor.settings);
	expect(Object.keys(settings).filter((name) => !known.includes(name))).toEqual([]);
	Object.assign(bench.vendor.settings, settings);

	const trigger = bench.trigger({ events: [EVENT] });
	const publishing = runHook(trigger, 'create');
	if (wayIn === 'sentence') {
		await expect(publishing).rejects.toThrow(by);
	} else {
		await publishing;
		const [webhook] = bench.vendor.account.webhooks;
		const hasQuery = webhook?.url.includes('?') === true;
		const isSigned = trigger.log.join().includes('proved by signature');
		expect(hasQuery && isSigned ? 'works' : 'second way').toBe(wayIn);
		const [report] = await bench.vendor.emit(EVENT);
		expect(report).toBeDefined();
		expect(trigger.calls.at(-1)?.outcome).toMatchObject({ status: 200, items: [{}] });
		// A call without signature and token is a stranger's.
		const body = JSON.stringify({ event: EVENT, event_time: '1', entity_id: '2', entity: {} });
		const forged = { endpoint: { url: trigger.url }, body, maxAttempts: 1 };
		const { attempts } = await bench.vendor.deliver({ ...forged, bare: true, signWith: null });
		expect(attempts[0]?.status).toBe(401);
	}
	expect(await runHook(trigger, 'delete')).toBe(true);
	expect(bench.vendor.account.webhooks).toEqual([]);

	const conversation = { ...nothingSaid.conversation, id: CONVERSATION };
	const event = {
		vendor: 'zohoSalesIq',
		event: 'conversation.closed',
		...nothingSaid,
		conversation,
	};
	const { items } = await bench.run({ resource: 'conversation', operation: 'completeEvent' }, [
		{ json: { ...event, vendorEvent: null, deliveryId: '1', occurredAt: null, payload: {} } },
	]);
	expect(wayOut).toBe('works');
	expect(items[0]?.json.contact).toMatchObject({ email: 'grace@example.com' });
	expect(items[0]?.json.transcript).toHaveLength(3);
});
