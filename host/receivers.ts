import type { Endpoint } from '../simulators/simulator';
import type { Host } from './host';
import type { Vendor } from './vendors/vendor';
import { testUrlOf } from './webhooks';
import type { Workflow } from './workflows';

/** Whom an event is sent to: the published workflows, or the one that listens in n8n's editor. */
export const TARGETS = ['published', 'editor'] as const;

export type Target = (typeof TARGETS)[number];

/** A workflow, and where the vendor delivers to it. */
interface Receiver {
	readonly workflow: Workflow;
	readonly endpoint: Endpoint;
}

/** The published workflows with the vendor's trigger. */
export const listenersTo = ({ triggerType }: Vendor, workflows: readonly Workflow[]) =>
	workflows.filter(({ active, nodes }) => active && nodes.some(({ type }) => type === triggerType));

/** Those whom the vendor reaches at this moment. */
export async function receiversOf(
	host: Host,
	vendor: Vendor,
	target: Target,
): Promise<readonly Receiver[]> {
	const workflows = await host.rest.workflows.list();
	if (target === 'editor') return await listeningInEditor(host, vendor, workflows);
	return await Promise.all(
		listenersTo(vendor, workflows).map(async (workflow) => ({
			workflow,
			endpoint: await host.endpointOf(workflow, vendor),
		})),
	);
}

async function listeningInEditor(
	host: Host,
	vendor: Vendor,
	workflows: readonly Workflow[],
): Promise<readonly Receiver[]> {
	const triggers = workflows.flatMap((workflow) =>
		workflow.nodes
			.filter(({ type, webhookId }) => type === vendor.triggerType && webhookId !== undefined)
			.map(({ name }) => ({ workflow, name })),
	);
	const found = await Promise.all(
		triggers.map(async ({ workflow, name }) => {
			const endpoint = await host.endpointOf(workflow, vendor, name);
			const url = testUrlOf(endpoint.url);
			return (await isListening(host, url)) ? [{ workflow, endpoint: { ...endpoint, url } }] : [];
		}),
	);
	return found.flat();
}

/** n8n answers a preflight request at a test address as long as it listens there, and ends nothing. */
async function isListening({ n8n }: Host, testUrl: string): Promise<boolean> {
	const answer = await fetch(n8n.url + new URL(testUrl).pathname, {
		method: 'OPTIONS',
		headers: { origin: n8n.url, connection: 'close' },
	});
	await answer.arrayBuffer();
	return answer.ok;
}
