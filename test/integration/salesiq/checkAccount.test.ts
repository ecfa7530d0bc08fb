import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';
import { checkRow, type CheckRow } from '../../../nodes/shared/operations/checkAccount';
import type { Settings, SigningKey } from '../../../simulators/salesiq';
import { createSigningKey, errorBody } from '../../../simulators/salesiq';
import { defaultSettings, type KeyFormat } from '../../../simulators/salesiq/settings';
import { runAction } from '../../support/run';
import { APP, PORTAL, startSalesIqBench, type SalesIqBench } from '../../support/salesiq';
import { foundIn, valuesIn } from '../../support/secrets';

let bench: SalesIqBench;
let pair: SigningKey;

beforeAll(async () => {
	bench = await startSalesIqBench();
	pair = await createSigningKey();
});

afterEach(() => {
	bench.reset();
});

afterAll(async () => {
	await bench.stop();
});

const TOKEN = 'u7Jq2mZ0x4Yb8KfVt1sRw9Lc3NdPeGhA';

/** A published trigger's webhook, as SalesIQ has it. */
function addWebhook(more: object = {}, keys: readonly SigningKey[] = [pair]): void {
	const now = String(Date.now());
	bench.vendor.account.webhooks.push({
		id: '99',
		type: 'data',
		status: 'enabled',
		secured: true,
		appIds: [APP],
		url: `https://n8n.example.com/webhook/1/webhook?token=${TOKEN}`,
		expiryMs: 5_184_000_000,
		events: ['conversation.completed'],
		creatorId: '1',
		modifierId: '1',
		created_time: now,
		modified_time: now,
		executions: [],
		keys: keys.map((key, n) => ({ ...key, id: String(n), creatorId: '1', created_time: now })),
		...more,
	});
}

interface How {
	credential?: ICredentialDataDecryptedObject;
	parameters?: INodeParameters;
}

async function check({ credential, parameters }: How = {}): Promise<CheckRow[]> {
	const setting = bench.action({ resource: 'account', operation: 'check', ...parameters });
	if (credential) setting.credentials = { zohoSalesIqOAuth2Api: bench.credential(credential) };
	const { items } = await runAction(setting);
	return items.map(({ json }) => checkRow.strict().parse(json));
}

const rowOf = (rows: readonly CheckRow[], name: string) =>
	rows.find((row) => row.check === name) ?? fail(`No row ${name}`);

function fail(message: string): never {
	throw new Error(message);
}

const DATA = 'Webhooks of kind data';
const KEYS = 'Keys of a webhook';

test('an account as documented: every row is ok, and nothing is to be done', async () => {
	addWebhook();
	addWebhook({ id: '98', type: 'administration', appIds: [] });
	const rows = await check();
	expect(rows.filter(({ result }) => result !== 'ok')).toEqual([]);
	expect(rows.filter(({ todo }) => todo !== '')).toEqual([]);
	expect(rows.map((row) => row.check)).toEqual([
		...['Login', 'Portal', 'Apps', 'Departments', 'Operators'],
		...[DATA, 'Webhooks of kind administration', KEYS, 'Failed executions'],
		...['Conversations', 'Conversation', 'Messages of a conversation'],
		...['Feedback of a conversation', 'All feedback'],
		...['Visitors', 'Blocked IPs', 'Article categories', 'Scopes'],
	]);
	expect(rowOf(rows, KEYS).seen).toContain('proof: 1 × signature and address token');
	expect(rowOf(rows, KEYS).seen).toContain('readable, PEM of 451 characters');
	expect(rowOf(rows, 'Conversation').seen).toContain('13 digits as text: start_time');
});

test('an account without anything: what there is to do first', async () => {
	Object.assign(bench.vendor.account, { conversations: [], webhooks: [] });
	const rows = await check();
	const lacking = rows.filter(({ result }) => result === 'not there');
	expect(lacking.map((row) => row.check)).toEqual([
		...[DATA, 'Webhooks of kind administration', KEYS, 'Failed executions'],
		...['Conversations', 'Conversation', 'Messages of a conversation'],
		'Feedback of a conversation',
	]);
	expect(lacking.filter(({ todo }) => todo === '')).toEqual([]);
});

const unreadable = (format: KeyFormat, seen: RegExp) =>
	[`key ${format}`, { keyFormat: format }, KEYS, 'different', seen] as const;
const readable = (format: KeyFormat, seen: RegExp) =>
	[`key ${format}`, { keyFormat: format }, KEYS, 'ok', seen] as const;

