import { DAY_MS } from '../../simulators/messangi';
import type { TestBed } from './support/messangi';
import { startTestBed } from './support/messangi';

const sms = { from: '12345', to: '15550100102', text: 'Olá', type: 'MT' };
const NEWSLETTER = '5f7b0a4de4b0c1a2d3e4f501';

let bed: TestBed;
beforeAll(async () => {
	bed = await startTestBed();
});
beforeEach(() => {
	bed.simulator.reset();
});
afterAll(async () => {
	await bed.simulator.stop();
});

/** The clock's time with more digits than milliseconds have. */
const nowWith = (digits: string) => new Date(bed.clock.now()).toISOString().replace('Z', digits);

async function logIn(change: object = {}) {
	const { username, password } = bed.simulator.access;
	const response = await fetch(`${bed.simulator.url}/kingslanding/login`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ username, password, ...change }),
	});
	const key = response.headers.get('authorization')?.replace('Bearer ', '');
	return { status: response.status, text: await response.text(), key };
}

describe('the key', () => {
	test('by log-in comes in a header of an empty answer, and is good for a day', async () => {
		const { status, text, key } = await logIn();
		expect([status, text]).toEqual([200, '']);
		expect(key).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
		const claims = JSON.parse(Buffer.from(key?.split('.')[1] ?? '', 'base64url').toString()) as {
			exp: number;
		};
		expect(claims.exp * 1000).toBe(bed.clock.now() + DAY_MS);
		bed.clock.advance(DAY_MS - 1);
		expect((await bed.api('/raven/v2/messages', sms, key)).status).toBe(200);
		bed.clock.advance(1);
		expect((await bed.api('/raven/v2/messages', sms, key)).status).toBe(401);
	});

	test('is refused to a wrong password with 403, and with 402 where two factors are asked', async () => {
		expect(await logIn({ password: 'wrong' })).toMatchObject({ status: 403, key: undefined });
		bed.simulator.settings.twoFactor = true;
		expect(await logIn()).toMatchObject({ status: 402, key: undefined });
	});

	test.each(['Expired', 'Revoked'] as const)('of the account can be %s', async (keyStatus) => {
		expect((await bed.api('/lists')).status).toBe(200);
		bed.simulator.access.keyStatus = keyStatus;
		expect((await bed.api('/lists')).status).toBe(401);
	});

	test('can be taken back', async () => {
		const key = bed.simulator.issueKey();
		expect((await bed.api('/lists', undefined, key)).status).toBe(200);
		bed.simulator.revokeKeys();
		expect((await bed.api('/lists', undefined, key)).status).toBe(401);
	});
});

describe('Send SMS', () => {
	test('answers with the envelope, and echoes the number with a plus sign', async () => {
		const { status, body } = await bed.api('/raven/v2/messages', sms);
		expect(status).toBe(200);
		expect(body).toEqual({
			meta: { timestamp: bed.clock.now(), transactionId: expect.any(String) as string },
			data: {
				id: bed.simulator.account.messages[0]?.id,
				from: '12345',
				text: 'Olá',
				to: '+15550100102',
				type: 'MT',
				status: 'ACCEPTED',
				date: nowWith('592194Z'),
			},
		});
	});

	test('answers flat where a test says so', async () => {
		Object.assign(bed.simulator.settings, { smsAnswer: 'flat', smsStatus: 'QUEUE' });
		const { body } = await bed.api('/raven/v2/messages', sms);
		const messageId = bed.simulator.account.messages[0]?.id;
		expect(body).toEqual({
			status: 'QUEUE',
			messageId,
			description: 'Message accepted for delivery',
		});
	});

	test.each(['+15550100102', 'word'])('rejects %s, and says so with HTTP 200', async (to) => {
		expect(await bed.api('/raven/v2/messages', { ...sms, to })).toEqual({
			status: 200,
			body: { status: 'REJECTED', messageId: '', description: 'Invalid recipient number' },
		});
		expect(bed.simulator.account.messages).toEqual([]);
	});

	test('keeps what is for reporting', async () => {
		const more = { externalId: 'order-1', callback: 'https://hooks.example.com/mt' };
		await bed.api('/raven/v2/messages', { ...sms, ...more });
		expect(bed.simulator.account.messages).toMatchObject([{ channel: 'SMS', ...more }]);
	});

	test.each(['from', 'to', 'text', 'type'])('without %s is a 400 with a message', async (key) => {
		const { status, body } = await bed.api('/raven/v2/messages', { ...sms, [key]: undefined });
		expect([status, body]).toEqual([400, { message: `'${key}' is required` }]);
	});
});

test('Send e-mail takes verified senders only', async () => {
	const mail = { from: 'news@example.com', to: 'a@example.com', subject: 'Hi', text: 'There' };
	expect((await bed.api('/crowsnest/v2/emails', mail)).status).toBe(200);
	const refused = await bed.api('/crowsnest/v2/emails', { ...mail, from: 'x@example.com' });
	expect(refused.status).toBe(400);
	expect(bed.simulator.account.messages).toMatchObject([{ channel: 'EMAIL', ...mail }]);
});

