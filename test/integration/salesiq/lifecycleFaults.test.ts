import { errorBody, type Fault } from '../../../simulators/salesiq';
import { runHook } from '../../support/run';
import { startSalesIqBench, type SalesIqBench, type Trigger } from '../../support/salesiq';

let bench: SalesIqBench;

beforeAll(async () => {
	bench = await startSalesIqBench();
});

jest.setTimeout(20_000);

afterEach(() => {
	bench.reset();
});

afterAll(async () => {
	await bench.stop();
});

const both = { events: ['conversation.missed', 'operator.created'] };
// So that reads, which are sent again, do not keep the tests waiting.
const headers = { 'retry-after': '0' };
const said = (code: number): Fault => ({ answer: { status: 200, body: errorBody(code), headers } });
const status = (code: number): Fault => ({ answer: { status: code, headers } });

/** What goes wrong, and what the user is told to do. */
const faults: [string, Fault, RegExp][] = [
	['connection cut before it was done', { drop: true }, /may reach the internet/],
	['connection cut after it was done', { drop: true, late: true }, /may reach the internet/],
	['HTTP 500', status(500), /Wait a minute and try again/],
	['HTTP 500 after it was done', { ...status(500), late: true }, /Wait a minute and try again/],
	['HTTP 429', status(429), /Wait a minute and try again/],
	['HTTP 404 of a gateway', status(404), /Check the values/],
	['a page of a gateway', { answer: { status: 200, body: '<html>' } }, /Check the values/],
	['code 1001', said(1001), /Try again in a minute/],
	['code 1008', said(1008), /Reconnect the credential/],
	['code 1009', said(1009), /Add the scope in the credential and reconnect/],
	['code 1017', said(1017), /has 3 in all: remove one/],
];

/** Makes the nth request fail, and its repetitions; gives what ends that. */
function failAt(nth: number, fault: Fault): () => void {
	let count = 0;
	return bench.vendor.watch(() => {
		count += 1;
		if (count === nth) bench.vendor.faults.add({ ...fault, times: 3 });
	});
}

/** Runs a method that may fail; gives its error. */
const attempt = async (trigger: Trigger, method: 'create' | 'delete') =>
	await runHook(trigger, method).then(
		() => undefined,
		(error: unknown) => error as { message: string; description?: string | null },
	);

const calls = async (run: () => Promise<unknown>) => {
	const before = bench.vendor.requests.length;
	await run();
	return bench.vendor.requests.slice(before).map(({ method, path }) => `${method} ${path}`);
};

const urls = () => bench.vendor.account.webhooks.map(({ type, url }) => [type, url.split('?')[0]]);
const wanted = (trigger: Trigger) => [
	['administration', trigger.url],
	['data', trigger.url],
];

/** What the next publication does. */
async function publishAgain(trigger: Trigger): Promise<void> {
	bench.vendor.faults.clear();
	if (!(await runHook(trigger, 'checkExists'))) await runHook(trigger, 'create');
}

test('activation takes five calls, deactivation four', async () => {
	const trigger = bench.trigger(both);
	const base = '/api/v2/example-inc';
	expect(await calls(() => runHook(trigger, 'create'))).toEqual([
		`GET ${base}/apps`,
		`GET ${base}/webhooks`,
		`POST ${base}/webhooks`,
		`GET ${base}/webhooks`,
		`POST ${base}/webhooks`,
	]);
	const [one, two] = bench.vendor.account.webhooks.map(({ id }) => id);
	expect(await calls(() => runHook(trigger, 'delete'))).toEqual([
		`GET ${base}/webhooks`,
		`DELETE ${base}/webhooks/${one ?? ''}`,
		`GET ${base}/webhooks`,
		`DELETE ${base}/webhooks/${two ?? ''}`,
	]);
});

describe.each(faults)('%s', (_name, fault, advice) => {
	test.each([1, 2, 3, 4, 5])('at call %s of the activation', async (nth) => {
		const trigger = bench.trigger(both);
		const end = failAt(nth, fault);
		const error = await attempt(trigger, 'create');
		end();
		expect(error?.message).toBeTruthy();
		expect(error?.description ?? '').toMatch(advice);
		// Half of the time n8n is killed, and what it had not written yet is lost.
		if (nth % 2 === 0) trigger.memory.staticData = {};
		await publishAgain(trigger);
		expect(urls().sort()).toEqual(wanted(trigger));
		await bench.vendor.emit('conversation.missed');
		expect(trigger.calls.at(-1)?.outcome.items).toHaveLength(1);
	});

	test.each([1, 2, 3, 4])('at call %s of the deactivation', async (nth) => {
		const trigger = bench.trigger(both);
		await runHook(trigger, 'create');
		const end = failAt(nth, fault);
		const error = await attempt(trigger, 'delete');
		end();
		bench.vendor.faults.clear();
		expect(error).toBeUndefined();
		// A webhook that is not there need not be removed.
		const isGone = fault.answer?.status === 404 && nth % 2 === 0;
		// The list is asked for again when its answer got lost.
		const isAskedAgain = nth % 2 === 1 && trigger.log.join().includes('next try');
		if (!isGone && !isAskedAgain) expect(trigger.log.join()).toContain('Settings > Developers');
		if (nth % 2 === 0) trigger.memory.staticData = {};
		await runHook(trigger, 'delete');
		expect(urls()).toEqual([]);
	});
});

describe('published again in the middle of a deactivation', () => {
	test.each([1, 2, 3, 4])('that failed at call %s: exactly the wanted webhooks', async (nth) => {
		const trigger = bench.trigger(both);
		await runHook(trigger, 'create');
		const end = failAt(nth, { drop: true, late: true });
		await attempt(trigger, 'delete');
		end();
		await publishAgain(trigger);
		expect(urls().sort()).toEqual(wanted(trigger));
	});
});

describe('at each call of an update', () => {
	test.each([1, 2, 3, 4])('connection cut at call %s: changed in the end', async (nth) => {
		const trigger = bench.trigger(both);
		await runHook(trigger, 'create');
		Object.assign(trigger, {
			parameters: { ...trigger.parameters, events: ['conversation.created'] },
		});
		const end = failAt(nth, { drop: true, late: true });
		await attempt(trigger, 'create');
		end();
		await publishAgain(trigger);
		expect(bench.vendor.account.webhooks).toMatchObject([
			{ type: 'data', events: ['conversation.created'] },
		]);
	});
});
