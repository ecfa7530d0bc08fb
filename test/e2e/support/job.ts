import { startHost, type Host, type HostOptions } from '../../../host/host';
import type { Moment } from '../../../host/jobs';
import { swapTo } from '../../../host/swap';
import { agreed, useTemplate, type Template } from '../../../host/templates';
import type { Workflow } from '../../../host/workflows';
import type { VendorName } from '../../../scripts/vendors';
import type { DeliveryReport } from '../../../simulators/simulator';
import { startFeed, type Happening } from './feed';
import { waiting } from './waits';

/** A template with a vendor's trigger in it, at work. */
export interface Job {
	readonly workflow: Workflow;
	/** Lets something happen, and waits until n8n has worked it off. */
	tell(...what: Happening[]): Promise<void>;
	/** Lets something happen, and waits for n8n's answer only. */
	announce(...what: Happening[]): Promise<void>;
	/** Resolves once n8n has worked off what it was told. */
	idle(): Promise<void>;
	/** The click on *Retry* of the newest execution, once there are more tries, and what comes of it. */
	retry(): Promise<void>;
	/** Status of the newest execution. */
	lastStatus(): Promise<string | undefined>;
	/** Message of the newest execution's error. */
	lastError(): Promise<string | undefined>;
}

interface JobStage {
	readonly host: Host;
	/** @param how what the user does to it; waits between tries are short unless said otherwise */
	use(template: string, vendor: VendorName, moment: Moment, how?: Usage): Promise<Job>;
	/** Lets the vendor's API answer the next call that late. */
	slow(vendor: VendorName, delayMs: number): void;
	/** Lets the vendor's API refuse the next calls. */
	fail(vendor: VendorName, times: number): void;
	stop(): Promise<void>;
}

interface Usage {
	/** Name of the copy, where one is not enough. */
	readonly copy?: string;
	/** Minutes from try to try. */
	readonly waits?: readonly number[];
	readonly change?: (imported: Template) => Template;
}

/** How n8n is started, where that is not as one process with the usual settings. */
type HostShape = Pick<HostOptions, 'cluster' | 'env'>;

const SHORT_WAITS = Array.from({ length: 5 }, () => 0.01);

/** A real n8n with several vendors, for the same template with one vendor after the other. */
async function startJobStage(
	folder: string,
	vendors: readonly VendorName[],
	shape: HostShape = {},
): Promise<JobStage> {
	const feeds = new Map(
		await Promise.all(vendors.map(async (name) => [name, await startFeed(name)] as const)),
	);
	const known = [...feeds.values()].map(({ vendor }) => vendor);
	const host = await startHost({ folder, vendors: known, ...shape });
	return {
		host,
		slow: (vendor, delayMs) => feeds.get(vendor)?.slow?.(delayMs),
		fail: (vendor, times) => feeds.get(vendor)?.fail?.(times),
		stop: () => host.stop(),
		async use(template, vendor, moment, { copy, waits = SHORT_WAITS, change = agreed } = {}) {
			const feed = feeds.get(vendor);
			if (!feed) throw new Error(`This stage has no ${vendor}`);
			const { rest, credentials } = host;
			const memory =
				vendor === 'swiftsell'
					? await useTemplate(rest, 'remember-swiftsell-visitors', credentials, known)
					: undefined;
			const workflow = await useTemplate(rest, template, credentials, known, (imported) => {
				const changed = waiting(waits)(swapTo(vendor, moment, memory?.id)(change(imported)));
				return copy === undefined ? changed : { ...changed, name: `${changed.name}, ${copy}` };
			});
			const endpoint = await host.endpointOf(workflow, feed.vendor);
			const idle = async () => {
				await rest.executions.waitFor(workflow.id, 0, 90_000);
			};
			const accepted = async (reports: readonly Promise<DeliveryReport>[]) => {
				for (const { attempts } of await Promise.all(reports)) {
					const status = attempts.at(-1)?.status;
					if (status !== 200) throw new Error(`n8n answered ${vendor} with ${status ?? 'nothing'}`);
				}
			};
			const announce = async (...what: Happening[]) => {
				const { introduce } = feed;
				if (introduce) {
					await accepted(what.map((one) => introduce(one, endpoint)));
					await idle();
				}
				await accepted(what.map((one) => feed.tell(moment, one, endpoint)));
			};
			const newest = async () => {
				const [found] = await rest.executions.list({ workflowId: workflow.id }, 1);
				return found;
			};
			const oneMore = async (start: () => Promise<unknown>) => {
				const before = await rest.executions.count({ workflowId: workflow.id });
				await start();
				await rest.executions.waitFor(workflow.id, before + 1, 30_000);
			};
			return {
				workflow,
				announce,
				idle,
				async tell(...what) {
					await announce(...what);
					await idle();
				},
				async retry() {
					const last = await newest();
					if (!last) throw new Error(`There is no execution of ${workflow.name}`);
					const saved = await rest.workflows.get(workflow.id);
					const { nodes } = waiting([...waits, 0])(saved);
					await rest.workflows.update(workflow.id, { nodes });
					await oneMore(() => rest.executions.retry(last.id));
				},
				lastStatus: async () => (await newest())?.status,
				async lastError() {
					const last = await newest();
					return last && (await rest.executions.get(last.id)).result.error?.message;
				},
			};
		},
	};
}

/** A stage for a whole test file; after each test everything far away is well again. */
export function jobStage(
	folder: string,
	vendors: readonly VendorName[],
	shape: HostShape = {},
): () => JobStage {
	let stage: JobStage;
	beforeAll(async () => {
		stage = await startJobStage(folder, vendors, shape);
	}, 240_000);
	afterEach(() => {
		const { inbox, backOffice } = stage.host;
		inbox.refuseWith = undefined;
		inbox.clear();
		backOffice.reset();
	});
	afterAll(async () => {
		await stage.stop();
	}, 120_000);
	return () => stage;
}
