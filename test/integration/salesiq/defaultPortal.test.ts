import { loadOptionsContext, runAction, runHook } from '../../support/run';
import { PORTAL, startSalesIqBench, type SalesIqBench } from '../../support/salesiq';

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

const EMPTY = { ...PORTAL, value: '' };
const list = { resource: 'operator', operation: 'getMany', portal: EMPTY };
const withDefault = (portal: string) => ({
	zohoSalesIqOAuth2Api: bench.credential({ portal }),
});
const paths = () => bench.vendor.requests.map(({ method, path }) => `${method} ${path}`);

test('an action without a portal uses the default portal of the credential', async () => {
	await runAction({ ...bench.action(list), credentials: withDefault(' example-inc ') });
	expect(paths()).toEqual(['GET /api/v2/example-inc/operators']);
});

test('the portal of the node comes first', async () => {
	const portal = { ...PORTAL, value: 'example-inc' };
	await runAction({ ...bench.action({ ...list, portal }), credentials: withDefault('another') });
	expect(paths()).toEqual(['GET /api/v2/example-inc/operators']);
});

test('details of the default portal', async () => {
	const get = { resource: 'portal', operation: 'get', portal: EMPTY };
	await runAction({ ...bench.action(get), credentials: withDefault('example-inc') });
	expect(paths()).toEqual(['GET /api/v2/portals/example-inc']);
});

test.each(['', '  ', '..'])('a default portal of "%s" is none', async (portal) => {
	const run = runAction({ ...bench.action(list), credentials: withDefault(portal) });
	await expect(run).rejects.toThrow('No portal is chosen');
	expect(paths()).toEqual([]);
});

test('a default portal is one segment of a path, whatever it contains', async () => {
	const run = runAction({ ...bench.action(list), credentials: withDefault('a/../$& b') });
	await expect(run).rejects.toThrow('portal');
	expect(paths()).toEqual(['GET /api/v2/a%2F..%2F%24%26%20b/operators']);
});

test('pick lists show what is in the default portal', async () => {
	const getOperators = bench.pack.nodeType('zohoSalesIq').methods?.loadOptions?.getOperators;
	const setting = { ...bench.action(list), credentials: withDefault('example-inc') };
	expect(await getOperators?.call(loadOptionsContext(setting))).not.toEqual([]);
});

test('the check of an account names the default portal', async () => {
	const check = { resource: 'account', operation: 'check', portal: EMPTY };
	const setting = { ...bench.action(check), credentials: withDefault('example-inc') };
	const { items } = await runAction(setting);
	expect(items.map(({ json }) => json)).toContainEqual(
		expect.objectContaining({ check: 'Portal', result: 'ok' }),
	);
});

describe('a trigger without a portal of its own', () => {
	const trigger = () =>
		bench.trigger({ events: ['conversation.completed', 'operator.created'], portal: EMPTY });
	const portals = () => new Set(paths().map((path) => path.split('/')[3]));

	test('registers in the default portal, and changes it there', async () => {
		const own = { ...trigger(), credentials: withDefault('example-inc') };
		await runHook(own, 'create');
		expect(bench.vendor.account.webhooks).toHaveLength(2);
		expect(await runHook(own, 'checkExists')).toBe(true);
		await runHook(own, 'create');
		expect(bench.vendor.account.webhooks).toHaveLength(2);
		expect([...portals()]).toEqual(['example-inc']);
	});

	test('unregisters where it was registered, whatever the credential says by then', async () => {
		const own = { ...trigger(), credentials: withDefault('example-inc') };
		await runHook(own, 'create');
		await runHook(own, 'create');
		await runHook({ ...own, credentials: withDefault('Example Fashions') }, 'delete');
		expect(bench.vendor.account.webhooks).toEqual([]);
		expect([...portals()]).toEqual(['example-inc']);
	});

	test('without a default portal it says what to do', async () => {
		await expect(runHook(trigger(), 'create')).rejects.toMatchObject({
			message: 'No portal is chosen',
			description: expect.stringContaining('Default Portal') as string,
		});
	});
});