/** Each way that the contract leaves open and reading can tell, with the row that names it. */
const differences: readonly (readonly [
	string,
	Partial<Settings>,
	string,
	CheckRow['result'],
	RegExp,
])[] = [
	readable('pem', /× readable, PEM/),
	readable('escaped-pem', /× readable, PEM/),
	readable('pkcs1-pem', /× readable, PEM/),
	readable('base64', /× readable, text of 392/),
	readable('base64-unpadded', /× readable, text/),
	readable('base64url', /× readable, text/),
	readable('pkcs1-base64', /× readable, text/),
	readable('jwk-text', /× readable, JWK/),
	unreadable('jwk', /of another type: public_keys\[\]\.key.*× readable, JWK/),
	unreadable('empty', /proof: 1 × address token; keys: 1 × empty/),
	unreadable('number', /proof: 1 × address token; keys: 1 × not readable, text of 11 characters/),
	unreadable('bare-number', /of another type: public_keys\[\]\.key/),
	['flags as text', { textValues: true }, DATA, 'different', /of another type: secured/],
	['no webhooks', { webhooksInPlan: false }, DATA, 'refused', /^HTTP 200, code 1021$/],
	[
		'status of errors',
		{ webhooksInPlan: false, errorStatus: 400 },
		DATA,
		'refused',
		/^HTTP 400, code 1021$/,
	],
	['no visitors', { visitorApi: false }, 'Visitors', 'refused', /^HTTP 200, code 1021$/],
	[
		'time included',
		{ fromTimeInclusive: true },
		'Messages of a conversation',
		'ok',
		/from_time: inclusive/,
	],
	[
		'time excluded',
		{ fromTimeInclusive: false },
		'Messages of a conversation',
		'ok',
		/from_time: exclusive/,
	],
];

test.each(differences)('%s', async (_name, settings, name, result, seen) => {
	addWebhook();
	Object.assign(bench.vendor.settings, settings);
	const row = rowOf(await check(), name);
	expect(row).toMatchObject({ result, seen: expect.stringMatching(seen) as string });
	expect(row.todo === '').toBe(result === 'ok');
});

test.each([
	['codes seen', 1002, 'refused'],
	['codes documented', 1005, 'not there'],
] as const)('a portal that the login does not have: %s', async (_name, code, result) => {
	bench.vendor.settings.wrongScreenNameCode = code;
	const portal = { ...PORTAL, value: 'grace-example' };
	const rows = await check({ parameters: { portal } });
	expect(rowOf(rows, 'Login').result).toBe('ok');
	expect(rowOf(rows, 'Portal')).toMatchObject({ result: 'not there', seen: '2 in the list' });
	expect(rowOf(rows, 'Apps')).toMatchObject({ result, seen: `HTTP 200, code ${code}` });
	expect(JSON.stringify(rows)).not.toContain('grace-example');
});

test('no portal chosen, and no credential: rows, too', async () => {
	const rows = await check({ parameters: { portal: { ...PORTAL, value: '' } } });
	expect(rowOf(rows, 'Portal').means).toBe('No portal is chosen');
	expect(rowOf(rows, 'Apps')).toMatchObject({ result: 'not there', seen: 'nothing was asked' });

	const setting = { ...bench.action({ resource: 'account', operation: 'check' }), credentials: {} };
	const { items } = await runAction(setting);
	const results = items.map(({ json }) => json.result);
	expect(new Set(results)).toEqual(new Set(['not there']));
});

test('a missing scope is named, and stops nothing else', async () => {
	addWebhook();
	const scopes = ['SalesIQ.webhooks.ALL', 'SalesIQ.conversations.READ', 'SalesIQ.Apps.READ'];
	const oauthTokenData = { access_token: bench.vendor.issueToken({ scopes }) };
	const scope = 'SalesIQ.webhooks.READ,SalesIQ.webhooks.CREATE,grace@example.com';
	const rows = await check({ credential: { oauthTokenData, scope } });
	const refused = rows.filter(({ result }) => result === 'refused');
	expect(refused.map((row) => row.check)).toEqual([
		...['Login', 'Departments', 'Operators', 'Feedback of a conversation', 'All feedback'],
		...['Visitors', 'Blocked IPs', 'Article categories', 'Scopes'],
	]);
	expect(rowOf(rows, 'All feedback')).toMatchObject({
		seen: 'HTTP 200, code 1009',
		todo: 'Add SalesIQ.feedbacks.READ to Scope in the credential, and reconnect',
	});
	expect(rowOf(rows, 'Scopes').seen).toBe(
		'work: SalesIQ.Apps.READ, SalesIQ.webhooks.READ, SalesIQ.conversations.READ; refused: SalesIQ.portals.READ, SalesIQ.departments.READ, SalesIQ.operators.READ, SalesIQ.feedbacks.READ, SalesIQ.visitors.READ, SalesIQ.blockedips.READ, SalesIQ.articles.READ; not tried: SalesIQ.webhooks.CREATE',
	);
});

