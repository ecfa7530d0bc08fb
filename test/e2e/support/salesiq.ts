import { randomUUID } from 'node:crypto';
import type { StoredCredential } from '../../../host/rest';
import type { Workflow } from '../../../host/workflows';
import { callsAt } from '../../../simulators/salesiq';
import type { SalesIqStage } from './stage';

const TRIGGER = 'n8n-nodes-conversations.zohoSalesIqTrigger';
const NODE = 'n8n-nodes-conversations.zohoSalesIq';

const portal = { __rl: true, mode: 'name', value: 'example-inc' };

export function credentialOf({ host }: SalesIqStage): StoredCredential {
	const found = host.credentials.find(({ type }) => type === 'zohoSalesIqOAuth2Api');
	if (!found) throw new Error('There is no SalesIQ credential');
	return found;
}

/** A workflow of a trigger called Hear, and perhaps an action called Act behind it. */
export async function createWorkflow(
	stage: SalesIqStage,
	events: string[],
	action?: Record<string, unknown>,
): Promise<Workflow> {
	const { id, name } = credentialOf(stage);
	const credentials = { zohoSalesIqOAuth2Api: { id, name } };
	const node = (nodeName: string, type: string, typeVersion: number, parameters: object) => ({
		id: randomUUID(),
		name: nodeName,
		type,
		typeVersion,
		position: [0, 0],
		credentials,
		...(type === TRIGGER && { webhookId: randomUUID() }),
		parameters: { portal, ...parameters },
	});
	return await stage.host.rest.workflows.create({
		name: `SalesIQ ${randomUUID()}`,
		nodes: [
			node('Hear', TRIGGER, 1.1, { events }),
			...(action ? [node('Act', NODE, 1, action)] : []),
		],
		connections: action ? { Hear: { main: [[{ node: 'Act', type: 'main', index: 0 }]] } } : {},
	});
}

/** The address that a workflow's trigger registers. */
export function addressOf({ nodes }: Workflow): string {
	const trigger = nodes.find(({ type }) => type === TRIGGER);
	return `https://n8n.example.com/webhook/${trigger?.webhookId ?? ''}/webhook`;
}

/** Webhooks that SalesIQ has, all or those of an address. */
export const registeredAt = ({ salesIq }: SalesIqStage, address?: string) =>
	salesIq.account.webhooks.filter((webhook) => address === undefined || callsAt(webhook, address));
