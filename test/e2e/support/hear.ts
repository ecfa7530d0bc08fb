import { randomUUID } from 'node:crypto';
import { itemsOf } from '../../../host/executions';
import type { Vendor } from '../../../host/vendors';
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
	const { rest, credentials } = stage.host;
	const [type] = (await rest.nodeTypes()).filter(({ name }) => name === vendor.triggerType);
	const wanted = (type?.credentials ?? []).map(({ name }) => name);
	const workflow = await rest.workflows.create({
		name: `Hear ${randomUUID()}`,
		nodes: [
			{
				...{ id: randomUUID(), webhookId: randomUUID(), name: 'Hear', position: [0, 0] },
				...{ type: vendor.triggerType, typeVersion: 1.1, parameters },
				credentials: Object.fromEntries(
					credentials
						.filter((one) => wanted.includes(one.type))
						.map(({ id, name, type: credential }) => [credential, { id, name }]),
				),
			},
		],
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
