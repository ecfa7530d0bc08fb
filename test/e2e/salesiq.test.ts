import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { itemsOf } from '../../host/executions';
import { commonEvent } from '../../nodes/shared/conversation';
import { createSigningKey, eventsOf } from '../../simulators/salesiq';
import { omit } from '../../simulators/shared/omit';
import { addressOf, createWorkflow, credentialOf, registeredAt } from './support/salesiq';
import { countExecutions, outcomeOf, startSalesIqStage, type SalesIqStage } from './support/stage';
import { where, whereNot } from './support/version';

jest.setTimeout(90_000);

let stage: SalesIqStage;

beforeAll(async () => {
	stage = await startSalesIqStage('e2e-salesiq', 'salesiq-email-on-missed-conversation');
}, 180_000);

afterEach(() => {
	stage.salesIq.faults.clear();
});

afterAll(async () => {
	await stage.stop();
}, 30_000);

const registered = (address?: string) => registeredAt(stage, address);
const workflowWith = (events: string[], action?: Record<string, unknown>) =>
	createWorkflow(stage, events, action);

/** JSON with its long integers as text, as the trigger gives them. */
const exactly = (body = '') =>
	JSON.parse(body.replace(/: ?(\d{16,})/g, ':"$1"')) as Record<string, unknown>;

describe('publishing is the whole setup', () => {
	test('two kinds of events become two webhooks, probed, secured, and gone when unpublished', async () => {
		const { workflows } = stage.host.rest;
		const workflow = await workflowWith(['*']);
		const address = addressOf(workflow);
		await workflows.activate(workflow.id);
		const webhooks = registered(address);
		expect(webhooks.map(({ type }) => type).sort()).toEqual(['administration', 'data']);
		for (const { secured, events, type } of webhooks) {
			expect(secured).toBe(true);
			expect(events.length).toBeGreaterThan(5);
			expect(events.filter((event) => !eventsOf(type, false).includes(event))).toEqual([]);
		}

		for (const example of stage.salesIq.events) {
			const before = await stage.host.rest.executions.count({ workflowId: workflow.id });
			// Its clock stands still otherwise, and what happens at the same moment is the same.
			stage.clock.advance(1000);
			const report = await stage.salesIq.send(example, { url: address, secret: '' });
			expect({ example, status: report.attempts[0]?.status }).toEqual({ example, status: 200 });
			const [newest] = await stage.host.rest.executions.waitFor(workflow.id, before + 1);
			const [item] = itemsOf(await stage.host.rest.executions.get(newest?.id ?? ''), 'Hear');
			expect(commonEvent.safeParse(item?.event).success).toBe(true);
			expect(item?.payload).toEqual(exactly(report.attempts[0]?.body));
		}

		await workflows.deactivate(workflow.id);
		expect(registered(address)).toEqual([]);
	}, 180_000);

	/** IDs of the webhooks after each of two publications. */
	const publishedTwice = async () => {
		const { workflows } = stage.host.rest;
		const workflow = await workflowWith(['*']);
		const ids = () => registered(addressOf(workflow)).map(({ id }) => id);
		await workflows.activate(workflow.id);
		const first = ids();
		await workflows.activate(workflow.id);
		const second = ids();
		await workflows.deactivate(workflow.id);
		return { first, second };
	};

	where('publishesInPlace')('publishing again changes nothing', async () => {
		const { first, second } = await publishedTwice();
		expect(second).toEqual(first);
	});

	whereNot('publishesInPlace')(
		'publishing again registers anew, as this n8n unpublishes first',
		async () => {
			const { first, second } = await publishedTwice();
			expect(second).toHaveLength(first.length);
			expect(second.filter((id) => first.includes(id))).toEqual([]);
		},
	);

	/** As by a script: the editor would have given the trigger its ID. */
	const createdByApi = async () => {
		const { nodes, connections } = await workflowWith(['conversation.missed']);
		const made = z.object({ data: z.object({ id: z.string() }) });
		const { data } = await stage.host.rest.call('POST', '/rest/workflows', made, {
			name: `By API ${randomUUID()}`,
			active: false,
			nodes: nodes.map((node) => ({ ...omit(node, 'webhookId'), name: 'Zoho SalesIQ Trigger' })),
			connections,
		});
		return await stage.host.rest.workflows.get(data.id);
	};

	where('givesIdsByApi')(
		'a workflow made by API is published as one made in the editor',
		async () => {
			const { workflows } = stage.host.rest;
			const workflow = await createdByApi();
			await workflows.activate(workflow.id);
			expect(registered(addressOf(workflow))).toHaveLength(1);
			await workflows.deactivate(workflow.id);
		},
	);

	whereNot('givesIdsByApi')(
		'a workflow made by API lacks an ID, and publishing says so',
		async () => {
			const { workflows } = stage.host.rest;
			const workflow = await createdByApi();
			await expect(workflows.activate(workflow.id)).rejects.toThrow('no webhook ID');
			// What cutting and pasting does.
			await workflows.update(workflow.id, { nodes: workflow.nodes });
			await workflows.activate(workflow.id);
			const mended = await workflows.get(workflow.id);
			expect(registered(addressOf(mended))).toHaveLength(1);
			await workflows.deactivate(workflow.id);
		},
	);

	test('deleting the workflow leaves nothing behind', async () => {
		const { workflows } = stage.host.rest;
		const workflow = await workflowWith(['conversation.created']);
		await workflows.activate(workflow.id);
		expect(registered(addressOf(workflow))).toHaveLength(1);
		await workflows.deactivate(workflow.id);
		await workflows.remove(workflow.id);
		expect(registered(addressOf(workflow))).toEqual([]);
	});

	test('other events are an update, not a second webhook', async () => {
		const { workflows } = stage.host.rest;
		const workflow = await workflowWith(['conversation.created']);
		const address = addressOf(workflow);
		await workflows.activate(workflow.id);
		const nodes = workflow.nodes.map((node) => ({
			...node,
			parameters: { ...node.parameters, events: ['conversation.missed', 'operator.created'] },
		}));
		await workflows.update(workflow.id, { nodes });
		await workflows.activate(workflow.id);
		const after = registered(address);
		expect(after).toHaveLength(2);
		const data = after.find(({ type }) => type === 'data');
		expect(data?.events).toEqual(['conversation.missed']);
		await workflows.deactivate(workflow.id);
	});

	test('a fourth administration webhook is refused with what to do', async () => {
		const { workflows } = stage.host.rest;
		const several = await Promise.all([1, 2, 3].map(() => workflowWith(['operator.created'])));
		for (const { id } of several) await workflows.activate(id);
		const fourth = await workflowWith(['operator.created']);
		await expect(workflows.activate(fourth.id, { timeoutMs: 90_000 })).rejects.toThrow(
			/SalesIQ says/,
		);
		expect(registered(addressOf(fourth))).toEqual([]);
		for (const { id } of [...several, fourth]) await workflows.deactivate(id);
		expect(registered().filter(({ type }) => type === 'administration')).toEqual([]);
	}, 120_000);
});

