import { z } from 'zod';
import type { DeliveryReport, Endpoint, Simulator } from '../simulators/simulator';
import { UNFINISHED } from './executions';
import type { Host } from './host';
import { receiversOf, type Target } from './receivers';
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

/** Nothing in n8n waits for the vendor. */
export class NobodyListens extends Error {}

const EXECUTION_TIMEOUT_MS = 20_000;

/** What n8n calls the vendor's trigger. */
export async function triggerNameOf({ rest }: Host, vendor: Vendor): Promise<string> {
	const type = (await rest.nodeTypes()).find(({ name }) => name === vendor.triggerType);
	return type?.displayName ?? vendor.simulator.vendor;
}

export const editorOf = ({ n8n }: Host, { id }: Workflow) => `${n8n.url}/workflow/${id}`;

/**
 * Has a vendor's simulator deliver to each workflow with its trigger that is published, or that
 * listens in the editor.
 *
 * @throws NobodyListens when there is none; with what to do in n8n
 */
export async function deliver(
	host: Host,
	vendorName: string,
	target: Target,
	act: Act,
): Promise<Delivery[]> {
	const vendor = host.vendors.find(({ simulator }) => simulator.vendor === vendorName);
	if (vendor === undefined) throw new Error(`There is no vendor called ${vendorName}`);
	const receivers = await receiversOf(host, vendor, target);
	if (receivers.length === 0) throw new NobodyListens(await whatToDo(host, vendor, target));
	return await Promise.all(
		receivers.map(async ({ workflow, endpoint }) => {
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

async function whatToDo(host: Host, vendor: Vendor, target: Target): Promise<string> {
	if (target === 'published') {
		return `No published workflow listens to ${vendor.simulator.vendor}: publish one in the editor at ${host.n8n.url}`;
	}
	const trigger = await triggerNameOf(host, vendor);
	return `The editor is not listening: open a workflow with the ${trigger} at ${host.n8n.url}, click "Execute step" on the trigger, and send again within two minutes`;
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
