import { createHmac, randomUUID } from 'node:crypto';
import { example, exampleEvent } from '../support/examples';
import { outcomeOf, startIadvizeStage, type IadvizeStage } from './support/stage';

jest.setTimeout(60_000);

let stage: IadvizeStage;

beforeAll(async () => {
	stage = await startIadvizeStage('e2e-iadvize-email', 'iadvize-email-at-conversation-end');
}, 180_000);

afterEach(() => {
	stage.iadvize.faults.clear();
});

afterAll(async () => {
	await stage.stop();
}, 30_000);

const EVENT = 'v2.conversation.closed';

/** The example with a fresh ID and what the test changes, as bytes. */
const closed = (change: object = {}) =>
	Buffer.from(JSON.stringify({ ...exampleEvent(EVENT), eventId: randomUUID(), ...change }));

const deliver = (body: Buffer, how: object = {}) =>
	outcomeOf(stage, () => stage.iadvize.deliver({ endpoint: stage.endpoint, body, ...how }));

const statuses = (report: { attempts: readonly { status?: number }[] }) =>
	report.attempts.map(({ status }) => status);

const sign = (body: Buffer, token = stage.iadvize.access.secretToken) =>
	createHmac('sha256', token).update(body).digest('hex');

describe('the email at the end of a conversation', () => {
	test("the vendor's own example becomes one email to the visitor", async () => {
		const { report, executions, execution, mails } = await deliver(example(EVENT));
		expect(statuses(report)).toEqual([200]);
		expect(executions).toBe(1);
		expect(execution?.status).toBe('success');
		expect(mails).toMatchObject([
			{ to: 'visitor@example.com', subject: 'Thank you for talking to us' },
		]);
		expect(mails[0]?.text).toMatch(/^Hello Ada,/);
	});

	test('the same delivery again is taken, without a second email', async () => {
		const { report, mails } = await deliver(example(EVENT));
		expect(statuses(report)).toEqual([200]);
		expect(mails).toEqual([]);
	});

	test('a retry after an answer that got lost makes no second email', async () => {
		const body = closed();
		const [first, second] = [await deliver(body), await deliver(body)];
		expect(first.mails).toHaveLength(1);
		expect(second.mails).toHaveLength(0);
	});
});

describe('a stranger', () => {
	const bodyOf = closed;
	const cases: [string, (body: Buffer) => object][] = [
		['one bit of the body flipped', () => ({})],
		['no signature', () => ({ signWith: null })],
		['sha1=', (body) => ({ headers: { 'x-iadvize-signature': `sha1=${sign(body)}` } })],
		['signature of another token', () => ({ signWith: 'another token' })],
		['no sha256= before it', (body) => ({ headers: { 'x-iadvize-signature': sign(body) } })],
		[
			'63 digits',
			(body) => ({ headers: { 'x-iadvize-signature': `sha256=${sign(body).slice(1)}` } }),
		],
		[
			'the header twice',
			(body) => ({
				headers: { 'x-iadvize-signature': `sha256=${sign(body)}, sha256=${sign(body)}` },
			}),
		],
	];

	test.each(cases)('%s: 401, and no execution', async (name, how) => {
		const body = bodyOf();
		const headers = { 'x-iadvize-signature': `sha256=${sign(body)}` };
		const isFlipped = name.startsWith('one bit');
		if (isFlipped) body.writeUInt8(body.readUInt8(20) ^ 1, 20);
		const { report, executions, mails } = await deliver(body, isFlipped ? { headers } : how(body));
		expect(statuses(report)).toEqual([401, 401, 401]);
		expect({ executions, mails }).toEqual({ executions: 0, mails: [] });
	});

	test('learns nothing, and n8n logs the reason without a secret', async () => {
		const { report } = await deliver(closed(), { signWith: 'another token' });
		expect(report.attempts[0]?.answer).toBe(
			'{"message":"Refused: the proof that this call is genuine is missing or does not fit"}',
		);
		const log = await stage.log();
		expect(log).toContain('Refused a call to "Conversation Ended"');
		expect(log).toContain('mismatch');
		expect(log).not.toContain(stage.iadvize.access.secretToken);
	});
});

test('during a change of tokens both are accepted, afterwards only the new one', async () => {
	const { access } = stage.iadvize;
	const draft = stage.vendor.credentials.find(({ type }) => type === 'iadvizeWebhookApi');
	if (!draft) throw new Error('There is no webhook credential');
	const save = async (secretToken: string, previousSecretToken: string) =>
		await stage.host.rest.credentials.save({
			...draft,
			data: { secretToken, previousSecretToken },
		});
	const status = async (signWith: string) =>
		statuses((await deliver(closed(), { signWith })).report)[0];

	await save('the-new-token', access.secretToken);
	expect([await status(access.secretToken), await status('the-new-token')]).toEqual([200, 200]);
	await save('the-new-token', '');
	expect([await status(access.secretToken), await status('the-new-token')]).toEqual([401, 200]);
	await save(access.secretToken, '');
});