describe('a call', () => {
	const address = () => addressOf(stage.workflow);
	const missed = (change: object = {}) =>
		Buffer.from(
			JSON.stringify({
				event: 'conversation.missed',
				event_time: String(Date.now()),
				entity_type: 'conversation',
				entity_id: randomUUID(),
				attempt: 1,
				entity: {
					id: '17000000004021',
					visitor: { name: 'Grace Example', email_id: 'grace@example.com' },
				},
				...change,
			}),
		);
	const deliver = (how: object) =>
		outcomeOf(stage, () =>
			stage.salesIq.deliver({
				endpoint: { url: address() },
				body: missed(),
				maxAttempts: 1,
				...how,
			}),
		);

	test('that SalesIQ signed becomes an email to the team', async () => {
		const { report, mails } = await deliver({});
		expect(report.attempts[0]?.status).toBe(200);
		expect(mails).toMatchObject([
			{ to: 'team@example.com', subject: 'Missed: Grace Example in SalesIQ' },
		]);
	});

	test('again makes no second email, though attempt and bytes differ', async () => {
		const same = { entity_id: 'same', event_time: '1566480708268' };
		const first = await deliver({ body: missed({ ...same, attempt: 1 }) });
		const second = await deliver({ body: missed({ ...same, attempt: 2 }) });
		expect([first.mails.length, second.mails.length]).toEqual([1, 0]);
		expect(second.report.attempts[0]?.status).toBe(200);
	});

	test('without proof: 401, or 503 while a request for new keys is pending, and no execution', async () => {
		const other = await createSigningKey();
		const byStranger = { signWith: other.privateKey };
		const forgeries: [object, number][] = [
			[byStranger, 401],
			[{ body: missed({ entity_id: 'changed' }), signed: missed() }, 503],
			[{ signWith: null }, 401],
			[{ signature: (signature: string) => [signature, signature] }, 401],
			[{ signature: () => '!!' }, 401],
			...Array.from({ length: 5 }, (): [object, number] => [byStranger, 503]),
		];
		const looked = stage.salesIq.requests.length;
		for (const [how, status] of forgeries) {
			const { report, executions } = await deliver(how);
			expect({ status: report.attempts[0]?.status, executions }).toEqual({ status, executions: 0 });
		}
		expect(stage.salesIq.requests.length - looked).toBeLessThanOrEqual(1);
	});
});

