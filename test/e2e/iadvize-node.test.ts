import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { itemsOf } from '../../host/executions';
import { exampleEvent } from '../support/examples';
import { startIadvizeStage, type IadvizeStage } from './support/stage';

jest.setTimeout(60_000);

const TEMPLATE = 'email-at-conversation-end';
const NODE = 'n8n-nodes-conversations.iadvize';

let stage: IadvizeStage;

beforeAll(async () => {
	stage = await startIadvizeStage('e2e-iadvize-node', TEMPLATE);
}, 180_000);

afterAll(async () => {
	await stage.stop();
}, 30_000);

const stored = (type: string) => {
	const found = stage.host.credentials.find((credential) => credential.type === type);
	if (!found) throw new Error(`There is no credential ${type}`);
	return found;
};

const reference = (type: string) => ({ [type]: { id: stored(type).id, name: stored(type).name } });

describe('the test button of a credential', () => {
	test.each(['iadvizeRestApi', 'iadvizeGraphQlApi', 'iadvizeWebhookApi'])(
		'%s: OK',
		async (type) => {
			expect(await stage.host.rest.credentials.test(stored(type))).toMatchObject({ status: 'OK' });
		},
	);

	test.each([
		['iadvizeRestApi', { platform: 'ha', apiKey: 'wrong' }, 'does not accept this key'],
		[
			'iadvizeGraphQlApi',
			{ platform: 'ha', email: 'a@example.com', password: 'wrong', accessToken: '' },
			'check Email and Password',
		],
		[
			'iadvizeWebhookApi',
			{ secretToken: '', previousSecretToken: '' },
			'The secret token is empty',
		],
	])('%s with wrong values says so', async (type, data, message) => {
		const outcome = await stage.host.rest.credentials.test(stored(type), data);
		expect(outcome.status).toBe('Error');
		expect(outcome.message).toContain(message);
	});
});

describe('pick lists come from the account', () => {
	const list = (resource: string, type: string, methodName: string) => ({
		nodeType: NODE,
		version: 1,
		methodName,
		parameters: { resource },
		credentials: reference(type),
	});

	test('projects of the REST API', async () => {
		const options = await stage.host.rest.options(list('visitor', 'iadvizeRestApi', 'getWebsites'));
		expect(options.map(({ name }) => name)).toEqual(['Example Shop', 'Example Shop UK']);
	});

	test('projects of the GraphQL API', async () => {
		const options = await stage.host.rest.options(
			list('satisfaction', 'iadvizeGraphQlApi', 'getProjects'),
		);
		expect(options.map(({ value }) => value)).toEqual([1, 1549]);
	});

	test('operators, as they are typed', async () => {
		const { results } = await stage.host.rest.listSearch({
			...list('operator', 'iadvizeRestApi', 'searchOperators'),
			filter: 'Exam',
		});
		expect(results.length).toBeGreaterThan(0);
	});
});

test('two executions with three items each log in once, and n8n keeps the token', async () => {
	const { host, iadvize, vendor } = stage;
	const draft = await host.rest.workflows.create({
		name: 'Conversations by GraphQL',
		nodes: [
			{
				id: randomUUID(),
				webhookId: randomUUID(),
				name: 'Hear',
				type: 'n8n-nodes-conversations.iadvizeTrigger',
				typeVersion: 1.1,
				position: [0, 0],
				parameters: { events: ['*'] },
				credentials: reference('iadvizeWebhookApi'),
			},
			{
				id: randomUUID(),
				name: 'Look Up',
				type: NODE,
				typeVersion: 1,
				position: [200, 0],
				parameters: { resource: 'conversation', operation: 'get' },
				credentials: reference('iadvizeGraphQlApi'),
			},
		],
		connections: { Hear: { main: [[{ node: 'Look Up', type: 'main', index: 0 }]] } },
	});
	await host.rest.workflows.activate(draft.id);
	const endpoint = await host.endpointOf(draft, vendor);
	iadvize.reset();

	// Of three that are the same, two would be skipped.
	const closed = () => ({ ...exampleEvent('v2.conversation.closed'), eventId: randomUUID() });
	for (const count of [1, 2]) {
		const body = Buffer.from(JSON.stringify([closed(), closed(), closed()]));
		await iadvize.deliver({ endpoint, body });
		const [newest] = await host.rest.executions.waitFor(draft.id, count);
		const { status, result } = await host.rest.executions.get(newest?.id ?? '');
		expect({ status, error: result.error }).toEqual({ status: 'success', error: undefined });
		const execution = await host.rest.executions.get(newest?.id ?? '');
		expect(itemsOf(execution, 'Look Up').map(({ legacyId }) => legacyId)).toEqual([
			9001, 9001, 9001,
		]);
	}
	const paths = iadvize.requests.map((request) => request.path);
	expect(paths.filter((one) => one === '/graphql').length).toBeGreaterThanOrEqual(6);
	expect(paths.filter((one) => one === '/oauth2/token')).toHaveLength(1);
	await host.rest.workflows.deactivate(draft.id);
});

test("n8n's own Custom API Call does not stand beside the pack's", async () => {
	const type = (await stage.host.rest.nodeTypes()).find(({ name }) => name === NODE);
	const resource = type?.properties.find(({ name }) => name === 'resource');
	const names = (resource?.options as { name: string }[]).map(({ name }) => name);
	expect(names.filter((name) => name === 'Custom API Call')).toHaveLength(1);
});

test('the action node is offered to AI agents', async () => {
	const names = (await stage.host.rest.nodeTypes()).map(({ name }) => name);
	expect(names).toContain(`${NODE}Tool`);
});

test('every node of every template exists in this n8n, in its version', async () => {
	const types = await stage.host.rest.nodeTypes();
	const folder = path.join(__dirname, '../../templates');
	for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
		const { nodes } = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as {
			nodes: { type: string; typeVersion: number }[];
		};
		for (const { type, typeVersion } of nodes) {
			const versions = types.filter(({ name }) => name === type).flatMap(({ version }) => version);
			expect({ file, type, versions }).toMatchObject({
				versions: expect.arrayContaining([typeVersion]) as number[],
			});
		}
	}
});

test('an address that iAdvize cannot reach: publishing says which setting to change', async () => {
	const local = startIadvizeStage('e2e-iadvize-local', TEMPLATE, {
		WEBHOOK_URL: 'http://localhost:5678/',
		N8N_WEBHOOK_URL: 'http://localhost:5678/',
	});
	await expect(local).rejects.toThrow(
		/iAdvize can't call http:\/\/localhost:5678\/.*it is not https/,
	);
}, 120_000);
