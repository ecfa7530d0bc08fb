import { createHmac } from 'node:crypto';
import { asBot, startAmplifyReachSimulator } from '../../simulators/amplifyreach';
import { createFastClock, startIadvizeSimulator } from '../../simulators/iadvize';
import { startMessangiSimulator } from '../../simulators/messangi';
import type { Endpoint, Simulator } from '../../simulators/simulator';
import { startSwiftsellSimulator } from '../../simulators/swiftsell';
import type { Received, Receiver } from './support/receiver';
import { startReceiver } from './support/receiver';
import { startTestBed } from './support/salesiq';
import type { RegisteredWebhook } from './support/salesiqWebhook';
import { isSignedBy, register } from './support/salesiqWebhook';

const SECRET = 'the-secret-of-this-test';
const EDITED = '{ "edited": "by hand", "id": 12345678901234567890 }\n';

/** A vendor at a receiver, and whether a call carries that vendor's proof. */
interface Vendor {
	readonly simulator: Simulator;
	readonly isGenuine: (call: Received) => boolean;
	readonly event: string;
}

const queryOf = (call: Received) => new URL(call.url, 'http://n8n').searchParams;

async function startSalesIq(): Promise<Vendor> {
	const bed = await startTestBed();
	const event = 'conversation.completed';
	const { public_keys }: RegisteredWebhook = await register(bed, receiver.url, [event]);
	receiver.received.length = 0;
	return {
		simulator: bed.simulator,
		event,
		isGenuine: (call) => isSignedBy(call, public_keys[0]?.key),
	};
}

const starts: Readonly<Record<string, () => Promise<Vendor>>> = {
	amplifyreach: async () => ({
		simulator: await startAmplifyReachSimulator(),
		event: 'contact-information',
		isGenuine: (call) => queryOf(call).get('token') === SECRET,
	}),
	'amplifyreach-bot': async () => ({
		simulator: asBot(await startAmplifyReachSimulator()),
		event: 'order',
		isGenuine: (call) => call.headers['x-amplifyreach-token'] === SECRET,
	}),
	iadvize: async () => ({
		simulator: await startIadvizeSimulator({ allowHttp: true, clock: createFastClock() }),
		event: 'v2.conversation.closed',
		isGenuine: (call) =>
			call.headers['x-iadvize-signature'] ===
			`sha256=${createHmac('sha256', SECRET).update(call.body).digest('hex')}`,
	}),
	messangi: async () => ({
		simulator: await startMessangiSimulator(),
		event: 'chatbot-interaction-option',
		isGenuine: (call) => call.headers['x-messangi-token'] === SECRET,
	}),
	salesiq: startSalesIq,
	swiftsell: async () => ({
		simulator: await startSwiftsellSimulator(),
		event: 'note',
		isGenuine: (call) => call.headers.token === SECRET,
	}),
};

const lastCall = () => receiver.received.at(-1) as Received;

let receiver: Receiver;
let endpoint: Endpoint;
beforeAll(async () => {
	receiver = await startReceiver();
	endpoint = { url: receiver.url, secret: SECRET };
});
beforeEach(() => {
	receiver.received.length = 0;
	receiver.answers = [];
});
afterAll(async () => {
	await receiver.stop();
});

describe.each(Object.keys(starts))('%s', (name) => {
	let vendor: Vendor;
	let simulator: Simulator;
	beforeAll(async () => {
		vendor = await (starts[name] as () => Promise<Vendor>)();
		simulator = vendor.simulator;
	});
	afterAll(async () => {
		await simulator.stop();
	});

	const sendBody = async (body: string, how?: { forged: boolean }) => {
		const report = await simulator.sendBody(vendor.event, body, endpoint, how);
		return { report, call: lastCall() };
	};

	test('every event has an example to edit: JSON in several lines', () => {
		expect(simulator.events.length).toBeGreaterThan(0);
		for (const event of simulator.events) {
			const example = simulator.exampleOf(event);
			expect(JSON.parse(example)).toEqual(expect.any(Object));
			expect(example).toMatch(/^\{\n {2}"/);
		}
	});

	test('an example is what would be sent, but for what is new in each', async () => {
		await simulator.send(vendor.event, endpoint);
		const sent = JSON.parse(receiver.received[0]?.body.toString() ?? '') as object;
		expect(Object.keys(JSON.parse(simulator.exampleOf(vendor.event)) as object)).toEqual(
			Object.keys(sent),
		);
	});

	test('an unknown event has none, and the message lists those there are', () => {
		expect(() => simulator.exampleOf('nothing')).toThrow(vendor.event);
	});

	test('an edited body arrives to the byte, with the vendor’s proof', async () => {
		const { report, call } = await sendBody(EDITED);
		expect(call.body.toString()).toBe(EDITED);
		expect(vendor.isGenuine(call)).toBe(true);
		expect(report).toMatchObject({
			delivered: true,
			attempts: [
				{
					method: 'POST',
					body: EDITED,
					status: 200,
					url: expect.stringContaining(receiver.url) as string,
					headers: { 'content-type': 'application/json' },
					tookMs: expect.any(Number) as number,
				},
			],
		});
	});

	test('a forged one looks the same but proves nothing', async () => {
		const { call: genuine } = await sendBody(EDITED);
		const { call: forged } = await sendBody(EDITED, { forged: true });
		expect(vendor.isGenuine(forged)).toBe(false);
		expect(forged.body).toEqual(genuine.body);
		expect(Object.keys(forged.headers)).toEqual(Object.keys(genuine.headers));
		expect([...queryOf(forged).keys()]).toEqual([...queryOf(genuine).keys()]);
	});

	test('the same body again is the same delivery', async () => {
		const { call: first } = await sendBody(EDITED);
		const { call: second } = await sendBody(EDITED);
		const withoutAttempt = ({ headers }: Received) => ({
			...headers,
			'x-iadvize-delivery': undefined,
			host: undefined,
		});
		expect(second.url).toBe(first.url);
		expect(second.body).toEqual(first.body);
		expect(withoutAttempt(second)).toEqual(withoutAttempt(first));
	});

	test('what fails is told at once, without the retries that take minutes', async () => {
		receiver.answers = [500, 200];
		const { report } = await sendBody(EDITED);
		expect(report).toMatchObject({ delivered: false, attempts: [{ status: 500 }] });
		expect(receiver.received).toHaveLength(1);
	});
});

test('SalesIQ signs for registered addresses only', async () => {
	const { simulator } = await startTestBed();
	const sending = simulator.sendBody('conversation.completed', EDITED, endpoint);
	await expect(sending).rejects.toThrow(/No webhook is registered/);
	await simulator.stop();
});

test('SalesIQ’s examples keep identifiers above 2^53', async () => {
	const { simulator } = await startTestBed();
	expect(simulator.exampleOf('conversation.rated-feedback')).toContain(
		`"app_id": ${simulator.account.apps[0]?.id ?? ''},`,
	);
	await simulator.stop();
});

test('Messangi’s callbacks carry the secret in the address, a stranger’s another one', async () => {
	const simulator = await startMessangiSimulator();
	const tokens = [];
	for (const forged of [false, true]) {
		await simulator.sendBody('mo-message-sms', EDITED, endpoint, { forged });
		tokens.push(queryOf(lastCall()).get('token'));
	}
	expect(tokens[0]).toBe(SECRET);
	expect(tokens[1]).not.toBe(SECRET);
	await simulator.stop();
});
