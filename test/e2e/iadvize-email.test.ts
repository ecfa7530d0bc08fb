import { createHmac, randomUUID } from 'node:crypto';
import { itemsOf } from '../../host/executions';
import { agreed, useTemplate } from '../../host/templates';
import { waitFor } from '../../host/wait';
import {
	newConversation,
	newVisitor,
	type Account,
	type IadvizeSimulator,
} from '../../simulators/iadvize';
import { example, exampleEvent } from '../support/examples';
import { outcomeOf, startIadvizeStage, type IadvizeStage } from './support/stage';

jest.setTimeout(60_000);

const TEMPLATE = 'email-at-conversation-end';

let stage: IadvizeStage;

beforeAll(async () => {
	stage = await startIadvizeStage('e2e-iadvize-email', TEMPLATE);
}, 180_000);

afterEach(() => {
	stage.iadvize.faults.clear();
	begin({ graphqlNames: {}, graphqlRefusal: null, restRefusal: false });
});

afterAll(async () => {
	await stage.stop();
}, 30_000);

const EVENT = 'v2.conversation.closed';

type Conversation = Account['conversations'][number];

let conversations = 0;

/** A conversation that iAdvize knows, each with a visitor of its own unless something else is given. */
function conversation(given: Partial<Conversation> = {}): Conversation {
	conversations += 1;
	const email = `visitor-${conversations}@example.com`;
	const visitor = newVisitor(70_000 + conversations, { visitorId: randomUUID(), email });
	const row = newConversation(70_000 + conversations, { visitorId: visitor.visitorId, ...given });
	stage.iadvize.account.visitors.push(visitor);
	stage.iadvize.account.conversations.push(row);
	return row;
}

/** The example about a conversation of its own, with what the test changes, as bytes. */
function closed(change: object = {}, { id, visitorId } = conversation()): Buffer {
	const visitor = stage.iadvize.account.visitors.find((one) => one.visitorId === visitorId);
	const visitorExternalId = visitor ? String(visitor.id) : null;
	const own = { eventId: randomUUID(), conversationId: id, visitorId, visitorExternalId };
	return Buffer.from(JSON.stringify({ ...exampleEvent(EVENT), ...own, ...change }));
}

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
		expect(mails[0]?.text).toMatch(/^Hello Ada Example,/);
		expect(mails[0]?.text).toContain('You: Hello, where is my order?');
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

	test('another event about the same conversation makes no second email', async () => {
		const known = conversation();
		const [first, second] = [await deliver(closed({}, known)), await deliver(closed({}, known))];
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
			'{"message":"Refused: the proof that this call is genuine is missing or does not match"}',
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

	// The trigger keeps what it has read for ten seconds, and asks again for a call that it refuses.
	const becomes = async (signWith: string, wanted: number) =>
		await waitFor(`${wanted} for ${signWith}`, 15_000, async () =>
			(await status(signWith)) === wanted ? true : undefined,
		);

	await save('the-new-token', access.secretToken);
	expect(await status(access.secretToken)).toBe(200);
	await becomes('the-new-token', 200);
	expect(await status(access.secretToken)).toBe(200);
	await save('the-new-token', '');
	await becomes(access.secretToken, 401);
	expect(await status('the-new-token')).toBe(200);
	await save(access.secretToken, '');
	await becomes(access.secretToken, 200);
});

const DOWN = { status: 503, headers: { 'retry-after': '0' } };
const REFUSED_KEY = 'iAdvize does not accept the API key';
/** Paths that are down, and what else is otherwise than usual. */
type Trouble = Partial<IadvizeSimulator['settings']> & { down?: readonly string[] };

const begin = ({ down = [], ...settings }: Trouble) => {
	for (const path of down) stage.iadvize.faults.add({ path, times: 99, answer: DOWN });
	Object.assign(stage.iadvize.settings, settings);
};
const lookedUp = ({ execution }: Awaited<ReturnType<typeof deliver>>) =>
	execution && itemsOf(execution, 'Complete the Event')[0]?.lookedUp;

const BUSY = 'iAdvize is unavailable (HTTP 503 after 4 tries)';

describe('one way to the visitor is enough', () => {
	test.each([
		['refuses every query', { graphqlRefusal: 'Forbidden' }, 'iAdvize says: Forbidden'],
		['is down', { down: ['/graphql'] }, BUSY],
	])('GraphQL %s: the email goes out by REST', async (_name, trouble, reason) => {
		const body = closed();
		begin(trouble);
		const outcome = await deliver(body);
		expect(outcome.mails).toMatchObject([{ to: expect.stringMatching(/^visitor-\d+@/) as string }]);
		expect(outcome.execution?.status).toBe('success');
		expect(lookedUp(outcome)).toMatchObject([
			{ what: 'conversation', found: false, reason },
			{ what: 'visitor', found: true, reason: null },
			...[{}, {}],
		]);
	});

	test.each<[string, Trouble, string]>([
		['refuses everything', { restRefusal: true }, REFUSED_KEY],
		['is down', { down: ['/api/2/*'] }, BUSY],
	])('REST %s: the email goes out by GraphQL', async (_name, trouble, reason) => {
		const body = closed();
		begin(trouble);
		const outcome = await deliver(body);
		expect(outcome.mails).toMatchObject([{ to: expect.stringMatching(/^visitor-\d+@/) as string }]);
		expect(outcome.execution?.status).toBe('success');
		expect(lookedUp(outcome)).toMatchObject([
			{ what: 'conversation', found: true, reason: null },
			...[{ what: 'visitor', found: false, reason }, { what: 'transcript', found: false }, {}],
		]);
	});

	test('fields that the account lacks are left out, and the email goes out', async () => {
		begin({ graphqlNames: { 'Conversation.duration': null, 'Visitor.phoneNumber': null } });
		expect((await deliver(closed())).mails).toHaveLength(1);
	});
});

