import type { INodeParameters } from 'n8n-workflow';
import { checkRow, type CheckRow } from '../../../nodes/shared/operations/checkAccount';
import { defaultSettings, type Settings } from '../../../simulators/messangi/settings';
import { startMessangiBench, type MessangiBench } from '../../support/messangi';
import { foundIn, valuesIn } from '../../support/secrets';

let bench: MessangiBench;
beforeAll(async () => {
	bench = await startMessangiBench();
});
afterEach(() => {
	bench.reset();
});
afterAll(async () => {
	await bench.stop();
});

async function check(
	credential: Record<string, string> = {},
	parameters: INodeParameters = {},
): Promise<CheckRow[]> {
	bench.change.credential = credential;
	const { items } = await bench.run({ resource: 'account', operation: 'check', ...parameters });
	return items.map(({ json }) => checkRow.strict().parse(json));
}

const told = (rows: readonly CheckRow[]) => rows.map((row) => `${row.check}: ${row.result}`);
const ALL = ['Credential: ok', 'Host: ok', 'Login: ok', 'Lists: ok'];
const LOGIN = { method: 'login' };
const webToken = (exp: number) =>
	['{}', JSON.stringify({ exp })].map((part) => Buffer.from(part).toString('base64url')).join('.');

test.each([
	['with a key', {}, /^API key, JSON Web Token, \d+ days left$/],
	['with user and password', LOGIN, /^user and password$/],
])('an account as documented, %s', async (_name, credential, seen) => {
	const rows = await check(credential);
	expect(told(rows)).toEqual(ALL);
	expect(rows.filter(({ todo }) => todo !== '')).toEqual([]);
	expect(rows[0]?.seen).toMatch(seen);
	expect(rows[1]?.seen).toBe('elastic.messangi.me');
	expect(rows[3]?.seen).toMatch(/^2 rows; .*text: .*name.*; rows in: data$/);
	const written = bench.vendor.requests.filter(({ method }) => method !== 'GET');
	expect(written.filter(({ path }) => path !== '/kingslanding/login')).toEqual([]);
});

interface Case {
	credential?: Record<string, string>;
	settings?: Partial<Settings>;
	row: number;
	result: CheckRow['result'];
	seen: RegExp;
}

const cases: [string, Case][] = [
	[
		'a key that is not taken',
		{ credential: { apiKey: webToken(9e9) }, row: 2, result: 'refused', seen: /^HTTP 401$/ },
	],
	[
		'an expired key',
		{ credential: { apiKey: webToken(1) }, row: 0, result: 'refused', seen: /days left$/ },
	],
	[
		'a key that is no JSON Web Token',
		{ credential: { apiKey: 'Grace' }, row: 0, result: 'different', seen: /no JSON Web Token$/ },
	],
	['an empty key', { credential: { apiKey: '' }, row: 0, result: 'refused', seen: /^API key/ }],
	[
		'a wrong password',
		{ credential: { ...LOGIN, password: 'x' }, row: 2, result: 'refused', seen: /^HTTP 403$/ },
	],
	[
		'a second factor',
		{
			credential: LOGIN,
			settings: { twoFactor: true },
			row: 2,
			result: 'refused',
			seen: /^HTTP 402$/,
		},
	],
	[
		'lists at another path',
		{ settings: { listServicePath: '/service' }, row: 3, result: 'not there', seen: /^HTTP 404$/ },
	],
	[
		'lists elsewhere in the answer',
		{ settings: { listsPlace: 'lists' }, row: 3, result: 'ok', seen: /rows in: lists$/ },
	],
	[
		'lists deeper in the answer',
		{ settings: { listsPlace: 'data.lists' }, row: 3, result: 'ok', seen: /rows in: data\.lists$/ },
	],
	[
		'lists in data of data',
		{ settings: { listsPlace: 'data.data' }, row: 3, result: 'ok', seen: /rows in: data\.data$/ },
	],
	[
		'no https',
		{ credential: { host: 'http://x' }, row: 1, result: 'not there', seen: /^nothing was asked$/ },
	],
];

test.each(cases)('%s', async (_name, { credential, settings, row, result, seen }) => {
	Object.assign(bench.vendor.settings, settings);
	const rows = await check(credential);
	expect(rows[row]).toMatchObject({ result, seen: expect.stringMatching(seen) as string });
	expect(rows[row]?.todo === '').toBe(result === 'ok');
});

test.each(['message', 'explain', 'description', 'empty'] as const)(
	'a refusal is told by its status, wherever Messangi has its words (%s)',
	async (errorShape) => {
		bench.vendor.settings.errorShape = errorShape;
		const rows = await check({ apiKey: webToken(9e9) });
		expect(rows[2]).toMatchObject({ result: 'refused', seen: 'HTTP 401' });
		expect(JSON.stringify(rows)).not.toContain('Invalid or expired');
	},
);

test('where the path of lists is not known, nothing tells whether the key is accepted', async () => {
	bench.vendor.settings.listServicePath = '/service/v2';
	const unknown = await check();
	expect(told(unknown)).toEqual([
		'Credential: ok',
		'Host: ok',
		'Login: not there',
		'Lists: not there',
	]);
	expect(unknown[3]?.todo).toContain('List Service Path');
	expect(told(await check({}, { listServicePath: '/service/v2' }))).toEqual(ALL);
});

/** Of writes and of deliveries: reading cannot tell them. */
const untold: readonly (keyof Settings)[] = [
	...(['callbackSecret', 'smsAnswer', 'smsStatus', 'plusInTo'] as const),
	...(['undocumentedAnswer', 'createdStatus'] as const),
];

test('every setting of the simulator is tried here, or makes no difference to reading', () => {
	const tried = cases.flatMap(([, { settings = {} }]) => Object.keys(settings));
	expect([...new Set([...tried, 'errorShape', ...untold])].sort()).toEqual(
		Object.keys(defaultSettings).sort(),
	);
});

test('no value of the account is in the rows, not even when Messangi repeats it', async () => {
	const held = valuesIn([bench.vendor.account.lists, bench.vendor.access]);
	expect(held).toEqual(expect.arrayContaining(['Newsletter', bench.vendor.access.apiKey]));
	const names = ['email', 'mobile', 'devices', 'devices_type', 'address', 'Active'];
	const secret = held.filter((value) => !names.includes(value));
	expect(foundIn(JSON.stringify(await check()), secret)).toEqual([]);
	const body = { message: `grace@example.com may not use ${bench.vendor.access.apiKey}` };
	bench.vendor.faults.add({ answer: { status: 400, body } });
	expect(foundIn(JSON.stringify(await check()), [...secret, 'grace@example.com'])).toEqual([]);
});
