import type { INodeParameters } from 'n8n-workflow';
import { runHook } from '../../support/run';
import { APP, OTHER_APP, startSalesIqBench, type SalesIqBench } from '../../support/salesiq';

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

const DATA = ['conversation.completed', 'conversation.missed'];
const ADMINISTRATION = ['operator.created'];
const both = { events: [...DATA, ...ADMINISTRATION] };

const registered = () =>
	bench.vendor.account.webhooks.map(({ type, url, events, appIds, secured }) => ({
		type,
		url: url.split('?')[0],
		events: [...events].sort(),
		appIds,
		secured,
	}));
const requests = (method: string, path = '') =>
	bench.vendor.requests.filter((one) => one.method === method && one.path.includes(path));
const writes = () => bench.vendor.requests.filter(({ method }) => method !== 'GET').length;
type Trigger = ReturnType<SalesIqBench['trigger']>;
const change = (trigger: Trigger, parameters: INodeParameters): Trigger => ({
	...trigger,
	parameters: { ...trigger.parameters, ...parameters },
});
const data = (url: string) => ({
	type: 'data',
	url,
	events: DATA,
	appIds: [APP, OTHER_APP],
	secured: true,
});
const administration = (url: string) => ({
	type: 'administration',
	url,
	events: ADMINISTRATION,
	appIds: [],
	secured: true,
});
const forget = (trigger: Trigger) => {
	trigger.memory.staticData = {};
};

describe('activation', () => {
	test('registers a secured webhook of each kind, which asks the address by HEAD', async () => {
		const trigger = bench.trigger(both);
		expect(await runHook(trigger, 'checkExists')).toBe(false);
		expect(await runHook(trigger, 'create')).toBe(true);
		expect(registered()).toEqual([data(trigger.url), administration(trigger.url)]);
		expect(trigger.calls.map(({ method, outcome }) => [method, outcome.status])).toEqual([
			['HEAD', 200],
			['HEAD', 200],
		]);
		expect(JSON.stringify(trigger.memory)).toContain('BEGIN PUBLIC KEY');
	});

	test('once more changes nothing', async () => {
		const trigger = bench.trigger(both);
		await runHook(trigger, 'create');
		const before = writes();
		expect(await runHook(trigger, 'checkExists')).toBe(true);
		expect(await runHook(trigger, 'create')).toBe(true);
		expect(writes()).toBe(before);
		expect(registered()).toEqual([data(trigger.url), administration(trigger.url)]);
	});

	test('checks with one read per webhook, and no write', async () => {
		const trigger = bench.trigger(both);
		await runHook(trigger, 'create');
		const before = bench.vendor.requests.length;
		await runHook(trigger, 'checkExists');
		const asked = bench.vendor.requests.slice(before);
		expect(asked.map(({ method }) => method)).toEqual(['GET', 'GET']);
	});

	test('makes a key only where a new webhook has none', async () => {
		bench.vendor.settings.newWebhookHasKey = false;
		const trigger = bench.trigger({ events: DATA });
		await runHook(trigger, 'create');
		await runHook(trigger, 'create');
		expect(requests('POST', '/keys')).toHaveLength(1);
		expect(bench.vendor.account.webhooks[0]?.keys).toHaveLength(1);
	});

	test('of all events registers those that every portal supports', async () => {
		const trigger = bench.trigger({ events: ['*'] });
		await runHook(trigger, 'create');
		expect(registered().map(({ events }) => events.length)).toEqual([16, 8]);
	});

	test('of chosen apps and of an event of the user’s own', async () => {
		bench.vendor.settings.workflowsEvents = true;
		const event = [
			{ name: ' conversation.metrics ', kind: 'data' },
			{ name: 'tag.created', kind: 'administration' },
		];
		const options = { allowLocalAddress: true, otherEvents: { event } };
		const trigger = bench.trigger({ events: DATA, app_ids: [OTHER_APP], options });
		await runHook(trigger, 'create');
		expect(registered()).toMatchObject([
			{ events: [...DATA, 'conversation.metrics'].sort(), appIds: [OTHER_APP] },
			{ type: 'administration', events: ['tag.created'] },
		]);
	});

	test('of a test run leaves the published webhook alone', async () => {
		const published = bench.trigger(both);
		await runHook(published, 'create');
		const tested = bench.trigger(both);
		await runHook(tested, 'create');
		await runHook(tested, 'delete');
		expect(registered()).toEqual([data(published.url), administration(published.url)]);
		expect(await runHook(published, 'checkExists')).toBe(true);
	});
});

