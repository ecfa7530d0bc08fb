import { checkRow, type CheckRow } from '../../../nodes/shared/operations/checkAccount';
import { defaultSettings, type Settings } from '../../../simulators/swiftsell/settings';
import { foundIn, valuesIn } from '../../support/secrets';
import { startSwiftsellBench, type SwiftsellBench } from '../../support/swiftsell';

let bench: SwiftsellBench;
beforeAll(async () => {
	bench = await startSwiftsellBench();
});
afterEach(() => {
	bench.reset();
});
afterAll(async () => {
	await bench.stop();
});

async function check(credential: Record<string, string> = {}): Promise<CheckRow[]> {
	bench.change.credential = credential;
	const { items } = await bench.run({ resource: 'account', operation: 'check' });
	return items.map(({ json }) => checkRow.strict().parse(json));
}

const told = (rows: readonly CheckRow[]) => rows.map((row) => `${row.check}: ${row.result}`);
const ALL = ['Host: ok', 'Login: ok', 'Account ID: ok', 'Bots: ok'];

test('an account as its sister products have it', async () => {
	const rows = await check();
	expect(told(rows)).toEqual(ALL);
	expect(rows.filter(({ todo }) => todo !== '')).toEqual([]);
	expect(rows.map(({ seen }) => seen)).toEqual([
		'api.swiftsell.biz',
		'the account token is accepted',
		'known to the API',
		'1 row; flag: ok; number: bots[].id; text: bots[].name, bots[].bot_key',
	]);
	expect(bench.vendor.requests.map(({ method }) => method)).toEqual(['GET']);
});

interface Case {
	credential?: Record<string, string>;
	settings?: Partial<Settings>;
	row: number;
	result: CheckRow['result'];
	seen: string | RegExp;
}

const cases: [string, Case][] = [
	[
		'a wrong token',
		{
			credential: { token: 'x' },
			row: 1,
			result: 'refused',
			seen: 'HTTP 401, JWT_SIGNATURE_EXCEPTION',
		},
	],
	[
		'a wrong token, told inside HTTP 200',
		{
			credential: { token: 'x' },
			settings: { failureStatus: 200 },
			row: 1,
			result: 'refused',
			seen: 'HTTP 200, JWT_SIGNATURE_EXCEPTION',
		},
	],
	[
		'another account',
		{
			credential: { accountId: '477' },
			row: 2,
			result: 'not there',
			seen: 'HTTP 404, ACCOUNT_DETAILS_NOT_FOUND',
		},
	],
	[
		'no account ID',
		{ credential: { accountId: '' }, row: 2, result: 'not there', seen: 'nothing was asked' },
	],
	[
		'keys of bots by another name',
		{
			settings: { botKeyField: 'key' },
			row: 3,
			result: 'different',
			seen: /missing: bots\[\]\.bot_key; not documented: bots\[\]\.key \(text\)/,
		},
	],
	[
		'no https',
		{
			credential: { product: 'other', baseUrl: 'http://x' },
			row: 0,
			result: 'not there',
			seen: 'nothing was asked',
		},
	],
];

test.each(cases)('%s', async (_name, { credential, settings, row, result, seen }) => {
	Object.assign(bench.vendor.settings, settings);
	const rows = await check(credential);
	expect(rows[row]).toMatchObject({
		result,
		seen: typeof seen === 'string' ? seen : (expect.stringMatching(seen) as string),
	});
	expect(rows[row]?.todo).not.toBe('');
	// What comes before it is as it should be: the row is the one that names the difference.
	expect(told(rows).slice(0, row)).toEqual(ALL.slice(0, row));
});

test.each([
	['another product answers there', { status: 404, body: 'Grace Example' }, 'not there'],
	['a gateway answers there', { status: 502, body: '<html>' }, 'refused'],
	['a page answers there', { status: 200, body: '<html>Grace</html>' }, 'refused'],
])('%s', async (_name, answer, result) => {
	bench.vendor.faults.add({ answer: { ...answer, headers: { 'retry-after': '0' } }, times: 9 });
	const [host, ...others] = await check();
	expect(host).toMatchObject({ check: 'Host', result });
	expect(host?.seen).toMatch(/^HTTP \d+(, not an answer from the API)?$/);
	expect(others.map(({ result: one }) => one)).not.toContain('ok');
	expect(JSON.stringify([host, others])).not.toContain('Grace');
});

test('a list without bots in it, and other forms', async () => {
	bench.vendor.faults.add({
		answer: { status: 200, body: { ok: true, data: [{ 'Grace E': 1 }] } },
	});
	const rows = await check();
	expect(rows[3]?.result).toBe('different');
	expect(rows[3]?.seen).toMatch(/missing: bots; not documented: data \(list\)$/);
});

/** Of writes and of deliveries: reading cannot tell them. */
const untold: readonly (keyof Settings)[] = [
	...(['tokenPlace', 'tokenHeader', 'testBody', 'expectedReply', 'campaignAnswer'] as const),
	...(['undocumentedAnswer', 'conversationReference', 'eventTypeKey', 'trainingMs'] as const),
	...(['maxKnowledgeBases', 'missingFeatures'] as const),
];

test('every setting of the simulator is tried here, or makes no difference to reading', () => {
	const tried = cases.flatMap(([, { settings = {} }]) => Object.keys(settings));
	expect([...new Set([...tried, ...untold])].sort()).toEqual(Object.keys(defaultSettings).sort());
});

test('no value of the account is in the rows, not even when Swiftsell repeats it', async () => {
	const held = valuesIn([bench.vendor.account, bench.vendor.access]);
	expect(held).toContain('order-bot@example.com');
	expect(foundIn(JSON.stringify(await check()), held)).toEqual([]);
	const body = { ok: false, code: 'grace@example.com', message: bench.vendor.access.accountToken };
	bench.vendor.faults.add({ answer: { status: 400, body } });
	const texts = JSON.stringify(await check({ product: 'other', baseUrl: 'https://api.wotnot.io' }));
	expect(foundIn(texts, [...held, 'grace@example.com'])).toEqual([]);
	expect(texts).toContain('HTTP 400, a code that is not documented');
});
