import { createManualClock, MINUTE_MS } from '../../simulators/salesiq';
import { shapeOf } from './support/iadvize';
import type { Receiver } from './support/receiver';
import { startReceiver } from './support/receiver';
import type { TestBed } from './support/salesiq';
import { example, startTestBed } from './support/salesiq';
import { bodyOf, isSignedBy, register } from './support/salesiqWebhook';

let bed: TestBed;
let receiver: Receiver;
beforeAll(async () => {
	bed = await startTestBed({ timeouts: { replyMs: 1500 } });
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

const failing = (times: number) => Array<number>(times).fill(500);

async function listen(events = ['conversation.created', 'conversation.missed']) {
	const webhook = await register(bed, receiver.url, events);
	receiver.received.length = 0;
	return webhook;
}

/** Lets an event fail on all four attempts and gives the failed execution's id. */
async function failOnce(webhookId: string, event = 'conversation.created'): Promise<string> {
	receiver.answers = failing(4);
	await bed.simulator.emit(event);
	const rows = await bed.data<{ id: string }[]>(`/webhooks/${webhookId}/executions`);
	return rows.at(-1)?.id ?? '';
}

describe('retries', () => {
	test.each([300, 302, 400, 401, 404, 410, 500, 503])(
		'three on %i, a minute apart',
		async (status) => {
			await listen();
			const start = bed.clock.now();
			receiver.answers = Array<number>(4).fill(status);
			const [report] = await bed.simulator.emit('conversation.created');
			expect(report?.delivered).toBe(false);
			const times = report?.attempts.map(({ at }) => (at - start) / MINUTE_MS);
			expect(times).toEqual([0, 1, 2, 3]);
		},
	);

	test.each([200, 201, 204, 299])('none on %i', async (status) => {
		await listen();
		receiver.answers = [status];
		const [report] = await bed.simulator.emit('conversation.created');
		expect(report).toMatchObject({ delivered: true, attempts: [{ status }] });
	});

	test('differ in `attempt` alone, and are signed anew', async () => {
		const { public_keys } = await listen();
		receiver.answers = failing(2);
		await bed.simulator.emit('conversation.created');
		const bodies = receiver.received.map(bodyOf);
		expect(bodies.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
		expect(bodies[2]).toEqual({ ...bodies[0], attempt: 3 });
		for (const call of receiver.received) {
			expect(isSignedBy(call, public_keys[0]?.key)).toBe(true);
		}
	});

	test('also when there is no answer in time', async () => {
		await listen();
		receiver.answers = [null];
		const [report] = await bed.simulator.emit('conversation.created');
		expect(report?.attempts).toMatchObject([{ fault: 'reply time-out' }, { status: 200 }]);
	});

	test('wait for a clock that only a test moves', async () => {
		const clock = createManualClock();
		const slow = await startTestBed({ clock });
		await register(slow, receiver.url, ['conversation.created']);
		receiver.received.length = 0;
		receiver.answers = failing(1);
		const emitting = slow.simulator.emit('conversation.created');
		while (receiver.received.length < 1) await new Promise(setImmediate);
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(receiver.received).toHaveLength(1);
		clock.advance(MINUTE_MS);
		expect(await emitting).toMatchObject([{ delivered: true, attempts: [{}, {}] }]);
		await slow.simulator.stop();
	});
});

describe('a delivery that failed for good', () => {
	test('is kept, with the entity and not the delivery as its payload', async () => {
		const { id } = await listen();
		await failOnce(id);
		const [row] = await bed.data<Record<string, unknown>[]>(`/webhooks/${id}/executions`);
		expect(row).toEqual({
			id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
			event: 'conversation.created',
			entity: 'conversation',
			entity_id: '17000000004021',
			entity_label: { id: '17000000004021' },
			app_id: '46675600000002043',
			webhook_id: id,
			remote_server_status: 500,
			number_of_retries: 0,
			last_execution_time: String(bed.clock.now()),
			payload: {
				...(example('conversation.created.json') as object),
				app_id: '46675600000002043',
				version: '1',
				event_time: String(bed.clock.now() - 3 * MINUTE_MS),
			},
		});
		expect(await bed.data(`/webhooks/${id}`)).toMatchObject({ failures_count: '1' });
	});

	test('is not kept when a retry got through', async () => {
		const { id } = await listen();
		receiver.answers = failing(3);
		await bed.simulator.emit('conversation.created');
		expect(await bed.data(`/webhooks/${id}/executions`)).toEqual([]);
	});

	test('is counted like the example', async () => {
		const { id } = await listen();
		await failOnce(id);
		await failOnce(id);
		const { body } = await bed.api(`/webhooks/${id}/executions?mode=meta`);
		expect(body).toMatchObject({
			object: 'summary',
			data: { all: '2', app_based: { '46675600000002043': '2' } },
		});
		const printed = example('rest/webhook-executions-summary.response.json') as object;
		expect(Object.keys(body as object)).toEqual(Object.keys(printed));
	});

	test('is found by event and time, page by page', async () => {
		const { id } = await listen();
		const first = await failOnce(id);
		const since = bed.clock.now() + 1;
		const second = await failOnce(id, 'conversation.missed');
		const ids = async (query: string) =>
			(await bed.data<{ id: string }[]>(`/webhooks/${id}/executions?${query}`)).map(
				(row) => row.id,
			);
		expect(await ids('events=conversation.missed')).toEqual([second]);
		expect(await ids(`from_time=${since}`)).toEqual([second]);
		expect(await ids(`to_time=${since}`)).toEqual([first]);
		expect(await ids('limit=5&pageno=1')).toEqual([first, second]);
		expect(await ids('limit=5&pageno=2')).toEqual([]);
		for (const limit of [4, 51]) {
			expect(await bed.code(`/webhooks/${id}/executions?limit=${limit}`)).toBe(1011);
		}
	});

	test('is forgotten when its time is over', async () => {
		const { id } = await listen();
		await failOnce(id);
		bed.clock.advance(5_184_000_000);
		expect(await bed.data(`/webhooks/${id}/executions`)).toEqual([]);
	});

	test('can be retried by id, and is gone once it got through', async () => {
		const { id } = await listen();
		const execution = await failOnce(id);
		receiver.received.length = 0;
		const { body } = await bed.api(`/webhooks/${id}/executions/${execution}`, { method: 'POST' });
		expect(body).toMatchObject({ object: 'webhook', data: { skipped: [] } });
		await bed.simulator.settled();
		expect(receiver.received.map((call) => bodyOf(call).attempt)).toEqual([5]);
		expect(await bed.data(`/webhooks/${id}/executions`)).toEqual([]);
	});

	test('stays when the retry fails, too', async () => {
		const { id } = await listen();
		const execution = await failOnce(id);
		receiver.answers = [404];
		await bed.api(`/webhooks/${id}/executions`, { json: { ids: [execution] } });
		await bed.simulator.settled();
		expect(await bed.data(`/webhooks/${id}/executions`)).toMatchObject([
			{ id: execution, number_of_retries: 1, remote_server_status: 404 },
		]);
	});

	test('is retried 99 times at most', async () => {
		const { id } = await listen();
		const execution = await failOnce(id);
		for (const webhook of bed.simulator.account.webhooks) {
			for (const failed of webhook.executions) failed.retries = 99;
		}
		const { body } = await bed.api(`/webhooks/${id}/executions`, { json: { ids: [execution] } });
		const printed = example('rest/webhook-retry-skipped.response.json');
		expect(shapeOf(body)).toEqual(shapeOf(printed));
		expect(body).toMatchObject({ data: { skipped: [execution] } });
	});

	test('can be deleted, by query or by body', async () => {
		const { id } = await listen();
		const path = `/webhooks/${id}/executions`;
		const first = await failOnce(id);
		const second = await failOnce(id);
		expect(await bed.code(`${path}?ids=${first}`, { method: 'DELETE' })).toBeUndefined();
		expect(await bed.data(path)).toMatchObject([{ id: second }]);
		await bed.api(path, { method: 'DELETE', json: { ids: [second] } });
		expect(await bed.data(path)).toEqual([]);
		expect(await bed.code(path, { method: 'DELETE', json: { ids: [second] } })).toBe(1019);
		const ids = Array<string>(301).fill(second);
		expect(await bed.code(path, { method: 'DELETE', json: { ids } })).toBe(1015);
	});
});

test('stopping gives up retries that are due later, and keeps nothing', async () => {
	const slow = await startTestBed({ clock: createManualClock() });
	await register(slow, receiver.url, ['conversation.created']);
	receiver.received.length = 0;
	receiver.answers = failing(1);
	const emitting = slow.simulator.emit('conversation.created');
	while (receiver.received.length < 1) await new Promise(setImmediate);
	await slow.simulator.stop();
	expect(await emitting).toMatchObject([{ delivered: false }]);
});
