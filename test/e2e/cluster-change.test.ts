import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../../host/cluster/cluster';
import { whilePaused } from '../../host/cluster/queue';
import { itemsOf } from '../../host/executions';
import { startHost, type Host } from '../../host/host';
import type { N8n } from '../../host/n8n';
import { iadvizeVendor } from '../../host/vendors/iadvize';
import { salesIqVendor } from '../../host/vendors/salesiq';
import type { Vendor } from '../../host/vendors/vendor';
import { startIadvizeSimulator, type IadvizeSimulator } from '../../simulators/iadvize';
import {
	createManualClock,
	startSalesIqSimulator,
	type SalesIqSimulator,
} from '../../simulators/salesiq';
import { allReady } from './support/ready';
import { addressOf, createWorkflow, registeredAt } from './support/salesiq';
import type { SalesIqStage } from './support/stage';
import { startLine } from './support/stream';

jest.setTimeout(240_000);

let host: Host;
let cluster: Cluster;
let iadvize: IadvizeSimulator;
let vendor: Vendor;
let salesIq: SalesIqSimulator;

beforeAll(async () => {
	iadvize = await startIadvizeSimulator({ allowHttp: true });
	vendor = iadvizeVendor(iadvize);
	salesIq = await startSalesIqSimulator({ clock: createManualClock(Date.now()) });
	host = await startHost({
		folder: 'e2e-cluster-change',
		vendors: [vendor, salesIqVendor(salesIq)],
		cluster: { processors: 2, workers: 2 },
	});
	if (!host.cluster) throw new Error('This is no cluster');
	({ cluster } = host);
}, 240_000);

afterEach(async () => {
	host.backOffice.reset();
	await cluster.balancer.setBalance('address');
});

afterAll(async () => {
	await host.stop();
}, 120_000);

/** As an operator does it for an update: main stops, then workers, processors, and main starts. */
async function restartAll(): Promise<void> {
	const { balancer, main, processors, redis, workers } = cluster;
	await main.stop();
	await whilePaused(redis, async () => {
		await Promise.all(workers.map((worker) => worker.restart()));
	});
	for (const one of processors) await balancer.without(one.url, () => one.restart());
	await main.restart();
}

test('all are started again, one after the other, under twenty calls a second: none fails, one outcome each', async () => {
	const line = await startLine(host, iadvize, vendor);
	const stream = line.stream(20);
	await sleep(1000);
	await restartAll();
	await sleep(1000);
	await stream.end();
	const outcome = await line.outcome();
	expect(outcome).toEqual({
		...{ events: outcome.events, executions: outcome.events },
		...{ undelivered: 0, failedCalls: 0, lost: 0, twice: 0, crashed: 0, failed: 0, stopped: 0 },
	});
	await host.rest.workflows.deactivate(line.workflow.id);
}, 600_000);

test('PostgreSQL is started again while the queue is paused: calls fail and come again, one outcome each', async () => {
	const { main, postgres, processors, redis, workers } = cluster;
	const line = await startLine(host, iadvize, vendor);
	const stream = line.stream(5);
	await sleep(2000);
	await main.stop();
	await whilePaused(redis, async () => {
		await postgres.stop();
		await sleep(10_000);
		await postgres.restart();
		await allReady([...processors, ...workers]);
	});
	await main.restart();
	await sleep(1000);
	await stream.end();
	const outcome = await line.outcome();
	expect(outcome.failedCalls).toBeGreaterThan(0);
	expect(outcome).toMatchObject({
		...{ executions: outcome.events, undelivered: 0, lost: 0, twice: 0 },
		...{ crashed: 0, failed: 0, stopped: 0 },
	});
	await host.rest.workflows.deactivate(line.workflow.id);
}, 300_000);

