import { z } from 'zod';
import { UNFINISHED } from './executions';
import type { Host } from './host';
import { waitFor } from './wait';
import type { Workflow } from './workflows';

/** One workflow's part of a delivery, as `npm run send` prints it. */
export const delivery = z.object({
	workflow: z.string(),
	url: z.string(),
	attempts: z.array(
		z.object({
			status: z.number().optional(),
			answer: z.string().optional(),
			fault: z.string().optional(),
		}),
	),
	delivered: z.boolean(),
	execution: z.object({ status: z.string(), url: z.string() }).optional(),
});

export type Delivery = z.output<typeof delivery>;

const EXECUTION_TIMEOUT_MS = 20_000;

/**
 * Has a vendor's simulator deliver an example event to every active workflow with its trigger.
 *
 * @throws when no active workflow listens to the vendor
 */
export async function deliver(host: Host, vendorName: string, event: string): Promise<Delivery[]> {
	const vendor = host.vendors.find(({ simulator }) => simulator.vendor === vendorName);
	if (vendor === undefined) throw new Error(`There is no vendor called ${vendorName}`);
	const listening = (await host.rest.workflows.list()).filter(
		({ active, nodes }) => active && nodes.some(({ type }) => type === vendor.triggerType),
	);
	if (listening.length === 0) {
		throw new Error(
			`No active workflow listens to ${vendorName}: publish one in the editor at ${host.n8n.url}`,
		);
	}
	const made: Delivery[] = [];
	for (const workflow of listening) {
		const endpoint = await host.endpointOf(workflow, vendor);
		const before = await newest(host, workflow);
		const { attempts, delivered } = await vendor.simulator.send(event, endpoint);
		const execution = await executionAfter(host, workflow, before);
		made.push({
			workflow: workflow.name,
			url: endpoint.url,
			attempts: attempts.map(({ status, answer, fault }) => ({ status, answer, fault })),
			delivered,
			execution,
		});
	}
	return made;
}

const newest = async ({ rest }: Host, { id }: Workflow) =>
	(await rest.executions.list({ workflowId: id }, 1))[0];

/** n8n answers a trigger's call after the execution is on record, so none yet means none at all. */
async function executionAfter(
	host: Host,
	workflow: Workflow,
	before: { readonly id: string } | undefined,
) {
	const started = await newest(host, workflow);
	if (started === undefined || started.id === before?.id) return undefined;
	const url = `${host.n8n.url}/workflow/${workflow.id}/executions/${started.id}`;
	try {
		const { status } = await waitFor('the execution', EXECUTION_TIMEOUT_MS, async () => {
			const all = await host.rest.executions.list({ workflowId: workflow.id });
			const now = all.find(({ id }) => id === started.id);
			return now && UNFINISHED.includes(now.status) ? undefined : now;
		});
		return { status, url };
	} catch {
		return { status: 'still running', url };
	}
}
