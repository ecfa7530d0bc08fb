import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { checkRow, type CheckRow } from '../../../nodes/shared/operations/checkAccount';
import { defaultSettings, type Settings } from '../../../simulators/iadvize/settings';
import { startIadvizeBench, type IadvizeBench } from '../../support/iadvize';
import { runAction } from '../../support/run';
import { foundIn, valuesIn } from '../../support/secrets';

let bench: IadvizeBench;
beforeAll(async () => {
	bench = await startIadvizeBench();
});
afterEach(() => {
	bench.vendor.reset();
});
afterAll(async () => {
	await bench.stop();
});

interface How {
	parameters?: INodeParameters;
	/** What is different in a credential; undefined for one that is not chosen. */
	credentials?: Record<string, ICredentialDataDecryptedObject | undefined>;
}

async function check({ parameters, credentials = {} }: How = {}): Promise<CheckRow[]> {
	const setting = bench.setting({ resource: 'account', operation: 'check', ...parameters });
	const chosen = Object.entries({ ...setting.credentials, ...credentials }).flatMap(
		([name, own]) => (own ? [[name, { ...setting.credentials?.[name], ...own }] as const] : []),
	);
	setting.credentials = Object.fromEntries(chosen);
	const { items } = await runAction(setting);
	return items.map(({ json }) => checkRow.strict().parse(json));
}

const rowOf = (rows: readonly CheckRow[], name: string) => {
	const row = rows.find((one) => one.check === name);
	if (!row) throw new Error(`No row ${name}`);
	return row;
};
const told = (rows: readonly CheckRow[], result: CheckRow['result']) =>
	rows.filter((row) => row.result === result).map((row) => row.check);

const REST = ['REST key', 'Groups', 'Skills', 'Websites', 'Visitors', 'Visitor by ID'];
const MORE_REST = ['Visitor by unique ID', 'Conversation histories'];
const QUERIES = ['GraphQL login', 'Closed conversations', 'Conversation'];
const HISTORY = 'History of the conversation';
const TEXTS = [
	...['Client: Get Many', 'Conversation: Get', 'Conversation: Get Custom Data'],
	...['Conversation: Get Many Closed', 'Project: Get Many', 'Routing Rule: Get Availability'],
	...['Routing Rule: Get Many', 'Satisfaction: Get Many', 'Chatbot Message: Send'],
	...['Professional: Create', 'Professional: Update'],
].map((name) => `Text of ${name}`);
const GRAPHQL = [...QUERIES, 'GraphQL schema', ...TEXTS];
const ALL = [...REST, ...MORE_REST, ...QUERIES, HISTORY, 'GraphQL schema', ...TEXTS];

test('an account as documented: every row is ok, and nothing is to be done', async () => {
	const rows = await check();
	expect(rows.filter(({ result }) => result !== 'ok')).toEqual([]);
	expect(rows.filter(({ todo }) => todo !== '')).toEqual([]);
	expect(rows.map((row) => row.check)).toEqual(ALL);
	expect(rowOf(rows, 'Visitor by unique ID').seen).toContain('characters of a unique ID: 45');
	expect(rowOf(rows, 'Closed conversations').seen).toContain('histories of REST: yes');
	expect(rowOf(rows, 'Conversation').seen).toContain('UUID: id, visitor.visitorId');
});

test.each([
	['by choice', { parameters: { api: 'rest' } }],
	['as the credential is missing', { credentials: { iadvizeGraphQlApi: undefined } }],
])('with REST alone, %s', async (_why, how: How) => {
	const rows = await check(how);
	expect(told(rows, 'not there')).toEqual([...QUERIES, HISTORY, 'GraphQL schema', ...TEXTS]);
	expect(told(rows, 'ok')).toEqual([...REST, ...MORE_REST]);
	expect(rowOf(rows, 'GraphQL login').seen).toBe('nothing was asked');
});

test.each([
	['by choice', { parameters: { api: 'graphQl' } }],
	['as the credential is missing', { credentials: { iadvizeRestApi: undefined } }],
])('with GraphQL alone, %s', async (_why, how: How) => {
	const rows = await check(how);
	expect(told(rows, 'ok')).toEqual(GRAPHQL);
	expect(told(rows, 'not there')).toHaveLength(ALL.length - GRAPHQL.length);
});

test.each([200, 401, 403])('a REST key that is refused (HTTP %i)', async (status) => {
	bench.vendor.settings.restFailureStatus = status;
	const rows = await check({ credentials: { iadvizeRestApi: { apiKey: 'x' } } });
	expect(rowOf(rows, 'REST key')).toMatchObject({ result: 'refused' });
	expect(rowOf(rows, 'REST key').seen).toContain(`HTTP ${status}`);
	expect(told(rows, 'ok')).toEqual(GRAPHQL);
	// A second call is tried before nothing is; n8n itself tries each a second time at 401.
	const asked = bench.vendor.requests.filter(({ method }) => method === 'GET');
	expect(asked).toHaveLength(status === 401 ? 4 : 2);
});

test('a REST key that may not list operators shows what it may', async () => {
	const answer = { status: 200, body: { meta: { status: 'error', message: 'Forbidden' } } };
	bench.vendor.faults.add({ path: '/api/2/operator', times: 99, answer });
	const rows = await check();
	expect(rowOf(rows, 'REST key')).toMatchObject({
		result: 'refused',
		means: 'The login is accepted, but not allowed to do this',
	});
	expect(told(rows, 'refused')).toEqual(['REST key']);
});

