import { randomUUID } from 'node:crypto';
import { useTemplate } from '../../host/templates';
import { newVisitor, type Account } from '../../simulators/iadvize';
import { exampleEvent } from '../support/examples';
import { outcomeOf, startIadvizeStage, type IadvizeStage } from './support/stage';

jest.setTimeout(60_000);

const TEMPLATE = 'iadvize-email-at-conversation-end';
const EVENT = 'v2.conversation.closed';

let stage: IadvizeStage;

beforeAll(async () => {
	stage = await startIadvizeStage('e2e-iadvize-smallest', TEMPLATE);
}, 180_000);

afterEach(() => {
	stage.iadvize.faults.clear();
});

afterAll(async () => {
	await stage.stop();
}, 30_000);

let visitors = 80_000;

/** An ended conversation of a visitor of its own. */
function closed(given: Partial<Account['visitors'][number]> = {}, change: object = {}): Buffer {
	visitors += 1;
	stage.iadvize.account.visitors.push(newVisitor(visitors, given));
	const own = { eventId: randomUUID(), conversationId: randomUUID() };
	const event = { ...exampleEvent(EVENT), ...own, visitorExternalId: String(visitors), ...change };
	return Buffer.from(JSON.stringify(event));
}

const deliver = (body: Buffer) =>
	outcomeOf(stage, () => stage.iadvize.deliver({ endpoint: stage.endpoint, body }));

test("the vendor's own example becomes one email, by the REST API alone", async () => {
	stage.iadvize.settings.graphqlRefusal = 'Forbidden';
	const { execution, mails } = await outcomeOf(stage, () =>
		stage.iadvize.send(EVENT, stage.endpoint),
	);
	expect(execution?.status).toBe('success');
	expect(mails).toMatchObject([
		{ to: 'visitor@example.com', subject: 'Thank you for talking to us' },
	]);
	expect(mails[0]?.text).toMatch(/^Hello Ada,/);
	expect(stage.iadvize.requests.map(({ path }) => path)).toEqual(['/api/2/visitor/63429889']);
});

test('the same conversation again makes no second email', async () => {
	const body = closed();
	expect((await deliver(body)).mails).toHaveLength(1);
	expect((await deliver(body)).mails).toEqual([]);
});

test.each([
	['no address', ''],
	['two addresses', 'one@example.com, two@example.com'],
	['an address with a name', 'Ada <ada@example.com>'],
	['an address and a line', 'ada@example.com\nBcc: two@example.com'],
])('%s: no email, and no failure', async (_name, email) => {
	const { execution, mails } = await deliver(closed({ email }));
	expect(mails).toEqual([]);
	expect(execution?.status).toBe('success');
	expect(execution?.result.runData).not.toHaveProperty('Send Email');
});

test('a name carries no link', async () => {
	const { mails } = await deliver(closed({ firstName: 'Win\u202E at\n\nhttps://evil.example' }));
	expect(mails[0]?.text).toMatch(/^Hello Win at https: \/ \/evil\. example,/);
});

test('a conversation outside the website starts nothing', async () => {
	const { executions } = await deliver(closed({}, { channel: 'WHATSAPP' }));
	expect(executions).toBe(0);
});

test.each([
	['the API is down', {}, 'iAdvize is unavailable (HTTP 503 after 4 tries)'],
	['the event has no visitorExternalId', { visitorExternalId: null }, 'There is not a visitor ID'],
])('%s: the execution says so', async (_name, change, message) => {
	const answer = { status: 503, headers: { 'retry-after': '0' } };
	stage.iadvize.faults.add({ path: '/api/2/*', times: 4, answer });
	const { execution, mails } = await deliver(closed({}, change));
	expect(mails).toEqual([]);
	expect(execution?.status).toBe('error');
	expect(execution?.result.error?.message).toBe(message);
});

test('as imported, only visitors who have consented get an email', async () => {
	const { host, vendor, iadvize } = stage;
	const { rest, credentials } = host;
	const workflow = await useTemplate(rest, TEMPLATE, credentials, [vendor], (imported) => ({
		...imported,
		name: `${imported.name}, as imported`,
	}));
	const endpoint = await host.endpointOf(workflow, vendor);
	const tell = (consent: unknown) =>
		outcomeOf({ ...stage, workflow }, () =>
			iadvize.deliver({ endpoint, body: closed({}, { consent }) }),
		);
	expect((await tell(undefined)).mails).toEqual([]);
	expect((await tell('no')).mails).toEqual([]);
	expect((await tell(true)).mails).toHaveLength(1);
	await rest.workflows.deactivate(workflow.id);
});

test('a step of a newer version than this n8n has: publishing says which', async () => {
	const { host, vendor } = stage;
	const ofNewer = useTemplate(host.rest, TEMPLATE, host.credentials, [vendor], (imported) => ({
		...imported,
		name: `${imported.name}, of a newer n8n`,
		nodes: imported.nodes.map((node) =>
			node.name === 'Get Visitor' ? { ...node, typeVersion: 99 } : node,
		),
	}));
	await expect(ofNewer).rejects.toThrow('"Get Visitor" needs version 99 of its node');
});
