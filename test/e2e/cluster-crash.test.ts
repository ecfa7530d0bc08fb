import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Cluster } from '../../host/cluster/cluster';
import { startHost, type Host } from '../../host/host';
import { useTemplate } from '../../host/templates';
import { iadvizeVendor } from '../../host/vendors/iadvize';
import type { Vendor } from '../../host/vendors/vendor';
import { startIadvizeSimulator, type IadvizeSimulator } from '../../simulators/iadvize';
import { allReady } from './support/ready';
import { takeJob } from './support/redis';
import { startLine, type Line } from './support/stream';

jest.setTimeout(180_000);

const PER_SECOND = 5;

let host: Host;
let iadvize: IadvizeSimulator;
let vendor: Vendor;
let cluster: Cluster;
let tag: string;

beforeAll(async () => {
	iadvize = await startIadvizeSimulator({ allowHttp: true });
	vendor = iadvizeVendor(iadvize);
	const shape = { processors: 2, workers: 2 };
	host = await startHost({ folder: 'e2e-cluster-crash', vendors: [vendor], cluster: shape });
	if (!host.cluster) throw new Error('This is no cluster');
	({ cluster } = host);
	tag = await startTakingUp();
}, 240_000);

afterEach(() => {
	host.backOffice.reset();
});

afterAll(async () => {
	await host.stop();
}, 120_000);

/**
 * Publishes the template that clicks Retry of what n8n was killed at, with less time between its looks.
 *
 * @returns ID of the tag that it looks for
 */
async function startTakingUp(): Promise<string> {
	const { rest, credentials } = host;
	const often = { rule: { interval: [{ field: 'seconds', secondsInterval: 5 }] } };
	const made = z.object({ data: z.object({ id: z.string() }) });
	const { data } = await rest.call('POST', '/rest/tags', made, { name: 'conversations' });
	await useTemplate(rest, 'take-up-what-n8n-was-killed-at', credentials, [], (imported) => ({
		...imported,
		nodes: imported.nodes.map((node) =>
			node.type.endsWith('.scheduleTrigger') ? { ...node, parameters: often } : node,
		),
	}));
	return data.id;
}

/** What has become of a steady stream of events in the midst of which something dies. */
async function under(
	trouble: (line: Line) => Promise<void>,
	mend: (line: Line) => Promise<void> = () => Promise.resolve(),
) {
	const line = await startLine(host, iadvize, vendor, [tag]);
	const stream = line.stream(PER_SECOND);
	await sleep(2000);
	await trouble(line);
	await sleep(3000);
	await stream.end();
	await allReady([cluster.main, ...cluster.processors, ...cluster.workers]);
	await mend(line);
	const outcome = await line.outcome();
	await host.rest.workflows.deactivate(line.workflow.id);
	const { events, failedCalls, crashed, failed, lost, stopped, twice, executions } = outcome;
	expect(outcome).toMatchObject({ undelivered: 0 });
	expect(lost).toBeLessThanOrEqual(failed);
	// A call may have been stored before it failed; a job may have been done before it was cut off.
	expect(twice).toBeLessThanOrEqual(failedCalls + crashed);
	// Each that crashed or was stopped has been retried once.
	expect(executions).toBeLessThanOrEqual(events + failedCalls + crashed + stopped);
	return outcome;
}

const unnoticed = { failedCalls: 0, crashed: 0, failed: 0, twice: 0 };

test('main is killed: calls are taken and executed without it', async () => {
	expect(await under(() => cluster.main.kill())).toMatchObject(unnoticed);
});

test('a webhook processor is killed: the calls it was at come again, at the other one', async () => {
	const { balancer, processors } = cluster;
	const { failedCalls, failed } = await under(async (line) => {
		const before = await balancer.calls();
		await line.tell();
		const after = await balancer.calls();
		const busy = processors.find(({ url }) => after.get(url) !== before.get(url));
		for (let i = 0; i < 20; i++) void line.tell();
		await sleep(150);
		await busy?.kill();
	});
	expect(failedCalls).toBeGreaterThan(0);
	expect(failed).toBe(0);
});

/**
 * What a worker has taken from the queue but not begun when it is killed stays Queued: nobody looks
 * after it but a person, who clicks Stop and Retry.
 */
async function stopAndRetry({ workflow }: Line): Promise<void> {
	const { executions } = host.rest;
	await sleep(10_000);
	for (const { id } of await executions.list({ workflowId: workflow.id, status: ['new'] })) {
		await executions.stop(id);
		await executions.retry(id);
	}
}

test('a worker is killed at work: what it was at shows as Crashed, and is taken up', async () => {
	const { failedCalls, crashed } = await under(async (line) => {
		host.backOffice.crm.faults.add({ path: '/leads', times: 10, delayMs: 3000 });
		await Promise.all(Array.from({ length: 40 }, () => line.tell()));
		await cluster.workers[0]?.kill();
	}, stopAndRetry);
	expect(failedCalls).toBe(0);
	expect(crashed).toBeGreaterThan(0);
});

test('what a worker had taken but not begun when it was killed is not lost: where it stays Queued, Stop and Retry finish it', async () => {
	const line = await startLine(host, iadvize, vendor, [tag]);
	await Promise.all(cluster.workers.map((worker) => worker.stop()));
	await line.tell();
	await takeJob(host);
	await Promise.all(cluster.workers.map((worker) => worker.restart()));
	await stopAndRetry(line);
	const outcome = await line.outcome();
	expect(outcome).toMatchObject({ events: 1, lost: 0, twice: 0 });
	expect(outcome.executions).toBe(1 + outcome.stopped);
	await host.rest.workflows.deactivate(line.workflow.id);
});

test('Redis is started again: nothing is noticed', async () => {
	expect(await under(() => cluster.redis.restart())).toMatchObject(unnoticed);
});

/**
 * What a worker takes from the queue just before it is connected again, n8n gives up: "Driver not
 * Connected". Its execution shows as Error, without its data.
 */
test('PostgreSQL is gone for ten seconds: calls fail, and are taken when they come again; none is lost but what shows as Error', async () => {
	const { failedCalls } = await under(async () => {
		await cluster.postgres.stop();
		await sleep(10_000);
		await cluster.postgres.restart();
	});
	expect(failedCalls).toBeGreaterThan(0);
});
