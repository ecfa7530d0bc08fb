import type { INodeParameters } from 'n8n-workflow';
import { resources } from '../../../nodes/Messangi/resources';
import { startMessangiBench, type MessangiBench } from '../../support/messangi';
import { loadOptionsContext } from '../../support/run';

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

const sms = {
	resource: 'message',
	operation: 'sendSms',
	from: '12345',
	to: '+1 (555) 010-0102',
	text: 'Hello',
};
const whatsApp = { ...sms, operation: 'sendWhatsApp' };
const LIST = '5f7b0a4de4b0c1a2d3e4f501';
const listId = { __rl: true, mode: 'id', value: LIST };

/** Every operation, with what it asks for and what of the answer tells that it was understood. */
const cases: [string, string, INodeParameters, string, object][] = [
	['account', 'check', {}, 'GET /lists', { check: 'Credential', result: 'ok' }],
	['apiCall', 'send', { path: '/lists' }, 'GET /lists', { data: [{ name: 'Newsletter' }, {}] }],
	[
		'campaign',
		'trigger',
		{ campaignId: '13010', campaignLabel: 'demo', receiver: '+15550100102' },
		'POST /thetrident/v1/campaigns/13010/trigger',
		{ accepted: true, explain: 'Request accepted' },
	],
	['list', 'getMany', { returnAll: true }, 'GET /lists', { name: 'Newsletter' }],
	[
		'message',
		'sendEmail',
		{ from: 'news@example.com', to: 'grace@example.com', subject: 'Hi', text: 'Hello' },
		'POST /crowsnest/v2/emails',
		{ data: { status: 'ACCEPTED' } },
	],
	['message', 'sendSms', sms, 'POST /raven/v2/messages', { status: 'ACCEPTED', type: 'MT' }],
	[
		'message',
		'sendWhatsApp',
		whatsApp,
		'POST /balerion/v3/messages',
		{ data: { status: 'ACCEPTED' } },
	],
	[
		'subscriber',
		'add',
		{ listId, values: '{"email":"grace@example.com","mobile":"15550100102"}' },
		`POST /lists/${LIST}/subscribers`,
		{
			email: 'grace@example.com',
			mobile: '15550100102',
			listSubscriberId: expect.any(String) as string,
		},
	],
];

const operations = resources.flatMap(({ option, operations: all }) =>
	all.map((operation) => ({ resource: option.value, operation })),
);

describe('every operation', () => {
	test('has a case here', () => {
		const done = cases.map(([resource, operation]) => `${resource}.${operation}`);
		const all = operations.map(
			(one) => `${String(one.resource)}.${String(one.operation.option.value)}`,
		);
		expect(done.sort()).toEqual(all.sort());
	});

	test.each(cases)('%s: %s', async (resource, operation, parameters, request, answer) => {
		const { items } = await bench.run({ ...parameters, resource, operation });
		expect(items[0]).toMatchObject({ json: answer, pairedItem: { item: 0 } });
		const [last] = bench.vendor.requests.slice(-1);
		expect(`${last?.method ?? ''} ${last?.path ?? ''}`).toBe(request);
		const { output } = operations.find(
			(one) => one.resource === resource && one.operation.option.value === operation,
		)?.operation ?? { output: undefined };
		for (const { json } of items) expect(output?.safeParse(json).error?.issues).toBeUndefined();
	});
});

describe('the lists to choose from', () => {
	async function search(text?: string, parameters: INodeParameters = {}) {
		const run = bench.pack.nodeType('messangi').methods?.listSearch?.searchLists;
		const add = { resource: 'subscriber', operation: 'add', ...parameters };
		return (await run?.call(loadOptionsContext(bench.setting(add)), text))?.results;
	}

	test('by name, with the ID as value, all or those of a name', async () => {
		expect(await search()).toContainEqual({ name: 'Newsletter', value: LIST });
		expect(await search('NEWS')).toEqual([{ name: 'Newsletter', value: LIST }]);
		expect(await search('nothing')).toEqual([]);
	});

	test('are those of the service path, which leads nowhere else', async () => {
		await expect(search('', { listServicePath: '/../x' })).rejects.toThrow(
			'"/../x" is not a path of the API',
		);
		expect(bench.vendor.requests).toEqual([]);
		await search('', { listServicePath: ' service/v1\n' }).catch(() => undefined);
		expect(bench.vendor.requests.map(({ path }) => path)).toEqual(['/service/v1/lists']);
	});
});

