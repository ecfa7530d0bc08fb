import { unknowns as messangiUnknowns } from '../../../scripts/docs/unknowns/messangi';
import { openDoor, type Door } from '../../support/door';
import { startMessangiBench, type MessangiBench } from '../../support/messangi';
import { runHook } from '../../support/run';

let bench: MessangiBench;
let door: Door;
beforeAll(async () => {
	bench = await startMessangiBench();
	const { headerName, webhookSecret: token } = bench.vendor.access;
	door = await openDoor({
		pack: bench.pack,
		node: 'messangiTrigger',
		parameters: { events: ['*'], authentication: 'headerOrQuery' },
		credentials: { messangiWebhookApi: { headerName, token } },
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

const EVENTS = ['chatbot-interaction-option', 'mo-message-sms'];
const sms = {
	resource: 'message',
	operation: 'sendSms',
	from: '12345',
	to: '+15550100102',
	text: 'Hello',
};
const subscriber = {
	resource: 'subscriber',
	operation: 'add',
	listId: '5f7b0a4de4b0c1a2d3e4f501',
	values: '{"email":"grace@example.com"}',
};
const lists = { resource: 'list', operation: 'getMany', returnAll: true };

test.each(messangiUnknowns)('$fact: $otherWay', async ({ settings, wayIn, wayOut, by }) => {
	const known = Object.keys(bench.vendor.settings);
	expect(Object.keys(settings).filter((name) => !known.includes(name))).toEqual([]);
	Object.assign(bench.vendor.settings, settings);

	expect(await runHook(door.trigger, 'create')).toBe(true);
	const endpoint = { url: door.url, secret: bench.vendor.access.webhookSecret };
	for (const event of EVENTS) {
		expect(await bench.vendor.send(event, endpoint)).toMatchObject({ delivered: true });
		expect(door.outcomes.at(-1)?.items).toHaveLength(1);
		const body = bench.vendor.exampleOf(event);
		const forged = await bench.vendor.sendBody(event, body, endpoint, { forged: true });
		expect(forged.attempts[0]?.status).toBe(401);
	}
	expect(await runHook(door.trigger, 'delete')).toBe(true);
	expect(wayIn).toBe('works');

	for (const operation of ['sendSms', 'sendWhatsApp']) {
		expect((await bench.run({ ...sms, operation })).items).toHaveLength(1);
	}
	expect(bench.vendor.account.messages).toMatchObject([
		{ to: '15550100102' },
		{ to: '15550100102' },
	]);
	const reading = bench.run(lists);
	if (wayOut === 'sentence') {
		await expect(reading).rejects.toThrow(by);
		return;
	}
	expect(wayOut).toBe('works');
	expect((await reading).items.map(({ json }) => json.name)).toContain('Newsletter');
	const { items } = await bench.run(subscriber);
	expect(items[0]?.json).toMatchObject({ email: 'grace@example.com' });
});
