import { useTemplate } from '../../host/templates';
import { swiftsellVendor } from '../../host/vendors/swiftsell';
import type { Vendor } from '../../host/vendors/vendor';
import { startSwiftsellSimulator, type SwiftsellSimulator } from '../../simulators/swiftsell';
import {
	effectOf,
	expectEveryExample,
	expectHealthy,
	expectToldOnce,
	ONE_EXECUTION,
	REFUSED,
	TAKEN_WITHOUT_EXECUTION,
} from './support/expectations';
import { listen, type Listener } from './support/hear';
import { outcomeOf, startStage, type Stage } from './support/stage';
import { where } from './support/version';

jest.setTimeout(60_000);

let swiftsell: SwiftsellSimulator;
let vendor: Vendor;
let stage: Stage;
let all: Listener;

beforeAll(async () => {
	swiftsell = await startSwiftsellSimulator();
	vendor = swiftsellVendor(swiftsell);
	stage = await startStage('e2e-swiftsell', 'swiftsell-email-new-lead', vendor);
	all = await listen(stage, vendor, { events: ['*'] });
}, 180_000);

afterAll(async () => {
	await stage.stop();
}, 30_000);

const deliver = (body: Buffer | string, how: object = {}) =>
	outcomeOf(all.stage, () => swiftsell.deliver({ endpoint: all.endpoint, body, ...how }));

test('the setup test of Swiftsell passes, and gives the token only to callers that brought it', async () => {
	expect(await swiftsell.testSetUp(all.endpoint)).toMatchObject({ passed: true });
	const stranger = await swiftsell.testSetUp({ ...all.endpoint, secret: 'guess' });
	expect(stranger.passed).toBe(false);
	expect(JSON.stringify(stranger)).not.toContain(swiftsell.access.webhookToken);
});

test('every example becomes one execution with the values as sent', async () => {
	await expectEveryExample(swiftsell, all, (body) => (body as { events: unknown[] }).events[0]);
}, 120_000);

describe('a stranger', () => {
	const body = JSON.stringify({ events: [{ event: { type: 'note', payload: {} } }] });

	test.each<[string, object, (endpoint: { url: string; secret: string }) => object]>([
		['no token', { tokenIn: 'nowhere' }, (endpoint) => endpoint],
		['a wrong token', {}, (endpoint) => ({ ...endpoint, secret: 'guess' })],
		['an empty token', {}, (endpoint) => ({ ...endpoint, secret: '' })],
		[
			'the token twice',
			{ tokenIn: 'nowhere', headers: { token: ['x', 'x'] } },
			(endpoint) => endpoint,
		],
	])('%s: 401, and no execution', async (_name, how, endpointOf) => {
		const outcome = await outcomeOf(all.stage, () =>
			swiftsell.deliver({ body, ...how, endpoint: endpointOf(all.endpoint) as never }),
		);
		expect(effectOf(outcome)).toEqual(REFUSED);
	});

	test('the right token twice: 401', async () => {
		const { secret } = all.endpoint;
		const outcome = await deliver(body, {
			tokenIn: 'nowhere',
			headers: { token: [secret, secret] },
		});
		expect(effectOf(outcome)).toEqual(REFUSED);
	});
});

test('a batch of 1,000 events, 5 MB, becomes 1,000 items in order', async () => {
	const filler = 'x'.repeat(5000);
	const events = Array.from({ length: 1000 }, (_, index) => ({
		event: { type: 'note', payload: { index, filler } },
	}));
	const outcome = await outcomeOf(all.stage, () => swiftsell.sendBatch(events, all.endpoint));
	expect(effectOf(outcome)).toEqual(ONE_EXECUTION);
	const items = (await all.heard()) as { payload: { event: { payload: { index: number } } } }[];
	expect(items.map(({ payload }) => payload.event.payload.index)).toEqual(events.map((_, i) => i));
});

test('the same delivery twice starts one execution', async () => {
	const body = JSON.stringify({
		events: [{ event: { type: 'note', payload: {} }, visitor: { key: 'a' } }],
	});
	await expectToldOnce(all, () => swiftsell.deliver({ endpoint: all.endpoint, body }));
});

