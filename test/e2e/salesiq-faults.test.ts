import { itemsOf } from '../../host/executions';
import { errorBody, newConversation } from '../../simulators/salesiq';
import { addressOf, createWorkflow, registeredAt } from './support/salesiq';
import { startSalesIqStage, type SalesIqStage } from './support/stage';

let stage: SalesIqStage;

beforeAll(async () => {
	stage = await startSalesIqStage('e2e-salesiq-faults', 'salesiq-email-on-missed-conversation');
}, 180_000);

afterEach(() => {
	stage.salesIq.faults.clear();
});

afterAll(async () => {
	await stage.stop();
}, 30_000);

/** Lists of both kinds, the apps, and two webhooks. */
const CALLS_OF_PUBLISHING = 5;

describe('publishing while SalesIQ says no once', () => {
	const says = (code: number) => ({ status: 200, body: errorBody(code) });

	test.each<[string, { status: number; body?: unknown }]>([
		['HTTP 500', { status: 500 }],
		['HTTP 429', { status: 429 }],
		['1008, token invalid', says(1008)],
		['1009, scope missing', says(1009)],
		['1017, limit reached', says(1017)],
	])(
		'%s, at each of its calls: the next try of n8n works, and nothing is doubled',
		async (_name, answer) => {
			const { workflows } = stage.host.rest;
			const workflow = await createWorkflow(stage, ['conversation.created', 'operator.created']);
			const kinds = () =>
				registeredAt(stage, addressOf(workflow))
					.map(({ type }) => type)
					.sort();
			for (let call = 1; call <= CALLS_OF_PUBLISHING; call++) {
				const { faults } = stage.salesIq;
				if (call > 1) faults.add({ path: '/api/*', times: call - 1, delayMs: 0 });
				faults.add({ path: '/api/*', answer: { ...answer, headers: { 'retry-after': '0' } } });
				await workflows.activate(workflow.id, { timeoutMs: 60_000 });
				expect({ call, kinds: kinds() }).toEqual({ call, kinds: ['administration', 'data'] });
				faults.clear();
				await workflows.deactivate(workflow.id);
				expect({ call, kinds: kinds() }).toEqual({ call, kinds: [] });
			}
		},
		180_000,
	);

	test('a lasting refusal is reported with what to do', async () => {
		const { workflows } = stage.host.rest;
		const workflow = await createWorkflow(stage, ['conversation.created']);
		stage.salesIq.faults.add({ path: '/api/*', times: 99, answer: says(1009) });
		await expect(workflows.activate(workflow.id, { timeoutMs: 60_000 })).rejects.toThrow(
			'The credential lacks a scope for this',
		);
		stage.salesIq.faults.clear();
		await workflows.deactivate(workflow.id);
	}, 120_000);
});

describe('500 conversations', () => {
	const get = async (parameters: Record<string, unknown>) => {
		const { workflows, executions } = stage.host.rest;
		const workflow = await createWorkflow(stage, ['conversation.missed'], {
			resource: 'conversation',
			operation: 'getMany',
			...parameters,
		});
		await workflows.activate(workflow.id);
		await stage.salesIq.send('conversation.missed', { url: addressOf(workflow), secret: '' });
		const [newest] = await executions.waitFor(workflow.id, 1, 60_000);
		const execution = await executions.get(newest?.id ?? '');
		await workflows.deactivate(workflow.id);
		expect(execution.result.error).toBeUndefined();
		return itemsOf(execution, 'Act').map(({ id }) => id);
	};

	beforeAll(() => {
		const { conversations } = stage.salesIq.account;
		conversations.length = 0;
		for (let id = 1; id <= 500; id++) conversations.push(newConversation(id));
	});

	test('Return All: exactly 500', async () => {
		const ids = await get({ returnAll: true });
		expect([ids.length, new Set(ids).size]).toEqual([500, 500]);
	}, 90_000);

	test('Limit 7: exactly 7', async () => {
		expect(await get({ limit: 7 })).toHaveLength(7);
	}, 90_000);
});
