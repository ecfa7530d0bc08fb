import { readFile } from 'node:fs/promises';
import { startHost, type Host } from '../../../host/host';
import { iadvizeVendor, type Vendor } from '../../../host/vendors';
import type { Workflow } from '../../../host/workflows';
import {
	createFastClock,
	startIadvizeSimulator,
	type IadvizeSimulator,
} from '../../../simulators/iadvize';
import type { Endpoint } from '../../../simulators/simulator';

/** A real n8n with the packed pack, iAdvize in a box, and a template at work. */
export interface Stage {
	host: Host;
	iadvize: IadvizeSimulator;
	vendor: Vendor;
	workflow: Workflow;
	endpoint: Endpoint;
	/** All that n8n has logged. */
	log(): Promise<string>;
	stop(): Promise<void>;
}

/** @param folder name of the host's folder; each test file has its own */
export async function startStage(
	folder: string,
	template: string,
	env: Record<string, string> = {},
): Promise<Stage> {
	// Ten seconds between retries pass at once; a time-out of the vendor's is real.
	const iadvize = await startIadvizeSimulator({ clock: createFastClock(Date.now()) });
	const vendor = iadvizeVendor(iadvize);
	const host = await startHost({ folder, vendors: [vendor], templates: [template], env });
	const [workflow] = host.templates;
	if (!workflow) throw new Error(`The template ${template} did not become a workflow`);
	const endpoint = await host.endpointOf(workflow, vendor);
	return {
		host,
		iadvize,
		vendor,
		workflow,
		endpoint,
		log: () => readFile(host.n8n.logFile, 'utf8'),
		stop: () => host.stop(),
	};
}

/** n8n has nothing left to do when no execution is new or running. */
export async function countExecutions({ host, workflow }: Stage): Promise<number> {
	await host.rest.executions.waitFor(workflow.id, 0);
	return await host.rest.executions.count({ workflowId: workflow.id });
}

/** Runs `deliver`, waits until n8n has worked off what it started, and tells what that was. */
export async function outcomeOf<Report>(stage: Stage, deliver: () => Promise<Report>) {
	const { host, workflow } = stage;
	const before = await countExecutions(stage);
	const mailsBefore = host.inbox.mails.length;
	const report = await deliver();
	const after = await countExecutions(stage);
	const [newest] = await host.rest.executions.list({ workflowId: workflow.id }, 1);
	const execution =
		after > before && newest ? await host.rest.executions.get(newest.id) : undefined;
	return {
		report,
		executions: after - before,
		execution,
		mails: host.inbox.mails.slice(mailsBefore),
	};
}
