import { shapeOf } from './support/iadvize';
import type { Receiver } from './support/receiver';
import { startReceiver } from './support/receiver';
import type { TestBed } from './support/salesiq';
import { example, startTestBed } from './support/salesiq';
import { bodyOf, isSignedBy, register } from './support/salesiqWebhook';

const APP = '46675600000002043';

let bed: TestBed;
let receiver: Receiver;
beforeAll(async () => {
	bed = await startTestBed();
	receiver = await startReceiver();
});
beforeEach(() => {
	bed.simulator.reset();
	receiver.answers = [];
});
afterAll(async () => {
	await bed.simulator.stop();
	await receiver.stop();
});

/** Registers and forgets the probe. */
async function listen(events: readonly string[], change: object = {}) {
	const webhook = await register(bed, receiver.url, events, change);
	receiver.received.length = 0;
	return webhook;
}

describe('an event', () => {
	test('is posted as JSON, signed by the key of the webhook over the bytes that arrive', async () => {
		const { id, public_keys } = await listen(['conversation.created']);
		const reports = await bed.simulator.emit('conversation.created');
		expect(reports).toMatchObject([
			{ webhookId: id, url: receiver.url, delivered: true, attempts: [{ status: 200 }] },
		]);
		const [call] = receiver.received;
		expect(call).toMatchObject({
			method: 'POST',
			url: '/webhook/1',
			headers: { 'content-type': 'application/json' },
		});
		expect(call?.body.toString()).toBe(reports[0]?.attempts[0]?.body);
		expect(isSignedBy(call, public_keys[0]?.key)).toBe(true);
	});

	test('wraps the printed entity', async () => {
		await listen(['conversation.missed']);
		await bed.simulator.emit('conversation.missed');
		const entity = example('conversation.missed.json') as object;
		expect(bodyOf(receiver.received[0])).toEqual({
			version: '1',
			event: 'conversation.missed',
			event_time: String(bed.clock.now()),
			org_id: '55778119',
			app_id: APP,
			attempt: 1,
			entity_type: 'conversation',
			entity_id: '17000000004021',
			entity: { ...entity, app_id: APP },
		});
	});

	test('keeps the order and the types of a printed envelope, digits beyond 2^53 included', async () => {
		await listen(['conversation.operator.replied']);
		await bed.simulator.emit('conversation.operator.replied-envelope');
		const text = receiver.received[0]?.body.toString() ?? '';
		const printed = example('conversation.operator.replied-envelope.json') as object;
		expect(Object.keys(JSON.parse(text) as object)).toEqual(Object.keys(printed));
		expect(shapeOf(JSON.parse(text))).toEqual(shapeOf(printed));
		expect(text).toContain(`"app_id":${APP},`);
	});

	test('of administration has no app, and a deletion no entity', async () => {
		await listen(['department.deleted']);
		await bed.simulator.emit('department.deleted');
		const body = bodyOf(receiver.received[0]);
		const printed = example('department.deleted.json') as object;
		expect(body).toEqual({
			...printed,
			org_id: '55778119',
			event_time: String(bed.clock.now()),
		});
	});

	test('reaches all webhooks that are registered for it, and no other', async () => {
		await listen(['conversation.rated']);
		await listen(['conversation.rated', 'conversation.missed']);
		await listen(['conversation.missed']);
		await listen(['department.created']);
		expect(await bed.simulator.emit('conversation.rated-rating')).toHaveLength(2);
		expect(await bed.simulator.emit('conversation.completed')).toEqual([]);
		expect(receiver.received).toHaveLength(2);
	});

	test('reaches the webhooks of its app only', async () => {
		await listen(['conversation.rated']);
		const other = { appId: '46675600000002051' };
		expect(await bed.simulator.emit('conversation.rated', other)).toEqual([]);
		expect(await bed.simulator.emit('conversation.rated', { appId: APP })).toHaveLength(1);
	});

	test('reaches a webhook of all apps, where a test allows that', async () => {
		bed.simulator.settings.appIdsRequired = false;
		await listen(['conversation.rated'], { app_ids: undefined });
		const other = { appId: '46675600000002051' };
		expect(await bed.simulator.emit('conversation.rated', other)).toHaveLength(1);
	});

	test('reaches no webhook that is switched off', async () => {
		await listen(['conversation.rated']);
		for (const webhook of bed.simulator.account.webhooks) webhook.status = 'disabled';
		expect(await bed.simulator.emit('conversation.rated')).toEqual([]);
	});

	test('can have another entity, id and time', async () => {
		await listen(['conversation.rated']);
		const happening = {
			entity: { rating: 1 },
			entityId: '8000000005001',
			eventTime: 1566480708268,
		};
		await bed.simulator.emit('conversation.rated-rating', happening);
		expect(bodyOf(receiver.received[0])).toMatchObject({
			entity_id: '8000000005001',
			event_time: '1566480708268',
			entity: { rating: 1, feedback: 'Example feedback' },
		});
	});

	test('without an example has an entity with an id and no more', async () => {
		await listen(['conversation.transfer.accepted']);
		await bed.simulator.emit('conversation.transfer.accepted', { entityId: '8000000004009' });
		expect(bodyOf(receiver.received[0])).toMatchObject({
			event: 'conversation.transfer.accepted',
			entity: { id: '8000000004009' },
		});
	});

	test.each(['conversation.ended', 'conversation.created-twice'])('never is %s', async (name) => {
		await expect(bed.simulator.emit(name)).rejects.toThrow(/conversation\.created/);
	});

	test('can come as newer deliveries do', async () => {
		const { id } = await listen(['conversation.created']);
		bed.simulator.settings.newerDeliveries = true;
		await bed.simulator.emit('conversation.created');
		expect(receiver.received[0]?.body.toString()).toContain(`"app_id":${APP},`);
		expect(bodyOf(receiver.received[0])).toMatchObject({
			version: 1,
			event_time: bed.clock.now(),
			webhook: { id },
		});
	});
});