describe('no email, and the execution says why', () => {
	const message = ({ execution }: Awaited<ReturnType<typeof deliver>>) =>
		execution?.result.error?.message;

	test('visitor without an address', async () => {
		const outcome = await deliver(closed({ visitorExternalId: '63429890' }));
		expect(outcome.mails).toEqual([]);
		expect(outcome.execution?.status).toBe('success');
		expect(outcome.execution?.result.lastNodeExecuted).toBe('No Email Address');
	});

	test('visitor unknown, which iAdvize tells inside HTTP 200', async () => {
		const outcome = await deliver(closed({ visitorExternalId: '1' }));
		expect(outcome.mails).toEqual([]);
		expect(message(outcome)).toBe("iAdvize says: Unknown 'visitor' with 'id' 1.");
	});

	test('no visitor ID in the event', async () => {
		const outcome = await deliver(closed({ visitorExternalId: null }));
		expect(outcome.mails).toEqual([]);
		expect(outcome.execution?.result.error?.description).toContain('Conversation: Get');
	});

	test('iAdvize is down', async () => {
		const down = { status: 503, headers: { 'retry-after': '0' } };
		stage.iadvize.faults.add({ path: '/api/2/*', times: 4, answer: down });
		const outcome = await deliver(closed());
		expect(statuses(outcome.report)).toEqual([200]);
		expect(outcome.mails).toEqual([]);
		expect(message(outcome)).toBe('iAdvize is out of order (HTTP 503 after 4 tries)');
	});

	test('a hiccup of iAdvize costs nothing', async () => {
		stage.iadvize.faults.add({ path: '/api/2/*', drop: true });
		expect((await deliver(closed())).mails).toHaveLength(1);
	});

	test('later deliveries still work', async () => {
		expect((await deliver(closed())).mails).toHaveLength(1);
	});
});

describe('taken without an execution', () => {
	test('an event that is not ticked', async () => {
		const { report, executions } = await outcomeOf(stage, () =>
			stage.iadvize.send('user.created', stage.endpoint),
		);
		expect(statuses(report)).toEqual([200]);
		expect(executions).toBe(0);
	});

	test('a channel that is filtered out', async () => {
		const { report, executions } = await deliver(closed({ channel: 'WHATSAPP' }));
		expect(statuses(report)).toEqual([200]);
		expect(executions).toBe(0);
	});
});

describe('what cannot be read is answered 4xx with a clear line', () => {
	test.each<[string, () => Buffer, object, number, RegExp]>([
		['broken JSON', () => Buffer.from('{"eventId":'), {}, 422, /parse/i],
		[
			'broken JSON of an unknown type',
			() => Buffer.from('{"eventId":'),
			{ contentType: 'application/octet-stream' },
			400,
			/not valid JSON/,
		],
		['an empty body', () => Buffer.alloc(0), {}, 400, /body is empty/],
		['5 MB', () => closed({ filler: 'x'.repeat(5 * 1024 * 1024) }), {}, 400, /larger than/],
		[
			'a form',
			() => Buffer.from('eventId=1'),
			{ contentType: 'application/x-www-form-urlencoded' },
			400,
			/choose application\/json/,
		],
		[
			'multipart',
			() => Buffer.from('--x\r\n'),
			{ contentType: 'multipart/form-data; boundary=x' },
			400,
			/./,
		],
		['the wrong method', closed, { method: 'PUT' }, 404, /not registered/],
	])('%s', async (_name, body, how, status, line) => {
		const { report, executions } = await deliver(body(), how);
		expect(statuses(report)[0]).toBe(status);
		expect(report.attempts[0]?.answer).toMatch(line);
		expect(executions).toBe(0);
		const health = await fetch(`${stage.host.n8n.url}/healthz`);
		expect(health.status).toBe(200);
	});
});

test("iAdvize's health check is answered", async () => {
	const { url, proxy } = stage.endpoint;
	expect(await stage.iadvize.healthCheck(url, proxy)).toEqual({
		up: true,
		status: 200,
		answer: '{"status":"UP"}',
	});
});

test('two deliveries at the same moment each have their email', async () => {
	const { mails } = await outcomeOf(stage, () =>
		Promise.all(
			[closed(), closed()].map((body) => stage.iadvize.deliver({ endpoint: stage.endpoint, body })),
		),
	);
	expect(mails).toHaveLength(2);
});

test('nothing went to the internet', () => {
	expect(stage.host.proxy.refused).toEqual([]);
});
