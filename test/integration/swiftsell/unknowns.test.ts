import { unknowns as swiftsellUnknowns } from '../../../scripts/docs/unknowns/swiftsell';
import { openDoor, type Door } from '../../support/door';
import { runHook } from '../../support/run';
import { startSwiftsellBench, type SwiftsellBench } from '../../support/swiftsell';

let bench: SwiftsellBench;
let door: Door;
beforeAll(async () => {
	bench = await startSwiftsellBench();
	door = await openDoor({
		pack: bench.pack,
		node: 'swiftsellTrigger',
		credentials: { swiftsellWebhookApi: { token: bench.vendor.access.webhookToken } },
	});
});
afterEach(() => {
	bench.reset();
	door.outcomes.length = 0;
});
afterAll(async () => {
	await door.stop();
	await bench.stop();
});

const EVENT = 'note';
const CONVERSATION = '42bb83f00d8240e5bb41290a12eb44401693552452';
const close = {
	resource: 'conversation',
	operation: 'close',
	conversation: CONVERSATION,
	agentEmail: 'agent@example.com',
};
const campaign = {
	resource: 'campaign',
	operation: 'trigger',
	phone: '15550100101',
	webhookUrl: 'https://app.swiftsell.biz/campaign-webhooks/ExampleCampaign1',
};

test.each(swiftsellUnknowns)('$fact: $otherWay', async ({ settings, wayIn, wayOut, by }) => {
	const known = Object.keys(bench.vendor.settings);
	expect(Object.keys(settings).filter((name) => !known.includes(name))).toEqual([]);
	Object.assign(bench.vendor.settings, settings);

	const endpoint = { url: door.url, secret: bench.vendor.access.webhookToken };
	const publish = async (handshakeReply: string) => {
		door.trigger.parameters = { events: ['*'], handshakeReply };
		await runHook(door.trigger, 'create');
		return (await bench.vendor.testSetUp(endpoint)).passed;
	};
	const isFirstWay = await publish('text');
	expect(isFirstWay ? 'works' : 'second way').toBe(wayIn);
	if (!isFirstWay) expect(await publish('json')).toBe(true);
	expect(await bench.vendor.send(EVENT, endpoint)).toMatchObject({ delivered: true });
	expect(door.outcomes.at(-1)?.items).toHaveLength(1);
	const body = bench.vendor.exampleOf(EVENT);
	const forged = await bench.vendor.sendBody(EVENT, body, endpoint, { forged: true });
	expect(forged.attempts[0]?.status).toBe(401);
	expect(await runHook(door.trigger, 'delete')).toBe(true);

	expect((await bench.run(campaign)).items).toHaveLength(1);
	expect(bench.vendor.account.campaigns[0]?.contacts).toHaveLength(1);
	const closing = bench.run(close);
	if (wayOut === 'sentence') {
		await expect(closing).rejects.toThrow(by);
		return;
	}
	expect(wayOut).toBe('works');
	expect((await closing).items).toHaveLength(1);
	expect(bench.vendor.account.conversations[0]?.isClosed).toBe(true);
});
