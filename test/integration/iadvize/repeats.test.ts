import { createHmac } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { loadPack, type Pack } from '../../support/pack';
import { runWebhook, type Memory, type Setting } from '../../support/run';

const secretToken = 'the current token';

let pack: Pack;
let memory: Memory;
beforeAll(async () => {
	pack = await loadPack();
});
beforeEach(() => {
	memory = { staticData: {} };
});
afterEach(() => {
	jest.useRealTimers();
});

const trigger = (repeats?: string, more: Partial<Setting> = {}): Setting => ({
	pack,
	node: 'iadvizeTrigger',
	parameters: { events: ['*'], options: repeats === undefined ? {} : { repeats } },
	credentials: { iadvizeWebhookApi: { secretToken } },
	memory,
	...more,
});

const event = (eventId: string, more: object = {}) => ({
	eventId,
	eventType: 'v2.conversation.closed',
	createdAt: '2025-06-01T12:00:00.000+00:00',
	...more,
});

const call = (value: unknown) => {
	const rawBody = Buffer.from(JSON.stringify(value));
	const signature = createHmac('sha256', secretToken).update(rawBody).digest('hex');
	return { rawBody, headers: { 'x-iadvize-signature': `sha256=${signature}` } };
};

/** Status, and the events that the workflow was started with. */
async function send(value: unknown, setting = trigger()) {
	const { status, items, answer } = await runWebhook(setting, call(value));
	const told = items?.map(({ json }) => json.deliveryId as string) ?? [];
	return { status, told, message: (answer as IDataObject).message };
}

const before = { status: 200, told: [], message: 'Received before: not started again' };
const started = (...told: string[]) => ({ status: 200, told, message: 'Received' });
const restarted = () => {
	memory = { staticData: memory.staticData };
};
/** To be settled by the test. */
function storing() {
	let settle = { resolve: () => {}, reject: () => {} };
	const stored = new Promise<void>((resolve, reject) => {
		settle = {
			resolve,
			reject: () => {
				reject(new Error('database is locked'));
			},
		};
	});
	return { store: () => stored, ...settle };
}
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 60));

describe('the same delivery', () => {
	test('starts one execution, also after n8n has been started again', async () => {
		expect(await send(event('a'))).toEqual(started('a'));
		expect(await send(event('a'))).toEqual(before);
		restarted();
		expect(await send(event('a'))).toEqual(before);
		expect(await send(event('b'))).toEqual(started('b'));
	});

	test('is known by its deliveryId in either output', async () => {
		const setting = () => trigger(undefined, { parameters: { events: ['*'], output: 'payload' } });
		expect(await send(event('a'), setting())).toEqual(started('a'));
		expect(await send(event('a', { attempt: 2 }), setting())).toEqual(before);
	});

	test('in a list: only new events are output, and each once', async () => {
		await send([event('a'), event('b')]);
		const second = await send([event('a'), event('c'), event('b'), event('c'), event('d')]);
		expect(second).toEqual(started('c', 'd'));
		expect(await send([event('d'), event('c')])).toEqual(before);
	});

	test('goes to another trigger all the same', async () => {
		await send(event('a'));
		expect(await send(event('a'), trigger(undefined, { memory: { staticData: {} } }))).toEqual(
			started('a'),
		);
	});

	test('that is not selected is not remembered', async () => {
		const parameters = { events: ['user.created'] };
		await send(event('a'), trigger(undefined, { parameters }));
		expect(memory.staticData).toEqual({});
		expect(await send(event('a'))).toEqual(started('a'));
	});

	test('forged, it leaves nothing behind', async () => {
		const { rawBody } = call(event('a'));
		const headers = { 'x-iadvize-signature': `sha256=${'0'.repeat(64)}` };
		expect((await runWebhook(trigger(), { rawBody, headers })).status).toBe(401);
		expect(memory.staticData).toEqual({});
		expect(await send(event('a'))).toEqual(started('a'));
	});
});

