import { randomUUID } from 'node:crypto';
import { itemsOf } from '../../../host/executions';
import type { Host } from '../../../host/host';
import type { Vendor } from '../../../host/vendors/vendor';
import type { Endpoint } from '../../../simulators/simulator';
import { countExecutions, type Stage } from './stage';

/** A workflow of one trigger of the vendor's, called Hear, and where the vendor delivers to it. */
export interface Listener {
	stage: Stage;
	endpoint: Endpoint;
	/** What the trigger gave in the newest execution. */
	heard: () => Promise<Record<string, unknown>[]>;
}

export async function listen(
	stage: Stage,
	vendor: Vendor,
	parameters: Record<string, unknown>,
): Promise<Listener> {
	const { rest } = stage.host;
	const workflow = await rest.workflows.create({
		name: `Hear ${randomUUID()}`,
		nodes: [await hearNode(stage.host, vendor, parameters)],
		connections: {},
	});
	await rest.workflows.activate(workflow.id);
	const own = { ...stage, workflow };
	return {
		stage: own,
		endpoint: await stage.host.endpointOf(workflow, vendor),
		async heard() {
			await countExecutions(own);
			const [newest] = await rest.executions.list({ workflowId: workflow.id }, 1);
			return newest ? itemsOf(await rest.executions.get(newest.id), 'Hear') : [];
		},
	};
}

/** The vendor's trigger, called Hear, with the credentials that it takes. */
export async function hearNode(
	{ rest, credentials }: Host,
	{ triggerType }: Vendor,
	parameters: Record<string, unknown>,
): Promise<Record<string, unknown>> {
	const type = (await rest.nodeTypes()).find(({ name }) => name === triggerType);
	const wanted = (type?.credentials ?? []).map(({ name }) => name);
	const chosen = credentials.filter((one) => wanted.includes(one.type));
	return {
		id: randomUUID(),
		webhookId: randomUUID(),
		name: 'Hear',
		position: [0, 0],
		type: triggerType,
		typeVersion: 1.1,
		parameters,
		credentials: Object.fromEntries(
			chosen.map(({ id, name, type: credential }) => [credential, { id, name }]),
		),
	};
}
