import { createHmac, randomUUID, type KeyObject } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { startHost, type Host } from '../../host/host';
import { iadvizeVendor } from '../../host/vendors/iadvize';
import { salesIqVendor } from '../../host/vendors/salesiq';
import type { Vendor } from '../../host/vendors/vendor';
import { startIadvizeSimulator, type IadvizeSimulator } from '../../simulators/iadvize';
import {
	createManualClock,
	startSalesIqSimulator,
	type SalesIqSimulator,
} from '../../simulators/salesiq';
import { lockDatabase, refusingExecutions } from './support/database';
import { listen, type Listener } from './support/hear';
import { countExecutions, type Stage } from './support/stage';

jest.setTimeout(120_000);

let host: Host;
let iadvize: IadvizeSimulator;
let salesIq: SalesIqSimulator;
let vendors: { iadvize: Vendor; salesIq: Vendor };
let all: Listener;

beforeAll(async () => {
	iadvize = await startIadvizeSimulator();
	salesIq = await startSalesIqSimulator({ clock: createManualClock(Date.now()) });
	vendors = { iadvize: iadvizeVendor(iadvize), salesIq: salesIqVendor(salesIq) };
	host = await startHost({ folder: 'e2e-repeats', vendors: Object.values(vendors) });
	all = await listen({ host } as Stage, vendors.iadvize, { events: ['*'] });
}, 180_000);

afterAll(async () => {
	await host.stop();
}, 30_000);

const event = (eventId: string = randomUUID()) => ({
	eventId,
	eventType: 'v2.conversation.closed',
	createdAt: '2025-06-01T12:00:00.000+00:00',
});

/** Status of a call with these events. */
async function send(...events: object[]): Promise<number | undefined> {
	const body = JSON.stringify(events.length === 1 ? events[0] : events);
	const delivery = { endpoint: all.endpoint, body, maxAttempts: 1 };
	return (await iadvize.deliver(delivery)).attempts[0]?.status;
}

/** Executions that some work has started. */
async function startedBy(work: () => Promise<unknown>, { stage } = all): Promise<number> {
	const before = await countExecutions(stage);
	await work();
	return (await countExecutions(stage)) - before;
}

/** Calls straight, and hangs up as soon as the call is sent. */
async function hangUp(value: object): Promise<void> {
	const body = JSON.stringify(value);
	const signature = createHmac('sha256', all.endpoint.secret).update(body).digest('hex');
	const url = `${host.n8n.url}${new URL(all.endpoint.url).pathname}`;
	const headers = {
		'content-type': 'application/json',
		'content-length': Buffer.byteLength(body),
		'x-iadvize-signature': `sha256=${signature}`,
	};
	const call = request(url, { method: 'POST', headers });
	call.on('error', () => undefined);
	await new Promise<void>((resolve) => call.end(body, resolve));
	await sleep(100);
	call.destroy();
}

const ids = async () => (await all.heard()).map(({ deliveryId }) => deliveryId);

test('four calls with the same at once: one execution, and 200 for all', async () => {
	const same = event();
	let statuses: unknown[] = [];
	const started = await startedBy(async () => {
		statuses = await Promise.all([1, 2, 3, 4].map(() => send(same)));
	});
	expect({ started, statuses }).toEqual({ started: 1, statuses: [200, 200, 200, 200] });
});

test('a list with known and new events: only the new ones', async () => {
	const [a, b, c, d] = [event(), event(), event(), event()];
	await send(a, b, c);
	expect(await ids()).toEqual([a, b, c].map(({ eventId }) => eventId));
	expect(await startedBy(() => send(c, d, a))).toBe(1);
	expect(await ids()).toEqual([d.eventId]);
});

describe('an execution that the database refuses', () => {
	test('500; once there is room, the same call starts one', async () => {
		const same = event();
		expect(await refusingExecutions(host, () => send(same))).toBe(500);
		expect(await startedBy(() => send(same))).toBe(1);
		expect(await startedBy(() => send(same))).toBe(0);
	});

	test('of a caller that has hung up: the same call starts one', async () => {
		const same = event();
		await refusingExecutions(host, async () => {
			await hangUp(same);
			await sleep(500);
		});
		expect(await startedBy(() => send(same))).toBe(1);
	});
});

