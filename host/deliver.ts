import { z } from 'zod';
import type { DeliveryReport, Endpoint, Simulator } from '../simulators/simulator';
import { UNFINISHED } from './executions';
import type { Host } from './host';
import type { Vendor } from './vendors/vendor';
import { waitFor } from './wait';
import type { Workflow } from './workflows';

/** One workflow's part of a delivery, as `npm run send` prints it and the showroom shows it. */
export const delivery = z.object({
	workflow: z.string(),
	/** The workflow in n8n's editor. */
	editor: z.string(),
	url: z.string(),
	attempts: z.array(
		z.object({
			method: z.string(),
			/** As called: some vendors add a token. */
			url: z.string(),
			headers: z.record(z.string()),
			body: z.string(),
			status: z.number().optional(),
			answer: z.string().optional(),
			fault: z.string().optional(),
			tookMs: z.number(),
		}),
	),
	delivered: z.boolean(),
	execution: z
		.object({ status: z.string(), url: z.string(), error: z.string().optional() })
		.optional(),
});

export type Delivery = z.output<typeof delivery>;

/** What a simulator is to do at the address of one workflow. */
type Act = (simulator: Simulator, endpoint: Endpoint) => Promise<DeliveryReport>;

/** No published workflow has the vendor's trigger. */
export class NobodyListens extends Error {}

const EXECUTION_TIMEOUT_MS = 20_000;

/** The published workflows with that trigger. */
export const listenersTo = ({ triggerType }: Vendor, workflows: readonly Workflow[]) =>
	workflows.filter(({ active, nodes }) => active && nodes.some(({ type }) => type === triggerType));

export const editorOf = ({ n8n }: Host, { id }: Workflow) => `${n8n.url}/workflow/${id}`;

/**
 * Has a vendor's simulator deliver to every active workflow with its trigger.
 *
 * @throws NobodyListens when no active workflow listens to the vendor
 */
export async function deliver(host: Host, vendorName: string, act: Act): Promise<Delivery[]> {
	const vendor = host.vendors.find(({ simulator }) => simulator.vendor === vendorName);
	if (vendor === undefined) throw new Error(`There is no vendor called ${vendorName}`);
	const listening = listenersTo(vendor, await host.rest.workflows.list());
	if (listening.length === 0) {
		throw new NobodyListens(
			`No active workflow listens to ${vendorName}: publish one in the editor at ${host.n8n.url}`,
		);
	}
	return await Promise.all(
		listening.map(async (workflow) => {
			const endpoint = await host.endpointOf(workflow, vendor);
			const before = await newest(host, workflow);
			const { attempts, delivered } = await act(vendor.simulator, endpoint);
			const execution = await executionAfter(host, workflow, before);
			return {
				workflow: workflow.name,
				editor: editorOf(host, workflow),
				url: endpoint.url,
				attempts: [...attempts],
				delivered,
				execution,
			};
		}),
	);
}

const newest = async ({ rest }: Host, { id }: Workflow) =>
	(await rest.executions.list({ workflowId: id }, 1))[0];

/** n8n answers a trigger's call after the execution is on record, so none yet means none at all. */
async function executionAfter(
	host: Host,
	workflow: Workflow,
	before: { readonly id: string } | undefined,
): Promise<Delivery['execution']> {
	const started = await newest(host, workflow);
	if (started === undefined || started.id === before?.id) return undefined;
	const url = `${editorOf(host, workflow)}/executions/${started.id}`;
	try {
		const { status } = await waitFor('the execution', EXECUTION_TIMEOUT_MS, async () => {
			const all = await host.rest.executions.list({ workflowId: workflow.id });
			// What is gone went well: some workflows keep nothing else than failures.
			const now = all.find(({ id }) => id === started.id) ?? { status: 'success' };
			return UNFINISHED.includes(now.status) ? undefined : now;
		});
		if (status !== 'error') return { status, url };
		const { result } = await host.rest.executions.get(started.id);
		return { status, url, error: result.error?.message };
	} catch {
		return { status: 'still running', url };
	}
}