describe('odd bodies leave n8n healthy', () => {
	const event = (value: unknown) => JSON.stringify({ events: [value] });
	test.each<[string, string, number[]]>([
		['broken JSON', '{"events":[', [422]],
		['a list of nothing', '[]', [200, 400]],
		[
			'null for every field',
			event({ event: null, visitor: null, conversation: null, timestamp: null }),
			[200],
		],
		[
			'wrong types everywhere',
			event({ event: 5, visitor: [], conversation: true, timestamp: {} }),
			[200],
		],
		['deep nesting', `{"events":${'['.repeat(200)}${']'.repeat(200)}}`, [400]],
		['one good and one bad', '{"events":[{"event":{"type":"note","payload":{}}},7]}', [200]],
	])('%s', async (_name, body, statuses) => {
		expect(statuses).toContain(effectOf(await deliver(body)).status);
		await expectHealthy(stage);
	});
});

describe('the test button of the API credential', () => {
	const says = async (data: object) => {
		const stored = stage.host.credentials.find(({ type }) => type === 'swiftsellApi');
		if (!stored) throw new Error('There is no credential of the API');
		const token = swiftsell.access.accountToken;
		const base = { product: 'swiftsell', baseUrl: 'https://api.swiftsell.biz', accountId: '476' };
		return await stage.host.rest.credentials.test(stored, { ...base, token, ...data });
	};

	test.each([
		['Swiftsell, at the address that its support gave', {}],
		['WotNot', { product: 'https://api.wotnot.io', baseUrl: '' }],
		['ReplyCX', { product: 'https://api.reply.cx', baseUrl: '' }],
	])('accepts %s', async (_name, data) => {
		expect(await says(data)).toMatchObject({ status: 'OK' });
	});

	const wrong: [string, object, RegExp][] = [
		[
			'a token of another product',
			{ token: 'of-another' },
			/^This product does not know the token/,
		],
		['an account of another product', { accountId: '9' }, /^There is no such account at this/],
		['no account', { accountId: '' }, /^There is no such account at this address/],
	];

	test.each(wrong)('does not accept %s', async (_name, data) => {
		expect((await says(data)).status).toBe('Error');
	});

	where('quotesRules').each(wrong)('says what is wrong with %s', async (_name, data, message) => {
		expect((await says(data)).message).toMatch(message);
	});

	test('says when another server answers', async () => {
		swiftsell.faults.add({ answer: { status: 200, body: '<html>Welcome</html>' } });
		expect(await says({})).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/^Another server answers at this address/) as string,
		});
	});
});

describe('the templates', () => {
	test('a form reply becomes an email to sales, once; other messages start nothing', async () => {
		const endpoint = await stage.host.endpointOf(stage.workflow, vendor);
		const reply = await outcomeOf(stage, () =>
			swiftsell.send('message-form-response', endpoint, { verbatim: true }),
		);
		expect(reply.mails).toMatchObject([{ to: 'team@example.com' }]);
		expect(reply.mails[0]?.subject).toMatch(/^New lead: .+/);
		expect(reply.mails[0]?.text).toMatch(/Email: \S+@\S+/);
		const again = await outcomeOf(stage, () =>
			swiftsell.send('message-form-response', endpoint, { verbatim: true }),
		);
		expect(again.mails).toEqual([]);
		const text = await outcomeOf(stage, () => swiftsell.send('message-text', endpoint));
		expect(effectOf(text)).toEqual(TAKEN_WITHOUT_EXECUTION);
	});

	test('a conversation handed to a human alerts the team, one handed to a bot does not', async () => {
		const { rest, credentials } = stage.host;
		const workflow = await useTemplate(rest, 'swiftsell-alert-on-handover', credentials, [vendor]);
		const own = { ...stage, workflow };
		const endpoint = await stage.host.endpointOf(workflow, vendor);
		const human = await outcomeOf(own, () => swiftsell.send('assignee-change', endpoint));
		expect(human.mails).toMatchObject([{ to: 'team@example.com' }]);
		expect(human.mails[0]?.text).toContain('Assigned to: agent@example.com');
		expect(human.mails[0]?.text).toContain('Handed over by: bot@example.com');
		const toBot = { type: 'assignee_change', payload: { to: { id: '8181', type: 'bot' } } };
		const bot = await outcomeOf(own, () => swiftsell.sendBatch([{ event: toBot }], endpoint));
		expect({ mails: bot.mails, executions: bot.executions }).toEqual({ mails: [], executions: 1 });
	});
});