test('a caller that hangs up while n8n waits for its database: one execution, and the next call waits for it', async () => {
	const same = event();
	const started = await startedBy(async () => {
		const unlock = await lockDatabase(host);
		await hangUp(same);
		const again = send(same);
		await sleep(500);
		await unlock();
		expect(await again).toBe(200);
	});
	expect(started).toBe(1);
	expect(await startedBy(() => send(same))).toBe(0);
});

test('Keep starts an execution each time, Skip the Same Event of a Conversation one for both', async () => {
	const conversationId = randomUUID();
	const [a, b] = [
		{ ...event(), conversationId },
		{ ...event(), conversationId },
	];
	const listening = async (repeats: string) =>
		await listen({ host } as Stage, vendors.iadvize, { events: ['*'], options: { repeats } });
	for (const [repeats, count] of [
		['keep', 3],
		['conversation', 1],
	] as const) {
		const { stage, endpoint } = await listening(repeats);
		const calls = async () => {
			for (const one of [a, a, b]) {
				await iadvize.deliver({ endpoint, body: JSON.stringify(one), maxAttempts: 1 });
			}
		};
		expect({ repeats, started: await startedBy(calls, { ...all, stage }) }).toEqual({
			repeats,
			started: count,
		});
	}
});

describe('n8n is killed and started again', () => {
	const six = Array.from({ length: 6 }, () => event());
	const [old, found] = ['1', '2'];
	let hearSalesIq: Listener;
	let missed: (id: string, signWith?: KeyObject) => Promise<number | undefined>;
	let key: KeyObject | undefined;

	beforeAll(async () => {
		hearSalesIq = await listen({ host } as Stage, vendors.salesIq, {
			events: ['conversation.missed'],
			...vendors.salesIq.parameters,
		});
		missed = async (id, signWith) => {
			const about = { entity_type: 'conversation', entity_id: id, entity: { id } };
			const body = { event: 'conversation.missed', event_time: '1566480708268', ...about };
			const { attempts } = await salesIq.deliver({
				endpoint: {
					url: salesIq.account.webhooks[0]?.url ?? '',
					proxy: hearSalesIq.endpoint.proxy,
				},
				body: JSON.stringify(body),
				maxAttempts: 1,
				...(signWith && { signWith }),
			});
			return attempts[0]?.status;
		};
	});

	test('before: six events at once, and a workflow that is renamed and published again', async () => {
		expect(await startedBy(() => Promise.all(six.map((one) => send(one))))).toBe(6);
		const { workflows } = host.rest;
		const { id } = all.stage.workflow;
		await workflows.deactivate(id);
		await workflows.update(id, { name: 'Hear by another name' });
		await workflows.activate(id);
		expect(await startedBy(() => send(...six))).toBe(0);
	});

	test('before: SalesIQ is asked for a key while another of its calls starts an execution', async () => {
		const [webhook] = salesIq.account.webhooks;
		const oldKey = webhook?.keys[0]?.privateKey;
		await salesIq.rotateKey(webhook?.id);
		key = webhook?.keys.at(-1)?.privateKey;
		expect(key).not.toBe(oldKey);
		salesIq.faults.add({ path: '/api/*', delayMs: 1500 });
		const asked = missed(found, key);
		await sleep(300);
		expect(await missed(old, oldKey)).toBe(200);
		expect(await asked).toBe(503);
		expect(await startedBy(() => missed(found, key), hearSalesIq)).toBe(1);
	});

	test('afterwards: what was told is skipped, and the key is known', async () => {
		await host.n8n.kill();
		await host.n8n.restart();
		expect(await startedBy(() => Promise.all(six.map((one) => send(one))))).toBe(0);
		const asked = salesIq.requests.length;
		const both = async () => {
			expect([await missed(old, key), await missed(found, key)]).toEqual([200, 200]);
		};
		expect(await startedBy(both, hearSalesIq)).toBe(0);
		expect(salesIq.requests.length).toBe(asked);
	}, 240_000);
});
