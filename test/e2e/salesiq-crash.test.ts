import { waitFor } from '../../host/wait';
import type { Workflow } from '../../host/workflows';
import { addressOf, createWorkflow, registeredAt } from './support/salesiq';
import { startSalesIqStage, type SalesIqStage } from './support/stage';

let stage: SalesIqStage;

beforeAll(async () => {
	stage = await startSalesIqStage('e2e-salesiq-crash', 'salesiq-email-on-missed-conversation', {
		// n8n takes up a publication that died with it only after two minutes, unless told otherwise, and
		// gives one up that takes longer: on a busy machine the six calls take seconds.
		N8N_WORKFLOW_PUBLICATION_OUTBOX_LEASE_SECONDS: '12',
		N8N_WORKFLOW_PUBLICATION_OUTBOX_POLL_INTERVAL_MS: '500',
		N8N_WORKFLOW_PUBLICATION_RECONCILE_INTERVAL_SECONDS: '1',
	});
}, 180_000);

afterAll(async () => {
	await stage.stop();
}, 30_000);

const kindsOf = (workflow: Workflow) =>
	registeredAt(stage, addressOf(workflow))
		.map(({ type }) => type)
		.sort();

/**
 * Kills n8n when SalesIQ has carried out the n-th call of some work and holds its answer back: the
 * worst moment, as n8n never hears of what it did.
 *
 * @returns whether there was an n-th call
 */
async function killAtCall(count: number, work: () => Promise<unknown>): Promise<boolean> {
	const { salesIq, host } = stage;
	let seen = 0;
	const stopWatching = salesIq.watch(({ path }) => {
		if (path.startsWith('/api/')) seen += 1;
	});
	if (count > 1) salesIq.faults.add({ path: '/api/*', times: count - 1, delayMs: 0 });
	salesIq.faults.add({ path: '/api/*', late: true, delayMs: 5000 });
	const working = work().catch(() => undefined);
	const isReached = await waitFor('the call', 3000, () => (seen >= count ? true : undefined)).catch(
		() => false,
	);
	if (isReached) {
		// The call is carried out before its answer is held back.
		await new Promise((resolve) => setTimeout(resolve, 150));
		await host.n8n.kill();
	}
	stopWatching();
	salesIq.faults.clear();
	await working;
	if (isReached) await host.n8n.restart();
	return isReached;
}

/**
 * What a user does after a crash: n8n takes a trigger that it was about to register for registered,
 * and does not look again by itself.
 */
async function publishAgain({ id }: Workflow): Promise<void> {
	const { workflows } = stage.host.rest;
	await workflows.deactivate(id, 60_000);
	await workflows.activate(id, { timeoutMs: 60_000 });
}

test('publishing: exactly the wanted webhooks after a kill at each of its calls', async () => {
	const { workflows } = stage.host.rest;
	const workflow = await createWorkflow(stage, ['conversation.created', 'operator.created']);
	let count = 1;
	for (; await killAtCall(count, () => workflows.activate(workflow.id)); count++) {
		await publishAgain(workflow);
		expect({ count, kinds: kindsOf(workflow) }).toEqual({
			count,
			kinds: ['administration', 'data'],
		});
		await workflows.deactivate(workflow.id, 60_000);
		expect({ count, kinds: kindsOf(workflow) }).toEqual({ count, kinds: [] });
	}
	// Two lists, the apps, two webhooks.
	expect(count - 1).toBeGreaterThanOrEqual(5);
	await workflows.deactivate(workflow.id, 60_000);
}, 600_000);

test('unpublishing: none is left, or exactly the wanted ones once published again, after a kill at each of its calls', async () => {
	const { workflows } = stage.host.rest;
	const workflow = await createWorkflow(stage, ['conversation.created', 'operator.created']);
	await workflows.activate(workflow.id);
	let count = 1;
	for (; await killAtCall(count, () => workflows.deactivate(workflow.id)); count++) {
		await publishAgain(workflow);
		expect({ count, kinds: kindsOf(workflow) }).toEqual({
			count,
			kinds: ['administration', 'data'],
		});
	}
	expect(kindsOf(workflow)).toEqual([]);
	// Two lists, two webhooks.
	expect(count - 1).toBeGreaterThanOrEqual(4);
}, 600_000);