test('a list is taken by a plain ID as well', async () => {
	const values = '{"email":"grace@example.com"}';
	await bench.run({ resource: 'subscriber', operation: 'add', listId: LIST, values });
	expect(bench.vendor.requests.at(-1)?.path).toBe(`/lists/${LIST}/subscribers`);
});

test.each(['', '..', '. .'])('the ID "%s" is refused before anything is sent', async (id) => {
	for (const parameters of [
		{ resource: 'subscriber', operation: 'add', listServicePath: '', listId: id, values: '{}' },
		{ resource: 'campaign', operation: 'trigger', campaignId: id, receiver: '15550100102' },
	]) {
		await expect(bench.run(parameters)).rejects.toMatchObject({
			message: expect.stringMatching(/^(List|Campaign ID) (is empty|cannot be "\.)/) as string,
			context: { itemIndex: 0 },
		});
	}
	expect(bench.vendor.requests).toEqual([]);
});

describe('an SMS', () => {
	test.each(['envelope', 'flat'] as const)('is understood in the %s answer', async (shape) => {
		bench.vendor.settings.smsAnswer = shape;
		bench.vendor.settings.smsStatus = 'QUEUE';
		const { items } = await bench.run(sms);
		const [sent] = bench.vendor.account.messages;
		expect(sent).toMatchObject({ to: '15550100102' });
		expect(items[0]?.json).toMatchObject({ id: sent?.id, status: 'QUEUE' });
	});

	test('that is refused inside HTTP 200 is not a success', async () => {
		await expect(bench.run({ ...sms, to: '123' })).rejects.toMatchObject({
			message: 'Messangi did not accept the message: Invalid recipient number',
			description: expect.stringContaining('plus sign') as string,
		});
	});

	test.each(['', 'Grace', '+', '12; 34'])('to "%s" is never sent', async (to) => {
		await expect(bench.run({ ...sms, to })).rejects.toMatchObject({ context: { itemIndex: 0 } });
		expect(bench.vendor.requests).toEqual([]);
	});

	test.each([
		{ status: 503 },
		{ status: 500, body: { message: 'down' } },
		{ status: 429, headers: { 'retry-after': '0' } },
	])('is never sent twice: %j', async (answer) => {
		bench.vendor.faults.add({ answer });
		await expect(bench.run(sms)).rejects.toMatchObject({ httpCode: String(answer.status) });
		expect(bench.vendor.requests).toHaveLength(1);
	});

	test('with an answer that is not JSON is reported as unreadable', async () => {
		bench.vendor.faults.add({ answer: { status: 200, body: '<html>' } });
		await expect(bench.run(sms)).rejects.toMatchObject({
			message: 'The answer is not from the Messangi API (HTTP 200)',
		});
	});
});

describe('other answers', () => {
	test('an empty one is a success', async () => {
		bench.vendor.settings.undocumentedAnswer = 'empty';
		expect((await bench.run(whatsApp)).items[0]?.json).toEqual({ accepted: true });
	});

	test('a timestamp is told the same whether in seconds or milliseconds', async () => {
		const { items } = await bench.run({
			resource: 'campaign',
			operation: 'trigger',
			campaignId: '13010',
			campaignLabel: 'demo',
			receiver: '15550100102',
		});
		const seconds = Date.parse(items[0]?.json.acceptedAt as string);
		const sent = await bench.run(sms);
		const milliseconds = Date.parse(sent.items[0]?.json.acceptedAt as string);
		expect(Math.abs(milliseconds - seconds)).toBeLessThan(60_000);
	});

	test('a receiver keeps its plus sign on request', async () => {
		await bench.run({
			resource: 'campaign',
			operation: 'trigger',
			keepPlus: true,
			campaignId: '13010',
			campaignLabel: 'demo',
			receiver: '+15550100102',
		});
		expect(bench.vendor.account.triggered[0]?.receiver).toBe('+15550100102');
	});

	test('a closed window of WhatsApp is told as such', async () => {
		bench.vendor.account.closedWindows.push('15550100102');
		await expect(bench.run(whatsApp)).rejects.toMatchObject({
			message: 'The 24-hour window is closed',
		});
	});

	test.each(['message', 'explain', 'description'] as const)(
		'the text of a refusal is found under %s',
		async (shape) => {
			bench.vendor.settings.errorShape = shape;
			const campaign = { resource: 'campaign', operation: 'trigger', campaignLabel: 'x' };
			await expect(
				bench.run({ ...campaign, campaignId: '99', receiver: '15550100102' }),
			).rejects.toMatchObject({ message: 'Messangi says: Campaign not found' });
		},
	);

	test('lists are found below their service path', async () => {
		bench.vendor.settings.listServicePath = '/service/v1';
		const many = { resource: 'list', operation: 'getMany', listServicePath: 'service/v1/' };
		expect((await bench.run({ ...many, limit: 1 })).items).toHaveLength(1);
		await expect(bench.run({ ...many, listServicePath: '/../x' })).rejects.toThrow('not a path');
	});
});

describe('the login', () => {
	test.each(['Bearer ', ' bearer  ', ''])('a key may be pasted as "%s…"', async (word) => {
		bench.change.credential = { apiKey: `${word}${bench.vendor.access.apiKey}` };
		expect((await bench.run(sms)).items).toHaveLength(1);
	});

	test('a bad key points to where keys are, and is asked once for all items', async () => {
		bench.change.credential = { apiKey: 'wrong-key' };
		const { items } = await bench.run(sms, [{ json: {} }, { json: {} }, { json: {} }], true);
		expect(items[0]?.json.error).toBe('Messangi does not accept the key or the login');
		expect(JSON.stringify(items)).not.toContain('wrong-key');
		expect(bench.vendor.account.messages).toEqual([]);
		expect(bench.vendor.requests.length).toBeLessThanOrEqual(2);
		await expect(bench.run(sms)).rejects.toMatchObject({
			description: expect.stringContaining('Preferences > API') as string,
		});
	});

	test('with user and password happens once, and once more when the token has expired', async () => {
		bench.change.credential = { method: 'login' };
		const { stored } = await bench.run(sms, [{ json: {} }, { json: {} }]);
		const logins = () =>
			bench.vendor.requests.filter(({ path }) => path === '/kingslanding/login').length;
		expect(logins()).toBe(1);
		const accessToken = stored.messangiApi?.accessToken as string;
		bench.change.credential = { method: 'login', accessToken };
		await bench.run(sms);
		expect(logins()).toBe(1);
		bench.vendor.revokeKeys();
		await bench.run(sms);
		expect(logins()).toBe(2);
		expect(bench.vendor.account.messages).toHaveLength(4);
	});

	test('with a wrong password, or two factors, is told as such', async () => {
		bench.change.credential = { method: 'login', password: 'wrong' };
		await expect(bench.run(sms)).rejects.toThrow('does not accept the key or the login');
		bench.change.credential = { method: 'login' };
		bench.vendor.settings.twoFactor = true;
		await expect(bench.run(sms)).rejects.toMatchObject({
			description: expect.stringContaining('two factors') as string,
		});
	});

	test.each(['', 'http://elastic.messangi.me', 'https://u:p@elastic.messangi.me', 'https://a/b'])(
		'the host "%s" is refused before anything is sent',
		async (host) => {
			bench.change.credential = { host };
			await expect(bench.run(sms)).rejects.toThrow('not an https address');
			expect(bench.vendor.requests).toEqual([]);
		},
	);
});
