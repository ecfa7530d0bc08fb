import { z } from 'zod';
import { startHost, type Host } from '../../../host/host';
import { useTemplate, type Template } from '../../../host/templates';
import type { Workflow } from '../../../host/workflows';
import { startFeed, type Happening } from './feed';
import { swapTo, type Moment, type VendorName } from './swap';

/** A template with a vendor's trigger in it, at work. */
export interface Job {
	readonly workflow: Workflow;
	/** Lets something happen, and waits until n8n has worked it off. */
	tell(...what: Happening[]): Promise<void>;
	/** Runs what failed again, as it happens every 15 minutes. */
	tryAgain(): Promise<void>;
	/** Message of the newest execution's error. */
	lastError(): Promise<string | undefined>;
}

export interface JobStage {
	readonly host: Host;
	/** @param settings what the user writes into the node Settings */
	use(
		template: string,
		vendor: VendorName,
		moment: Moment,
		settings?: Readonly<Record<string, string>>,
	): Promise<Job>;
	/** Lets the vendor's API answer the next call that late. */
	slow(vendor: VendorName, delayMs: number): void;
	stop(): Promise<void>;
}

/** A real n8n with several vendors, for the same template with one vendor after the other. */
async function startJobStage(folder: string, vendors: readonly VendorName[]): Promise<JobStage> {
	const feeds = new Map(
		await Promise.all(vendors.map(async (name) => [name, await startFeed(name)] as const)),
	);
	const known = [...feeds.values()].map(({ vendor }) => vendor);
	const host = await startHost({ folder, vendors: known });
	return {
		host,
		slow: (vendor, delayMs) => feeds.get(vendor)?.slow?.(delayMs),
		stop: () => host.stop(),
		async use(template, vendor, moment, settings = {}) {
			const feed = feeds.get(vendor);
			if (!feed) throw new Error(`This stage has no ${vendor}`);
			const { rest, credentials } = host;
			const workflow = await useTemplate(rest, template, credentials, known, (imported) =>
				withSettings(swapTo(vendor, moment)(imported), settings),
			);
			const endpoint = await host.endpointOf(workflow, feed.vendor);
			const idle = () => rest.executions.waitFor(workflow.id, 0, 30_000);
			return {
				workflow,
				async tell(...what) {
					const reports = await Promise.all(what.map((one) => feed.tell(moment, one, endpoint)));
					for (const { attempts } of reports) {
						const status = attempts.at(-1)?.status;
						if (status !== 200)
							throw new Error(`n8n answered ${vendor} with ${status ?? 'nothing'}`);
					}
					await idle();
				},
				async tryAgain() {
					const before = await rest.executions.count({ workflowId: workflow.id });
					await rest.workflows.run(workflow.id, 'Every 15 Minutes');
					await rest.executions.waitFor(workflow.id, before + 1, 30_000);
				},
				async lastError() {
					const [newest] = await rest.executions.list({ workflowId: workflow.id }, 1);
					return newest && (await rest.executions.get(newest.id)).result.error?.message;
				},
			};
		},
	};
}

/** A stage for a whole test file; after each test everything far away is well again. */
export function jobStage(folder: string, vendors: readonly VendorName[]): () => JobStage {
	let stage: JobStage;
	beforeAll(async () => {
		stage = await startJobStage(folder, vendors);
	}, 180_000);
	afterEach(() => {
		const { inbox, backOffice } = stage.host;
		inbox.refuseWith = undefined;
		inbox.clear();
		backOffice.reset();
	});
	afterAll(async () => {
		await stage.stop();
	}, 30_000);
	return () => stage;
}

function withSettings(template: Template, settings: Readonly<Record<string, string>>): Template {
	if (Object.keys(settings).length === 0) return template;
	const nodes = template.nodes.map((node) => {
		if (node.name !== 'Settings') return node;
		const { assignments } = assigned.parse(node.parameters.assignments);
		const changed = assignments.map((one) => ({ ...one, value: settings[one.id] ?? one.value }));
		return { ...node, parameters: { ...node.parameters, assignments: { assignments: changed } } };
	});
	return { ...template, name: `${template.name}, ${JSON.stringify(settings)}`, nodes };
}

const assigned = z.object({
	assignments: z.array(z.object({ id: z.string(), value: z.unknown() }).passthrough()),
});