describe('the same delivery, four times at once', () => {
	const four = [0, 1, 2, 3];

	test('one starts an execution, the others wait for it and hear 200', async () => {
		const { store, resolve } = storing();
		const answered: unknown[] = [];
		const calls = four.map(async () => {
			const outcome = await send(event('a'), trigger(undefined, { store }));
			answered.push(outcome);
			return outcome;
		});
		await aMoment();
		expect(answered).toEqual([]);
		resolve();
		const outcomes = await Promise.all(calls);
		expect(outcomes).toEqual([started('a'), before, before, before]);
	});

	test('one goes on when n8n cannot store the execution of the first', async () => {
		const { store, reject } = storing();
		const first = send(event('a'), trigger(undefined, { store }));
		const others = four.slice(1).map(async () => await send(event('a')));
		await aMoment();
		reject();
		expect((await first).status).toBe(500);
		expect(await Promise.all(others)).toEqual([started('a'), before, before]);
	});

	test('a batch waits only for what it shares with another', async () => {
		const { store, resolve } = storing();
		const first = send([event('a'), event('b')], trigger(undefined, { store }));
		const second = send([event('b'), event('c')]);
		expect(await send(event('d'))).toEqual(started('d'));
		resolve();
		expect(await first).toEqual(started('a', 'b'));
		expect(await second).toEqual(started('c'));
	});

	test('no one waits forever for a call that n8n never answers', async () => {
		jest.useFakeTimers();
		void send(event('a'), trigger(undefined, { store: storing().store }));
		const second = send(event('a'));
		await jest.advanceTimersByTimeAsync(119_000);
		let isThrough = false;
		void second.then(() => (isThrough = true));
		await jest.advanceTimersByTimeAsync(500);
		expect(isThrough).toBe(false);
		await jest.advanceTimersByTimeAsync(2_000);
		expect(await second).toEqual(started('a'));
	});
});

describe('an execution that n8n cannot store', () => {
	const store = () => Promise.reject(new Error('database is locked'));

	test('the event is not told, and is taken once when it comes again', async () => {
		expect((await send(event('a'), trigger(undefined, { store }))).status).toBe(500);
		expect(memory.staticData).toEqual({});
		expect(await send(event('a'))).toEqual(started('a'));
		expect(await send(event('a'))).toEqual(before);
	});
});

describe('what n8n keeps', () => {
	const seen = () => (memory.staticData['node:iAdvize Trigger'] as IDataObject).seen as string;

	test('is the last thousand, in less than 9 kB and nothing of what was sent', async () => {
		for (const hundred of [1, 2, 3]) {
			const list = Array.from({ length: 400 }, (_, index) => event(`${hundred}-${index}`));
			expect((await send(list)).told).toHaveLength(400);
		}
		expect(seen()).toMatch(/^[\w-]{8}( [\w-]{8}){999}$/);
		restarted();
		expect(await send([event('3-0'), event('1-200'), event('1-199')])).toEqual(started('1-199'));
	});

	test('two simultaneous calls do not undo each other', async () => {
		const { store, resolve } = storing();
		const first = send(event('a'), trigger(undefined, { store }));
		await send(event('b'));
		resolve();
		await first;
		restarted();
		expect(await send([event('a'), event('b')])).toEqual(before);
	});

	test('what could not be saved is known in this process, and saved by the next call', async () => {
		await send(event('a'));
		memory.staticData = {};
		expect(await send(event('a'))).toEqual(before);
		restarted();
		expect(await send(event('a'))).toEqual(before);
	});

	test('is not written again by a call that brings nothing new', async () => {
		await send(event('a'));
		const { staticData } = memory;
		await send(event('a'));
		expect(memory.staticData).toBe(staticData);
	});
});

describe('Repeats', () => {
	const inConversation = (eventId: string, conversationId?: string) =>
		event(eventId, { conversationId });

	test('Keep: every call starts an execution', async () => {
		expect(await send(event('a'), trigger('keep'))).toEqual(started('a'));
		expect(await send(event('a'), trigger('keep'))).toEqual(started('a'));
		expect(memory.staticData).toEqual({});
	});

	test('Skip the Same Event of a Conversation: one for an event of a conversation', async () => {
		const once = trigger('conversation');
		expect(await send(inConversation('a', '1'), once)).toEqual(started('a'));
		expect(await send(inConversation('b', '1'), once)).toEqual(before);
		expect(await send(inConversation('c', '2'), once)).toEqual(started('c'));
		const rated = { eventType: 'v2.conversation.started', conversationId: '1' };
		expect(await send(event('d', rated), once)).toEqual(started('d'));
	});

	test('Skip the Same Event of a Conversation: without one, by the delivery', async () => {
		const once = trigger('conversation');
		expect(await send(event('a'), once)).toEqual(started('a'));
		expect(await send(event('b'), once)).toEqual(started('b'));
		expect(await send(event('a'), once)).toEqual(before);
	});

	test('test runs are let through, and leave nothing behind', async () => {
		const inEditor = trigger(undefined, { isTest: true });
		expect(await send(event('a'), inEditor)).toEqual(started('a'));
		expect(await send(event('a'), inEditor)).toEqual(started('a'));
		expect(await send(event('a'))).toEqual(started('a'));
	});
});