test('every example is delivered and names what can be looked up', async () => {
	const events = bed.simulator.events.map((name) => name.replace(/-.*/, ''));
	const isData = (event: string) => /^(conversation|visitor)\./.test(event);
	await listen([...new Set(events.filter(isData))]);
	await listen([...new Set(events.filter((event) => !isData(event)))]);
	for (const event of bed.simulator.events) {
		expect(await bed.simulator.emit(event)).toMatchObject([{ delivered: true }]);
	}
	expect(receiver.received).toHaveLength(19);
	for (const call of receiver.received) {
		const { event, entity_id } = bodyOf(call);
		if (!String(event).startsWith('conversation.')) continue;
		expect(await bed.code(`/conversations/${String(entity_id)}`)).toBeUndefined();
	}
});

describe('the signature', () => {
	test('is made with the oldest of two keys', async () => {
		const { id, public_keys } = await listen(['conversation.created']);
		await bed.data(`/webhooks/${id}/keys`, { method: 'POST' });
		await bed.simulator.emit('conversation.created');
		expect(isSignedBy(receiver.received[0], public_keys[0]?.key)).toBe(true);
		const path = `/webhooks/${id}/keys/${String(public_keys[0]?.id)}`;
		await bed.api(path, { method: 'DELETE' });
		await bed.simulator.emit('conversation.created');
		expect(isSignedBy(receiver.received[1], public_keys[0]?.key)).toBe(false);
	});

	test('changes when the key is rotated', async () => {
		const { id, public_keys } = await listen(['conversation.created']);
		await bed.simulator.rotateKey();
		await bed.simulator.emit('conversation.created');
		const now = await bed.data<typeof public_keys>(`/webhooks/${id}`);
		const [key] = (now as unknown as { public_keys: typeof public_keys }).public_keys;
		expect(isSignedBy(receiver.received[0], public_keys[0]?.key)).toBe(false);
		expect(isSignedBy(receiver.received[0], key?.key)).toBe(true);
	});

	test('can be on webhooks that are not secured', async () => {
		bed.simulator.settings.signUnsecured = true;
		const { public_keys } = await listen(['conversation.created'], { secured: false });
		await bed.simulator.emit('conversation.created');
		expect(isSignedBy(receiver.received[0], public_keys[0]?.key)).toBe(true);
	});

	test('is missing on a webhook that is not secured or has no key', async () => {
		bed.simulator.settings.newWebhookHasKey = false;
		await listen(['conversation.created']);
		await listen(['conversation.created'], { secured: false });
		await bed.simulator.emit('conversation.created');
		const signatures = receiver.received.map(({ headers }) => headers['x-siqsignature']);
		expect(signatures).toEqual([undefined, undefined]);
	});
});

describe('send', () => {
	test('tells an example to the webhook of an address', async () => {
		const { public_keys } = await listen(['conversation.created']);
		const report = await bed.simulator.send('visitor.updated-lead', {
			url: receiver.url,
			secret: '',
		});
		expect(report).toMatchObject({ delivered: true, attempts: [{ status: 200 }] });
		expect(bodyOf(receiver.received[0])).toMatchObject({
			event: 'visitor.updated',
			entity: { type: 'lead ' },
		});
		expect(isSignedBy(receiver.received[0], public_keys[0]?.key)).toBe(true);
	});

	test('needs a webhook at the address', async () => {
		const sending = bed.simulator.send('visitor.updated', { url: receiver.url, secret: '' });
		await expect(sending).rejects.toThrow('activate the workflow');
	});
});
