import { readFile } from 'node:fs/promises';
import { startHost, type Host } from '../../../host/host';
import { agreed } from '../../../host/templates';
import { iadvizeVendor } from '../../../host/vendors/iadvize';
import { salesIqVendor } from '../../../host/vendors/salesiq';
import type { Vendor } from '../../../host/vendors/vendor';
import type { Workflow } from '../../../host/workflows';
import {
	createFastClock,
	startIadvizeSimulator,
	type IadvizeSimulator,
} from '../../../simulators/iadvize';
import {
	createManualClock,
	startSalesIqSimulator,
	type FastClock,
	type SalesIqSimulator,
} from '../../../simulators/salesiq';
import type { Endpoint } from '../../../simulators/simulator';
import { waiting } from './waits';

/** A real n8n with the packed pack, and a template at work. */
export interface Stage {
	host: Host;
	workflow: Workflow;
	/** All that n8n has logged. */
	log(): Promise<string>;
	stop(): Promise<void>;
}

export interface IadvizeStage extends Stage {
	iadvize: IadvizeSimulator;
	vendor: Vendor;
	endpoint: Endpoint;
}

export interface SalesIqStage extends Stage {
	salesIq: SalesIqSimulator;
	/** Stands still until a test moves it, so that retries come when the test says. */
	clock: FastClock;
}

/** @param folder name of the host's folder; each test file has its own */
export async function startStage(
	folder: string,
	template: string,
	vendor: Vendor,
	env: Record<string, string> = {},
): Promise<Stage> {
	const host = await startHost({
		folder,
		vendors: [vendor],
		env,
		templates: [template],
		// What waits to be tried again waits longer than the test lasts.
		change: (imported) => waiting([600])(agreed(imported)),
	});
	const [workflow] = host.templates;
	if (!workflow) throw new Error(`There is no workflow of ${template}`);
	return {
		host,
		workflow,
		log: () => readFile(host.n8n.logFile, 'utf8'),
		stop: () => host.stop(),
	};
}

/** @param folder name of the host's folder; each test file has its own */
export async function startIadvizeStage(
	folder: string,
	template: string,
	env: Record<string, string> = {},
): Promise<IadvizeStage> {
	// Ten seconds between retries pass at once; a time-out of the vendor's is real.
	const iadvize = await startIadvizeSimulator({ clock: createFastClock(Date.now()) });
	const vendor = iadvizeVendor(iadvize);
	const stage = await startStage(folder, template, vendor, env);
	const endpoint = await stage.host.endpointOf(stage.workflow, vendor);
	return { ...stage, iadvize, vendor, endpoint };
}

export async function startSalesIqStage(
	folder: string,
	template: string,
	env: Record<string, string> = {},
): Promise<SalesIqStage> {
	const clock = createManualClock(Date.now());
	const salesIq = await startSalesIqSimulator({ clock });
	const stage = await startStage(folder, template, salesIqVendor(salesIq), env);
	return { ...stage, salesIq, clock };
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
