import type { ILoadOptionsFunctions, INodeParameters } from 'n8n-workflow';
import { newOperator } from '../../../simulators/salesiq';
import { loadOptionsContext } from '../../support/run';
import { APP, PORTAL, startSalesIqBench, type SalesIqBench } from '../../support/salesiq';

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

const context = (parameters: INodeParameters = {}): ILoadOptionsFunctions =>
	loadOptionsContext(
		bench.action({ resource: 'conversation', operation: 'getMany', ...parameters }),
	);

const methods = () => bench.pack.nodeType('zohoSalesIq').methods;

/** What the editor shows for a field that takes several. */
async function load(method: string) {
	const run = methods()?.loadOptions?.[method];
	if (!run) throw new Error(`There is no ${method}`);
	return await run.call(context());
}

/** What the editor shows for a field that takes one. */
async function search(method: string, text?: string, parameters?: INodeParameters) {
	const run = methods()?.listSearch?.[method];
	if (!run) throw new Error(`There is no ${method}`);
	return (await run.call(context(parameters), text)).results;
}

const NO_PORTAL = { portal: { ...PORTAL, value: '' } };
const searchPortals = (text?: string) => search('searchPortals', text, NO_PORTAL);

test('portals, all or those of a name, before one is chosen', async () => {
	expect(await searchPortals()).toEqual([
		{ name: 'Example', value: 'example-inc' },
		{ name: 'Example-fashions', value: 'Example Fashions' },
	]);
	expect(await searchPortals('FASH')).toHaveLength(1);
	expect(await searchPortals('nothing')).toEqual([]);
});

test.each([
	['Apps', { name: 'Example Shop', value: APP }],
	['Categories', { name: 'General', value: '53400000000328033' }],
	['Departments', { name: 'Example Support', value: '301050000004' }],
	['Operators', { name: 'operator-1', value: '30102333033335' }],
])('%s by name, with the ID as value, all or those of a name', async (what, option) => {
	const options = await search(`search${what}`);
	expect(options).toContainEqual(option);
	const names = options.map(({ name }) => name);
	expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
	expect(await search(`search${what}`, option.name.slice(1).toUpperCase())).toContainEqual(option);
	expect(await search(`search${what}`, 'no such name')).toEqual([]);
	if (what !== 'Categories') expect(await load(`get${what}`)).toEqual(options);
});

test('webhooks of both kinds, without the tokens that their addresses contain', async () => {
	const now = String(Date.now());
	const others = { creatorId: '1', modifierId: '1', created_time: now, modified_time: now };
	const row = {
		url: 'https://example.com?token=secret',
		status: 'enabled' as const,
		secured: true,
	};
	const lists = { events: [], appIds: [], keys: [], executions: [], expiryMs: 0 };
	bench.vendor.account.webhooks.push(
		{ id: '1', type: 'data', ...row, ...lists, ...others },
		{ id: '2', type: 'administration', ...row, ...lists, ...others },
	);
	expect(await search('searchWebhooks')).toEqual([
		{ name: 'https://example.com?token=… (administration)', value: '2' },
		{ name: 'https://example.com?token=… (data)', value: '1' },
	]);
});

test('operators who share a name are told apart', async () => {
	bench.vendor.account.operators = ['b@example.com', 'a@example.com'].map((email, n) => ({
		...newOperator(n + 1),
		nick_name: 'Ada',
		email_id: email,
	}));
	const names = (await search('searchOperators')).map(({ name }) => name);
	expect(names).toEqual(['Ada (a@example.com)', 'Ada (b@example.com)']);
});

test('a long list is read to its end', async () => {
	const operators = Array.from({ length: 130 }, (_none, n) => newOperator(n + 1));
	bench.vendor.account.operators = operators;
	expect(await search('searchOperators')).toHaveLength(130);
});

test('without a portal each says what to do first', async () => {
	for (const what of ['Apps', 'Categories', 'Departments', 'Operators', 'Webhooks']) {
		expect(await search(`search${what}`, '', NO_PORTAL)).toEqual([
			{ name: 'Choose a Portal First', value: '' },
		]);
	}
	expect(bench.vendor.requests).toEqual([]);
});