test.each([200, 401])('a refused login (HTTP %i) is tried once', async (status) => {
	bench.vendor.settings.invalidTokenStatus = status;
	const rows = await check({ credentials: { iadvizeGraphQlApi: { password: 'x' } } });
	expect(rowOf(rows, 'GraphQL login')).toMatchObject({ result: 'refused', seen: 'HTTP 401' });
	expect(told(rows, 'ok')).toEqual([...REST, ...MORE_REST]);
	const logins = bench.vendor.requests.filter(({ path }) => path === '/oauth2/token');
	expect(logins).toHaveLength(1);
});

interface Difference {
	settings?: Partial<Settings>;
	change?: () => void;
	row: string;
	result: string | RegExp;
	says: RegExp;
}

const differences: [string, Difference][] = [
	[
		'visitors without the fields of the older schema',
		{
			settings: { newestVisitorFieldsOnly: true },
			row: 'Conversation',
			result: 'different',
			says: /visitor\.email: missing/,
		},
	],
	[
		'a text that asks for them',
		{
			settings: { newestVisitorFieldsOnly: true },
			row: TEXTS[1] ?? '',
			result: 'different',
			says: /the schema lacks .*Visitor\.email/,
		},
	],
	[
		'an argument of another name',
		{
			settings: { graphqlNames: { 'Query.conversation.id': 'conversationId' } },
			row: TEXTS[1] ?? '',
			result: 'different',
			says: /names differ/,
		},
	],
	[
		'no list of closed conversations',
		{
			settings: { graphqlNames: { 'Query.closedConversations': null } },
			row: TEXTS[3] ?? '',
			result: 'not there',
			says: /lacks Query\.closedConversations/,
		},
	],
	[
		'a schema that is not told',
		{
			settings: { graphqlIntrospection: false },
			row: 'GraphQL schema',
			result: /refused|not there/,
			says: /./,
		},
	],
	[
		'texts beside a schema that is not told',
		{
			settings: { graphqlIntrospection: false },
			row: TEXTS[0] ?? '',
			result: 'not there',
			says: /nothing was asked/,
		},
	],
	[
		'GraphQL refusing every query',
		{
			settings: { graphqlRefusal: 'Grace may not' },
			row: 'GraphQL login',
			result: 'refused',
			says: /^HTTP 200|^HTTP 40/,
		},
	],
	[
		'REST refusing every key',
		{
			settings: { restRefusal: true },
			row: 'REST key',
			result: 'refused',
			says: /HTTP \d+, meta\.status error/,
		},
	],
	[
		'unique IDs of another length',
		{
			change: () => {
				for (const row of bench.vendor.account.visitors) row.uniqueId = 'a'.repeat(32);
			},
			row: 'Visitor by unique ID',
			result: 'different',
			says: /not have 45 letters/,
		},
	],
];

test.each(differences)('%s', async (name, { settings, change, row, result, says }) => {
	Object.assign(bench.vendor.settings, settings);
	change?.();
	// An account of its own: the node keeps the schema of each for an hour.
	const email = `${name.replaceAll(' ', '.')}@example.com`;
	Object.assign(bench.vendor.access, { email });
	const found = rowOf(await check({ credentials: { iadvizeGraphQlApi: { email } } }), row);
	expect(found.result).toMatch(result);
	expect(`${found.seen} ${found.means}`).toMatch(says);
	expect(found.todo).not.toBe('');
});

/** Answers to what is not asked here, and deliveries. */
const untold: readonly (keyof Settings)[] = [
	...(['graphqlFailureStatus', 'graphqlUnresolved', 'tellsVisitorExternalId'] as const),
];

test('every setting of the simulator is tried here, or makes no difference to reading', () => {
	const tried = differences.flatMap(([, { settings = {} }]) => Object.keys(settings));
	const others = ['restFailureStatus', 'invalidTokenStatus'];
	expect([...new Set([...tried, ...others, ...untold])].sort()).toEqual(
		Object.keys(defaultSettings).sort(),
	);
});

test('no value of the account is in the rows, and nothing is written', async () => {
	const { account, access } = bench.vendor;
	const held = valuesIn([account, access]);
	expect(held).toEqual(expect.arrayContaining(['visitor@example.com', access.password]));
	const before = JSON.stringify(account);
	const texts = JSON.stringify(await check());
	expect(foundIn(texts, held)).toEqual([]);
	expect(JSON.stringify(account)).toBe(before);
	const written = bench.vendor.requests.filter(
		({ method, path, body }) =>
			method !== 'GET' && path !== '/oauth2/token' && !(path === '/graphql' && /query/.test(body)),
	);
	expect(written).toEqual([]);
	expect(JSON.stringify(bench.vendor.requests)).not.toMatch(/mutation/i);
});

test('nor when iAdvize repeats what it was asked', async () => {
	const message = 'grace@example.com is not valid. Grace Example';
	const meta = { status: 'fail', message };
	bench.vendor.faults.add({ path: '*/visitor', answer: { status: 200, body: { meta } } });
	const errors = [{ message: `${message} Cannot query field "email" on type "Visitor"` }];
	bench.vendor.faults.add({ path: '/graphql', answer: { status: 200, body: { errors } } });
	const rows = await check();
	expect(JSON.stringify(rows)).not.toMatch(/grace/i);
	expect(rowOf(rows, 'Visitors')).toMatchObject({ seen: 'HTTP 200, meta.status fail' });
	expect(rowOf(rows, 'GraphQL login')).toMatchObject({
		result: 'refused',
		seen: 'the schema lacks Visitor.email',
	});
});
