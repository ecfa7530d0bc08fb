import type { AmplifyReachSimulator } from '../../simulators/amplifyreach';
import { createFastClock, startAmplifyReachSimulator } from '../../simulators/amplifyreach';
import type { Receiver } from './support/receiver';
import { startReceiver } from './support/receiver';

const secret = 'A-secret_of-32-characters-or-more';
const variables = { name: 'Alex', order: 'A-17' };

let simulator: AmplifyReachSimulator;
let receiver: Receiver;
let endpoint: { url: string; secret: string };
beforeAll(async () => {
	simulator = await startAmplifyReachSimulator({
		clock: createFastClock(),
		settings: { botWaitMs: 300 },
	});
	receiver = await startReceiver();
	endpoint = { url: receiver.url, secret };
});
beforeEach(() => {
	simulator.reset();
	receiver.received.length = 0;
	receiver.answers = [];
	receiver.text = '{"status":"success"}';
});
afterAll(async () => {
	await simulator.stop();
	await receiver.stop();
});

const sentBody = () => receiver.received[0]?.body.toString();

describe('the call', () => {
	test('posts the chat’s variables as JSON, with the secret in a header', async () => {
		const report = await simulator.runTrigger(endpoint, { variables });
		expect(report.delivered).toBe(true);
		expect(receiver.received[0]).toMatchObject({
			method: 'POST',
			url: '/webhook/1',
			headers: { 'content-type': 'application/json', 'x-amplifyreach-token': secret },
		});
		expect(JSON.parse(sentBody() ?? '')).toEqual(variables);
	});

	test('has the body that the user designed, and headers', async () => {
		const body = '{"lead":{"who":"{{ name }}","what":"{{order}}","none":"{{nobody}}"}}';
		await simulator.runTrigger(endpoint, { variables, body, headers: { 'X-Bot': '7' } });
		expect(sentBody()).toBe('{"lead":{"who":"Alex","what":"A-17","none":""}}');
		expect(receiver.received[0]?.headers).toHaveProperty('x-bot', '7');
	});

	test('inserts plain text, so that a quotation mark breaks the JSON, unless a test says else', async () => {
		const quoted = { name: 'Alex "Al" Example' };
		await simulator.runTrigger(endpoint, { variables: quoted });
		simulator.settings.escapeVariables = true;
		await simulator.runTrigger(endpoint, { variables: quoted });
		const [plain, escaped] = receiver.received.map(({ body }) => body.toString());
		expect(plain).toBe('{"name":"Alex "Al" Example"}');
		expect(JSON.parse(escaped ?? '')).toEqual(quoted);
	});

	test('by GET has no body; the address may have variables', async () => {
		const url = `${receiver.url}?order={{order}}&text={{text}}`;
		const asked = { order: 'A-17', text: 'one & "two"' };
		await simulator.runTrigger({ url, secret }, { method: 'GET', variables: asked });
		const [call] = receiver.received;
		expect([call?.method, sentBody()]).toEqual(['GET', '']);
		const query = new URL(call?.url ?? '', url).searchParams;
		expect(Object.fromEntries(query)).toEqual(asked);
	});

	test('has the secret elsewhere, twice, or not at all', async () => {
		await simulator.runTrigger(endpoint, { secretIn: 'query' });
		await simulator.runTrigger(endpoint, { secretIn: 'nowhere' });
		const twice = { 'X-AmplifyReach-Token': [secret, secret] };
		await simulator.runTrigger(endpoint, { headers: twice });
		simulator.access.headerName = 'X-Bot-Key';
		await simulator.runTrigger(endpoint);
		expect(receiver.received.map(({ url }) => url)).toEqual([
			`/webhook/1?token=${secret}`,
			...Array<string>(3).fill('/webhook/1'),
		]);
		const values = receiver.received.map(({ headers }) => headers['x-amplifyreach-token']);
		expect(values).toEqual([undefined, undefined, `${secret}, ${secret}`, undefined]);
		expect(receiver.received[3]?.headers).toHaveProperty('x-bot-key', secret);
	});
});

describe('the chat', () => {
	test('shows the bot’s text, then the fields that are mapped', async () => {
		receiver.text = '{"status":"sent","reply":"On its way","count":2,"more":"unmapped"}';
		const report = await simulator.runTrigger(endpoint, {
			variables,
			botText: 'One moment, {{name}}',
			responseKeys: { reply: 'OrderStatus', count: 'Parcels' },
		});
		expect(report.shown).toEqual(['One moment, Alex', 'On its way', '2']);
		expect(report.variables).toEqual({ ...variables, OrderStatus: 'On its way', Parcels: 2 });
	});

	test('shows nothing of fields that are nested or missing', async () => {
		receiver.text = '{"reply":{"text":"On its way"},"list":["a"]}';
		const responseKeys = { reply: 'a', list: 'b', none: 'c', 'reply.text': 'd' };
		const report = await simulator.runTrigger(endpoint, { variables, responseKeys });
		expect([report.shown, report.variables]).toEqual([[], variables]);
	});

	test.each([
		['a refusal', 401, '{"reply":"No"}'],
		['no JSON', 200, 'On its way'],
		['no object', 200, '["On its way"]'],
		['no answer', null, ''],
	])('goes on with its own text after: %s', async (_name, status, text) => {
		receiver.answers = [status];
		receiver.text = text;
		const botText = 'One moment';
		const responseKeys = { reply: 'reply' };
		const report = await simulator.runTrigger(endpoint, { variables, botText, responseKeys });
		expect([report.shown, report.variables]).toEqual([['One moment'], variables]);
		expect(report.attempts).toHaveLength(1);
	});

	test('waits no longer than a test says', async () => {
		receiver.answers = [null];
		const report = await simulator.runTrigger(endpoint);
		expect(report.attempts).toMatchObject([{ fault: 'reply time-out' }]);
		expect(report.delivered).toBe(false);
	});
});