test('a key rotated at SalesIQ costs no delivery', async () => {
	// Its own workflow: the keys of one are looked for once a minute at most.
	const { workflows, executions } = stage.host.rest;
	const workflow = await workflowWith(['conversation.missed']);
	await workflows.activate(workflow.id);
	const [webhook] = registered(addressOf(workflow));
	await stage.salesIq.rotateKey(webhook?.id);
	const telling = stage.salesIq.send('conversation.missed', {
		url: addressOf(workflow),
		secret: '',
	});
	const retrying = setInterval(() => {
		stage.clock.advance(60_000);
	}, 200);
	const report = await telling;
	clearInterval(retrying);
	expect(report.attempts.map(({ status }) => status)).toEqual([503, 200]);
	expect(await executions.waitFor(workflow.id, 1)).toHaveLength(1);
	await workflows.deactivate(workflow.id);
});

test('an unreadable key: published, proved by the token, and gone when unpublished', async () => {
	const { workflows, executions } = stage.host.rest;
	stage.salesIq.settings.keyFormat = 'number';
	const workflow = await workflowWith(['conversation.missed']);
	await workflows.activate(workflow.id);
	stage.salesIq.settings.keyFormat = 'pem';
	const endpoint = { url: addressOf(workflow) };
	const body = JSON.stringify({ event: 'conversation.missed', event_time: '1', entity_id: '1' });
	const statusOf = async (how: object) =>
		(await stage.salesIq.deliver({ endpoint, body, maxAttempts: 1, ...how })).attempts[0]?.status;
	const { privateKey: signWith } = await createSigningKey();
	expect(await statusOf({ bare: true, signWith })).toBe(401);
	expect(
		await statusOf({ endpoint: { url: `${endpoint.url}?token=${'x'.repeat(32)}` }, signWith }),
	).toBe(401);
	expect(await statusOf({})).toBe(200);
	expect(await executions.waitFor(workflow.id, 1)).toHaveLength(1);
	await workflows.deactivate(workflow.id);
	expect(registered(endpoint.url)).toEqual([]);
});

test('the test button asks SalesIQ in the way it wants to be asked', async () => {
	expect(await stage.host.rest.credentials.test(credentialOf(stage))).toMatchObject({
		status: 'OK',
	});
	const asked = stage.salesIq.requests.at(-1);
	expect(asked?.path).toBe('/api/v2/portals');
	expect(asked?.headers.authorization).toMatch(/^Zoho-oauthtoken /);
});

test('a token that expires costs one refresh for 50 items', async () => {
	const { workflows, executions } = stage.host.rest;
	const [conversation] = stage.salesIq.account.conversations;
	const workflow = await workflowWith(['conversation.missed'], {
		resource: 'conversation',
		operation: 'get',
		conversationId: conversation?.id ?? '',
	});
	await workflows.activate(workflow.id);
	stage.salesIq.expireTokens();
	const before = stage.salesIq.requests.length;
	const events = Array.from({ length: 50 }, (_none, index) => ({
		event: 'conversation.missed',
		entity_id: String(index),
	}));
	await stage.salesIq.deliver({
		endpoint: { url: addressOf(workflow) },
		body: Buffer.from(JSON.stringify(events)),
		maxAttempts: 1,
	});
	const [newest] = await executions.waitFor(workflow.id, 1, 60_000);
	const execution = await executions.get(newest?.id ?? '');
	expect(execution.result.error).toBeUndefined();
	expect(itemsOf(execution, 'Act')).toHaveLength(50);
	const asked = stage.salesIq.requests.slice(before).map(({ path }) => path);
	expect(asked.filter((path) => path === '/oauth/v2/token')).toHaveLength(1);
	await workflows.deactivate(workflow.id);
});

test('nothing went to the internet', async () => {
	await countExecutions(stage);
	expect(stage.host.proxy.refused).toEqual([]);
});
