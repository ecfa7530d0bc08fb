import type { Rest } from './rest';
import type { Workflow } from './workflows';

export const PUBLIC_HOST = 'n8n.example.com';
export const PUBLIC_URL = `https://${PUBLIC_HOST}/`;

/**
 * The public production address of a trigger: what a user copies from its panel.
 *
 * @param nodeName the trigger, where the workflow has several of this type
 * @throws when the workflow has no such trigger
 */
export async function productionUrl(
	{ nodeTypes }: Rest,
	workflow: Workflow,
	triggerType: string,
	nodeName?: string,
): Promise<string> {
	const trigger = workflow.nodes.find(
		({ type, name }) => type === triggerType && (nodeName === undefined || name === nodeName),
	);
	const type = (await nodeTypes()).find(({ name }) => name === triggerType);
	const entries = type?.webhooks?.filter(({ name }) => name === 'default') ?? [];
	// A trigger that answers in several ways has an address for each.
	const chosen = entries.find(({ responseMode }) => responseMode === trigger?.parameters.reply);
	const entry = chosen ?? entries[0];
	if (trigger?.webhookId === undefined || entry === undefined) {
		throw new Error(`Workflow "${workflow.name}" has no trigger of type ${triggerType}`);
	}
	return `${PUBLIC_URL}webhook/${trigger.webhookId}/${entry.path}`;
}

/** Where the same trigger is called while n8n's editor listens for it, after a click on *Execute step*. */
export const testUrlOf = (url: string): string => url.replace('/webhook/', '/webhook-test/');

/** Address of the dashboard of ratings on this n8n; undefined while no workflow draws it. */
export function dashboardUrl(n8nUrl: string, workflows: readonly Workflow[]): string | undefined {
	const page = workflows
		.filter(({ active }) => active)
		.flatMap(({ nodes }) => nodes)
		.find(({ name, type }) => name === 'Dashboard' && type === 'n8n-nodes-base.webhook');
	if (page?.webhookId === undefined) return undefined;
	return new URL(`/webhook/${page.webhookId}`, n8nUrl).href;
}