describe('what no longer fits is found', () => {
	test.each<[string, INodeParameters]>([
		['events', { events: ['conversation.completed', 'operator.created'] }],
		['events of one kind only', { events: ['conversation.completed'] }],
		['apps', { app_ids: [APP] }],
	])('changed %s: changed at SalesIQ, not doubled', async (_name, parameters) => {
		const trigger = bench.trigger(both);
		await runHook(trigger, 'create');
		const changed = change(trigger, parameters);
		expect(await runHook(changed, 'checkExists')).toBe(false);
		await runHook(changed, 'create');
		expect(await runHook(changed, 'checkExists')).toBe(true);
		expect(requests('POST', '/webhooks')).toHaveLength(2);
		const { events = both.events, app_ids: appIds = [APP, OTHER_APP] } = parameters;
		expect(registered()).toMatchObject([
			{ type: 'data', events: DATA.filter((name) => (events as string[]).includes(name)), appIds },
			...((events as string[]).includes('operator.created') ? [{ type: 'administration' }] : []),
		]);
	});

	test('one app, then all of them', async () => {
		const one = bench.trigger({ events: DATA, app_ids: [APP] });
		await runHook(one, 'create');
		const all = change(one, { app_ids: [] });
		expect(await runHook(all, 'checkExists')).toBe(false);
		await runHook(all, 'create');
		expect(registered()).toEqual([data(one.url)]);
	});

	test.each<[string, () => void]>([
		['address', () => Object.assign(bench.vendor.account.webhooks[0] ?? {}, { url: 'https://x' })],
		['events', () => bench.vendor.account.webhooks[0]?.events.pop()],
		['signing', () => Object.assign(bench.vendor.account.webhooks[0] ?? {}, { secured: false })],
	])('%s changed at SalesIQ: set right by an update', async (_name, spoil) => {
		const trigger = bench.trigger({ events: DATA });
		await runHook(trigger, 'create');
		spoil();
		expect(await runHook(trigger, 'checkExists')).toBe(false);
		await runHook(trigger, 'create');
		expect(registered()).toEqual([data(trigger.url)]);
		expect(requests('PUT', '/webhooks')).toHaveLength(1);
	});

	test('removed by hand in SalesIQ: recreated', async () => {
		const trigger = bench.trigger(both);
		await runHook(trigger, 'create');
		bench.vendor.account.webhooks.shift();
		expect(await runHook(trigger, 'checkExists')).toBe(false);
		await runHook(trigger, 'create');
		expect(registered()).toHaveLength(2);
		expect(await runHook(trigger, 'checkExists')).toBe(true);
	});

	test('a new address of n8n: the old webhook moves', async () => {
		const trigger = bench.trigger(both);
		await runHook(trigger, 'create');
		const moved = bench.trigger(both, { memory: trigger.memory });
		expect(await runHook(moved, 'checkExists')).toBe(false);
		await runHook(moved, 'create');
		expect(registered()).toEqual([data(moved.url), administration(moved.url)]);
	});

	test('what n8n knew is lost: adopted, not doubled', async () => {
		const trigger = bench.trigger(both);
		await runHook(trigger, 'create');
		forget(trigger);
		expect(await runHook(trigger, 'checkExists')).toBe(false);
		await runHook(trigger, 'create');
		expect(requests('POST', '/webhooks')).toHaveLength(2);
		await bench.vendor.emit('conversation.missed');
		expect(trigger.calls.at(-1)?.outcome.items).toHaveLength(1);
	});

	test('two left behind by crashes: one stays', async () => {
		const trigger = bench.trigger({ events: DATA });
		await runHook(trigger, 'create');
		const [left] = bench.vendor.account.webhooks;
		if (left) bench.vendor.account.webhooks.push({ ...left, id: '99' }, { ...left, id: '98' });
		forget(trigger);
		await runHook(trigger, 'create');
		expect(registered()).toEqual([data(trigger.url)]);
	});

	test('switched off in SalesIQ: counts as there, and the log says where to switch it on', async () => {
		const trigger = bench.trigger({ events: DATA });
		await runHook(trigger, 'create');
		Object.assign(bench.vendor.account.webhooks[0] ?? {}, { status: 'disabled' });
		expect(await runHook(trigger, 'checkExists')).toBe(true);
		expect(trigger.log.join()).toContain('Settings > Developers > Webhooks');
	});
});

describe('deactivation', () => {
	test('leaves nothing, the first time and the second', async () => {
		const trigger = bench.trigger(both);
		await runHook(trigger, 'create');
		expect(await runHook(trigger, 'delete')).toBe(true);
		expect(registered()).toEqual([]);
		expect(await runHook(trigger, 'delete')).toBe(true);
		expect(await runHook(trigger, 'checkExists')).toBe(false);
	});

	test('finds what n8n does not remember, and leaves what is not ours', async () => {
		const other = bench.trigger(both);
		await runHook(other, 'create');
		const trigger = bench.trigger(both);
		await runHook(trigger, 'create');
		forget(trigger);
		await runHook(trigger, 'delete');
		expect(registered()).toEqual([data(other.url), administration(other.url)]);
	});

	test('of what was never activated, or was removed by hand, does nothing', async () => {
		expect(await runHook(bench.trigger(both), 'delete')).toBe(true);
		const trigger = bench.trigger(both);
		await runHook(trigger, 'create');
		bench.vendor.account.webhooks.length = 0;
		expect(await runHook(trigger, 'delete')).toBe(true);
	});
});