test('Send WhatsApp text outside the window is a 410', async () => {
	const text = { from: '12345', to: '15550100102', type: 'text', body: 'Hi' };
	expect((await bed.api('/balerion/v3/messages', text)).status).toBe(200);
	bed.simulator.account.closedWindows.push('15550100102');
	expect(await bed.api('/balerion/v3/messages', text)).toMatchObject({
		status: 410,
		body: { message: expect.stringContaining('24 hours') as string },
	});
});

test.each([
	['envelope', { meta: expect.anything() as object, data: { status: 'ACCEPTED' } }],
	['flat', { status: 'ACCEPTED' }],
	['empty', ''],
] as const)('what is not documented is answered: %s', async (undocumentedAnswer, body) => {
	bed.simulator.settings.undocumentedAnswer = undocumentedAnswer;
	const text = { from: '12345', to: '15550100102', type: 'text', body: 'Hi' };
	const answer = await bed.api('/balerion/v3/messages', text);
	if (typeof body === 'string') expect(answer).toEqual({ status: 200, body });
	else expect(answer).toMatchObject({ status: 200, body });
});

describe('Trigger a campaign', () => {
	const path = '/thetrident/v1/campaigns/13010/trigger';
	const wanted = { receiver: '5555555', campaignLabel: 'demo' };

	test('answers as documented: seconds, and no data', async () => {
		expect(await bed.api(path, wanted)).toEqual({
			status: 200,
			body: {
				meta: {
					timestamp: Math.floor(bed.clock.now() / 1000),
					transactionId: expect.any(String) as string,
					explain: 'Request accepted',
				},
			},
		});
		expect(bed.simulator.account.triggered).toEqual([{ campaignId: '13010', ...wanted }]);
	});

	test.each([
		['an unknown campaign', path.replace('13010', '1'), wanted, 404],
		['a draft', path.replace('13010', '13011'), wanted, 400],
		['a campaign for a list', path.replace('13010', '13012'), wanted, 400],
		['no receiver', path, { campaignLabel: 'demo' }, 400],
		['no label', path, { receiver: '5555555' }, 400],
	])('refuses: %s', async (_name, address, body, status) => {
		expect((await bed.api(address, body)).status).toBe(status);
		expect(bed.simulator.account.triggered).toEqual([]);
	});
});

describe('lists', () => {
	test('can be read, one and all', async () => {
		const all = (await bed.api('/lists')).body as { data: { id: string; name: string }[] };
		expect(all.data.map(({ name }) => name)).toEqual(['Newsletter', 'Customers']);
		const one = await bed.api(`/lists/${NEWSLETTER}`);
		expect(one.body).toHaveProperty('data', all.data[0]);
		expect((await bed.api('/lists/none')).status).toBe(404);
	});

	test('take a subscriber, and answer with data in data', async () => {
		const subscriber = { email: 'a@example.com', address: '12345' };
		const { status, body } = await bed.api(`/lists/${NEWSLETTER}/subscribers`, subscriber);
		expect(status).toBe(200);
		const { id, listSubscriberId } = bed.simulator.account.lists[0]?.subscribers[0] ?? {};
		const mobile = `unknown.${String(id)}`;
		const key = `${mobile},${String(id)},a@example.com`;
		const at = nowWith('233Z');
		expect(body).toMatchObject({
			meta: { timestamp: bed.clock.now(), explain: expect.any(String) as string },
			data: {
				id: listSubscriberId,
				key,
				data: {
					id,
					key,
					data: { ...subscriber, mobile, id, 'member since': at, 'last updated': at },
				},
			},
		});
		expect(id).toMatch(/^[0-9a-f]{24}$/);
	});

	test('are found below the service path that a test chooses', async () => {
		bed.simulator.settings.listServicePath = '/service/v2';
		expect((await bed.api('/lists')).status).toBe(404);
		expect((await bed.api('/service/v2/lists')).status).toBe(200);
		expect((await bed.api(`/service/v2/lists/${NEWSLETTER}/subscribers`, { a: 1 })).status).toBe(
			200,
		);
	});
});

test.each([
	['message', { message: 'Campaign not found' }],
	['explain', { meta: { explain: 'Campaign not found' } }],
	['description', { description: 'Campaign not found' }],
] as const)('an error has its text in: %s', async (errorShape, body) => {
	bed.simulator.settings.errorShape = errorShape;
	const answer = await bed.api('/thetrident/v1/campaigns/1/trigger', {});
	expect(answer).toMatchObject({ status: 404, body });
});

test.each(['{', '[]', 'null', '"text"'])('a body of %s is a 400', async (body) => {
	const response = await fetch(`${bed.simulator.url}/raven/v2/messages`, {
		method: 'POST',
		headers: { Authorization: `Bearer ${bed.simulator.access.apiKey}` },
		body,
	});
	expect(response.status).toBe(400);
});

test('faults, requests and a reset work as in every box', async () => {
	bed.simulator.faults.add({
		path: '/raven/*',
		answer: { status: 429, headers: { 'retry-after': '1' } },
	});
	expect((await bed.api('/raven/v2/messages', sms)).status).toBe(429);
	expect((await bed.api('/raven/v2/messages', sms)).status).toBe(200);
	expect(bed.simulator.requests).toMatchObject([
		{ method: 'POST' },
		{ path: '/raven/v2/messages' },
	]);
	bed.simulator.reset();
	expect([bed.simulator.requests, bed.simulator.account.messages]).toEqual([[], []]);
});