test.each([200, 400, 401])('a refused login (HTTP %i) is tried once', async (status) => {
	bench.vendor.settings.invalidTokenStatus = status;
	const rows = await check({ credential: { oauthTokenData: { access_token: 'of-nobody' } } });
	expect(rowOf(rows, 'Login')).toMatchObject({ result: 'refused', seen: 'Zoho gave no new token' });
	expect(rows.slice(1).filter(({ seen }) => seen !== 'not asked')).toEqual([]);
	expect(bench.vendor.requests.filter(({ path }) => path.startsWith('/api'))).toHaveLength(1);
});

test('an unknown form is described by names and types', async () => {
	const [first] = bench.vendor.account.conversations;
	Object.assign(first ?? {}, { end_time: 17, visitor: { id: 1, email_id: 'grace@example.com' } });
	bench.vendor.account.conversations.splice(1);
	const row = rowOf(await check(), 'Conversations');
	expect(row.result).toBe('different');
	expect(row.means).toContain('end_time, visitor.id: of another type; visitor.email: missing');
	expect(row.seen).toContain('not documented: visitor.email_id (text)');
});

test('identifiers beyond 2^53 as bare numbers make no difference', async () => {
	addWebhook();
	const rows = await check();
	bench.vendor.settings.bareIds = true;
	expect(await check()).toEqual(rows);
});

/** What cannot be told by reading. */
const untold: readonly (keyof Settings)[] = [
	...(['acceptBearer', 'bareIds', 'tokenErrorStatus'] as const),
	// Answers to writes, and what is taken at registration.
	...(['undocumentedAnswer', 'newWebhookHasKey', 'workflowsEvents', 'appIdsRequired'] as const),
	...(['uniqueUrls', 'refusePorts', 'refuseQueries', 'probeFailureCode'] as const),
	// Deliveries.
	...(['signUnsecured', 'newerDeliveries'] as const),
];

test('every setting of the simulator is tried here, or makes no difference to reading', () => {
	const tried = differences.flatMap(([, settings]) => Object.keys(settings));
	const others = ['wrongScreenNameCode', 'invalidTokenStatus'];
	expect([...new Set([...tried, ...others, ...untold])].sort()).toEqual(
		Object.keys(defaultSettings).sort(),
	);
});

describe('the rows can be shown to anyone', () => {
	const words = ['visitor', 'salesiq.zoho.com'];
	const secrets = () =>
		valuesIn([bench.vendor.account, bench.vendor.access, TOKEN, bench.credential()]).filter(
			(value) => !words.includes(value),
		);

	test('no value of the account is in them', async () => {
		addWebhook();
		const held = secrets();
		expect(held).toEqual(expect.arrayContaining(['grace@example.com', 'Grace Example', TOKEN]));
		expect(foundIn(JSON.stringify(await check()), held)).toEqual([]);
	});

	test('nor when SalesIQ repeats what it was asked, or names fields as people are called', async () => {
		const odd = { 'grace@example.com': 'x', 'Grace Example': 1, ['g'.repeat(60)]: 2 };
		bench.vendor.account.apps.push({ id: 7, name: { first: 'Grace' }, ...odd } as never);
		const words = { message: 'grace@example.com is unknown', json_key: 'Grace Example' };
		const body = { error: { ...errorBody(1015).error, ...words } };
		bench.vendor.faults.add({ path: '*/departments', answer: { status: 200, body } });
		const gateway = { status: 403, body: '<html>Grace Example, you shall not pass</html>' };
		bench.vendor.faults.add({ path: '*/operators', answer: gateway });
		const code = { error: { code: 'grace@example.com', message: TOKEN } };
		bench.vendor.faults.add({ path: '*/blockedips', answer: { status: 200, body: code } });
		const rows = await check();
		expect(rowOf(rows, 'Apps')).toMatchObject({ result: 'different' });
		expect(rowOf(rows, 'Apps').seen).toContain('not documented: 3 more');
		expect(rowOf(rows, 'Departments').seen).toBe('HTTP 200, code 1015');
		expect(rowOf(rows, 'Operators').seen).toBe('HTTP 403, not an answer from the API');
		expect(rowOf(rows, 'Blocked IPs').seen).toBe('HTTP 200, not an answer from the API');
		const texts = JSON.stringify(rows);
		expect(texts).not.toMatch(/grace/i);
		expect(foundIn(texts, secrets())).toEqual([]);
	});

	test('and nothing was written', async () => {
		addWebhook();
		const before = JSON.stringify(bench.vendor.account);
		await check();
		expect(new Set(bench.vendor.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
		expect(JSON.stringify(bench.vendor.account)).toBe(before);
	});
});

test('if SalesIQ is unreachable, that is a row, and the rest is not asked', async () => {
	bench.vendor.faults.add({ path: '/api/v2/portals', drop: true, times: 9 });
	const rows = await check();
	const { seen } = rowOf(rows, 'Login') as IDataObject;
	expect(seen).toMatch(/^(ECONNRESET|no answer)$/);
	expect(rows.slice(1).filter((row) => row.seen !== 'not asked')).toEqual([]);
});
