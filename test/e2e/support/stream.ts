import { randomUUID } from 'node:crypto';
import type { Host } from '../../../host/host';
import type { Vendor } from '../../../host/vendors/vendor';
import { waitFor } from '../../../host/wait';
import type { Workflow } from '../../../host/workflows';
import type { IadvizeSimulator } from '../../../simulators/iadvize';
import type { DeliveryReport } from '../../../simulators/simulator';
import { hearNode } from './hear';

/** A workflow that posts each event of iAdvize to the CRM: a job whose outcomes are counted at once. */
export interface Line {
	readonly workflow: Workflow;
	/** Reports a new event, with iAdvize's retries after 10 and 30 seconds. */
	tell(): Promise<DeliveryReport>;
	/** Reports so many events a second, evenly, whatever becomes of those before, until it is ended. */
	stream(perSecond: number): { end(): Promise<void> };
	/** What has become of all that was reported, once the CRM has each and n8n has nothing left to do. */
	outcome(): Promise<Outcome>;
}

interface Outcome {
	readonly events: number;
	/** Events that were never answered 2xx. */
	readonly undelivered: number;
	/** Calls that were not answered 2xx: their events may have been stored all the same. */
	readonly failedCalls: number;
	/** Events that the CRM has not. */
	readonly lost: number;
	/** How many more the CRM has than one of each. */
	readonly twice: number;
	readonly executions: number;
	readonly crashed: number;
	/** Executions that n8n gave up, and forgot what they were about. */
	readonly failed: number;
	/** Executions that were stopped, to be retried. */
	readonly stopped: number;
}

const SETTLED_MS = 120_000;

/**
 * @param iadvize with real time, as n8n's processes take theirs to start again; calls http addresses
 * @param tags IDs
 */
export async function startLine(
	host: Host,
	iadvize: IadvizeSimulator,
	vendor: Vendor,
	tags: readonly string[] = [],
): Promise<Line> {
	const { rest, backOffice } = host;
	const workflow = await rest.workflows.create({
		name: `Hear and tell ${randomUUID()}`,
		tags,
		nodes: [await hearNode(host, vendor, { events: ['*'] }), tellCrm()],
		connections: { Hear: { main: [[{ node: 'Tell', type: 'main', index: 0 }]] } },
	});
	await rest.workflows.activate(workflow.id);
	const { url, secret } = await host.endpointOf(workflow, vendor);
	// Straight to the balancer: thousands of calls through the host's proxy meet limits of that proxy.
	const endpoint = { url: host.n8n.url + new URL(url).pathname, secret };
	const events: string[] = [];
	const reports: Promise<DeliveryReport>[] = [];
	const tell = () => {
		const eventId = randomUUID();
		const report = iadvize.deliver({ endpoint, body: JSON.stringify(eventOf(eventId)) });
		events.push(eventId);
		reports.push(report);
		return report;
	};
	return {
		workflow,
		tell,
		stream(perSecond) {
			const timer = setInterval(() => void tell(), 1000 / perSecond);
			return {
				async end() {
					clearInterval(timer);
					await Promise.all(reports);
				},
			};
		},
		async outcome() {
			const all = await Promise.all(reports);
			const told = () => backOffice.crm.leads.map((lead) => (lead as { id: string }).id);
			const lost = () => {
				const known = new Set(told());
				return events.filter((id) => !known.has(id));
			};
			const count = (status?: string) =>
				rest.executions.count({ workflowId: workflow.id, ...(status && { status: [status] }) });
			await waitFor('the CRM to have all that n8n has not given up', SETTLED_MS, async () =>
				lost().length <= (await count('error')) ? true : undefined,
			).catch(() => undefined);
			await rest.executions.waitFor(workflow.id, 0, SETTLED_MS);
			const own = told().filter((id) => events.includes(id));
			return {
				events: events.length,
				undelivered: all.filter(({ delivered }) => !delivered).length,
				failedCalls: all.flatMap(({ attempts }) => attempts).filter(({ status }) => status !== 200)
					.length,
				lost: lost().length,
				twice: own.length - new Set(own).size,
				executions: await count(),
				crashed: await count('crashed'),
				failed: await count('error'),
				stopped: await count('canceled'),
			};
		},
	};
}

const eventOf = (eventId: string) => ({
	eventId,
	eventType: 'v2.conversation.closed',
	createdAt: new Date().toISOString(),
});

const tellCrm = () => ({
	id: randomUUID(),
	name: 'Tell',
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	position: [200, 0],
	parameters: {
		method: 'POST',
		url: 'https://crm.example.com/leads',
		sendBody: true,
		specifyBody: 'json',
		jsonBody: '={{ { id: $json.deliveryId } }}',
		options: {},
	},
});