describe('no email, and the execution says why', () => {
	const waitsFor = ({ execution }: Awaited<ReturnType<typeof deliver>>) => {
		expect(execution?.status).toBe('waiting');
		return execution && itemsOf(execution, 'Complete the Event', 1)[0]?.error;
	};

	test('visitor without an address', async () => {
		const bo = stage.iadvize.account.visitors.find(({ email }) => email === '');
		const outcome = await deliver(closed({}, conversation({ visitorId: bo?.visitorId ?? '' })));
		expect(outcome.mails).toEqual([]);
		expect(outcome.execution?.status).toBe('success');
		expect(outcome.execution?.result.runData).toHaveProperty('May We Write?');
		expect(outcome.execution?.result.runData).not.toHaveProperty('Send Email');
	});

	test('visitor unknown to iAdvize', async () => {
		const outcome = await deliver(closed({}, conversation({ visitorId: randomUUID() })));
		expect(outcome.mails).toEqual([]);
		expect(outcome.execution?.status).toBe('success');
		expect(outcome.execution?.result.runData).not.toHaveProperty('Send Email');
	});

	test('conversation and visitor unknown, which iAdvize tells inside HTTP 200', async () => {
		const unknown = { conversationId: randomUUID(), visitorExternalId: '1' };
		const outcome = await deliver(closed(unknown));
		expect(outcome.mails).toEqual([]);
		expect(outcome.execution?.status).toBe('success');
		expect(lookedUp(outcome)).toMatchObject([
			{ what: 'conversation', reason: 'iAdvize has no such conversation' },
			{ what: 'visitor', reason: "iAdvize says: Unknown 'visitor' with 'id' 1." },
			{ found: false },
			{ found: false },
		]);
	});

	test('no conversation ID in the event', async () => {
		const outcome = await deliver(closed({ conversationId: null }));
		expect(outcome.mails).toEqual([]);
		expect(outcome.execution?.status).toBe('success');
		expect(outcome.execution?.result.runData).not.toHaveProperty('Send Email');
	});

	test.each<[string, Trouble, string]>([
		[
			'refuses',
			{ graphqlRefusal: 'Forbidden', restRefusal: true },
			`iAdvize says: Forbidden; ${REFUSED_KEY}`,
		],
		['is down', { down: ['/graphql', '/api/2/*'] }, BUSY],
	])('iAdvize %s at both: nothing is lost', async (_name, trouble, reason) => {
		const body = closed();
		begin(trouble);
		const outcome = await deliver(body);
		expect(statuses(outcome.report)).toEqual([200]);
		expect(outcome.mails).toEqual([]);
		expect(waitsFor(outcome)).toBe(reason);
	});

	test.each(['/graphql', '/api/2/*'])('a hiccup of iAdvize at %s costs nothing', async (path) => {
		stage.iadvize.faults.add({ path, drop: true });
		expect((await deliver(closed())).mails).toHaveLength(1);
	});

	test('later deliveries still work', async () => {
		expect((await deliver(closed())).mails).toHaveLength(1);
	});
});

describe('taken without an execution', () => {
	test('an event that is not selected', async () => {
		const { report, executions } = await outcomeOf(stage, () =>
			stage.iadvize.send('user.created', stage.endpoint),
		);
		expect(statuses(report)).toEqual([200]);
		expect(executions).toBe(0);
	});

	test('a channel that is filtered out', async () => {
		const { host, iadvize, vendor } = stage;
		const { rest, credentials } = host;
		const workflow = await useTemplate(rest, TEMPLATE, credentials, [vendor], (imported) => ({
			...agreed(imported),
			name: `${imported.name}, on the website only`,
			nodes: agreed(imported).nodes.map((node) =>
				node.type === vendor.triggerType
					? { ...node, parameters: { ...node.parameters, filters: { channels: ['CHAT'] } } }
					: node,
			),
		}));
		const endpoint = await host.endpointOf(workflow, vendor);
		const deliverBy = (channel: string) =>
			outcomeOf({ ...stage, workflow }, () =>
				iadvize.deliver({ endpoint, body: closed({ channel }) }),
			);
		const [whatsApp, chat] = [await deliverBy('WHATSAPP'), await deliverBy('CHAT')];
		expect(statuses(whatsApp.report)).toEqual([200]);
		expect([whatsApp.executions, chat.executions]).toEqual([0, 1]);
		await rest.workflows.deactivate(workflow.id);
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