describe('SalesIQ', () => {
	const stage = () => ({ host, salesIq }) as SalesIqStage;
	let entity = 19_000_000_033_000;
	/** Lets conversations be missed, one after the other; the IDs of all, and what they were answered. */
	const miss = (address: string) => {
		const entityId = String(entity++);
		const report = salesIq
			.emit('conversation.missed', { entityId, eventTime: Date.now() })
			.then((all) => all.find(({ url }) => url.startsWith(address)));
		return { entityId, report };
	};

	test('publish, change, unpublish: one registration, which every processor knows, and no orphan', async () => {
		await cluster.balancer.setBalance('turn');
		const { workflows } = host.rest;
		const workflow = await createWorkflow(stage(), ['conversation.missed', 'operator.created']);
		const address = addressOf(workflow);
		const kinds = () =>
			registeredAt(stage())
				.map(({ type }) => type)
				.sort();
		const answers = async () => {
			const reports = [1, 2, 3, 4].map(() => miss(address).report);
			return (await Promise.all(reports)).map((report) => report?.attempts[0]?.status);
		};
		await workflows.activate(workflow.id);
		expect(kinds()).toEqual(['administration', 'data']);
		expect(await answers()).toEqual([200, 200, 200, 200]);

		const nodes = workflow.nodes.map((node) => ({
			...node,
			parameters: { ...node.parameters, events: ['conversation.missed'] },
		}));
		await workflows.update(workflow.id, { nodes });
		await workflows.activate(workflow.id);
		expect(kinds()).toEqual(['data']);
		expect(await answers()).toEqual([200, 200, 200, 200]);

		await workflows.deactivate(workflow.id);
		expect(kinds()).toEqual([]);
	});

	test('a key is rotated while calls arrive at all processors: nothing is lost, and all know the new one', async () => {
		await cluster.balancer.setBalance('turn');
		const { workflows, executions } = host.rest;
		const workflow = await createWorkflow(stage(), ['conversation.missed']);
		const address = addressOf(workflow);
		await workflows.activate(workflow.id);
		const told: ReturnType<typeof miss>[] = [];
		const calling = setInterval(() => told.push(miss(address)), 200);
		// SalesIQ calls again after a minute: here a second.
		const clock = salesIq.clock as ReturnType<typeof createManualClock>;
		const minutes = setInterval(() => {
			clock.advance(60_000);
		}, 1000);
		await sleep(2000);
		const asked = salesIq.requests.length;
		await salesIq.rotateKey(registeredAt(stage(), address)[0]?.id);
		await sleep(3000);
		const later = told.length;
		await sleep(2000);
		clearInterval(calling);
		const reports = await Promise.all(told.map(({ report }) => report));
		clearInterval(minutes);

		const statuses = reports.map((report) => report?.attempts.map(({ status }) => status));
		const lookUps = salesIq.requests.slice(asked).filter((one) => one.path.includes('/webhooks/'));
		expect(lookUps.length).toBeLessThanOrEqual(cluster.processors.length);
		expect(statuses.map((all) => all?.at(-1)).filter((status) => status !== 200)).toEqual([]);
		expect(statuses.flat()).toContain(503);
		// Three seconds after the rotation, no processor has to be told any more.
		expect(
			statuses
				.slice(later)
				.flat()
				.filter((status) => status !== 200),
		).toEqual([]);

		const all = await executions.waitFor(workflow.id, told.length);
		const heard = await Promise.all(all.map(({ id }) => executions.get(id)));
		const ids = heard
			.flatMap((one) => itemsOf(one, 'Hear'))
			.map(({ payload }) => (payload as { entity_id: string }).entity_id);
		expect(ids.sort()).toEqual(told.map(({ entityId }) => entityId));
		await workflows.deactivate(workflow.id);
	});
});

describe('one processor and one worker have an older version, without the trigger', () => {
	/** What is installed there is the pack of before the trigger was made. */
	const makeOlder = async (one: N8n, folder: string) => {
		const pack = '.n8n/nodes/node_modules/n8n-nodes-conversations/package.json';
		const file = path.join(host.folder, folder, pack);
		const manifest = JSON.parse(await readFile(file, 'utf8')) as { n8n: { nodes: string[] } };
		const nodes = manifest.n8n.nodes.filter((node) => !node.includes('IadvizeTrigger'));
		const older = { ...manifest, version: '0.0.9', n8n: { ...manifest.n8n, nodes } };
		await writeFile(file, JSON.stringify(older));
		await one.restart();
	};

	const SIGN = 'Unrecognized node type: n8n-nodes-conversations.iadvizeTrigger';

	test('it refuses calls and fails executions, and says why: nothing is lost in silence', async () => {
		const { balancer, processors, workers } = cluster;
		const line = await startLine(host, iadvize, vendor);
		const [, processor] = processors;
		const [, worker] = workers;
		if (!processor || !worker) throw new Error('There are not two of each');
		await makeOlder(processor, 'webhook-2');
		await makeOlder(worker, 'worker-2');
		await balancer.setBalance('turn');
		const reports = await Promise.all(Array.from({ length: 20 }, () => line.tell()));
		const { executions } = host.rest;
		const all = await executions.waitFor(line.workflow.id, 1, 60_000);

		// The vendor is told so, and calls again: at the other processor, it may be.
		const attempts = reports.flatMap((one) => one.attempts);
		const refused = attempts.filter(({ status }) => status !== 200);
		expect(refused.length).toBeGreaterThan(0);
		expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 400));
		expect(refused.filter(({ answer = '' }) => !answer.includes(SIGN))).toEqual([]);
		expect(await readFile(processor.logFile, 'utf8')).toContain(SIGN);

		// What is taken is either done or shows as failed.
		expect(all).toHaveLength(reports.filter(({ delivered }) => delivered).length);
		const failed = all.filter(({ status }) => status !== 'success');
		expect(host.backOffice.crm.leads).toHaveLength(all.length - failed.length);
		expect(failed.length).toBeGreaterThan(0);
		// Main may look for executions that no queue has just between a job's failing and its being noted.
		const noted = failed.filter(({ status }) => status !== 'crashed');
		expect(noted.length).toBeGreaterThan(0);
		for (const { id, status } of noted) {
			const { error } = (await executions.get(id)).result;
			expect({ status, message: error?.message }).toEqual({ status: 'error', message: SIGN });
		}
		await host.rest.workflows.deactivate(line.workflow.id);
	});
});
