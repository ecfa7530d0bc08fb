import { parse } from 'flatted';
import { z } from 'zod';
import type { RestClient } from './restClient';
import { waitFor } from './wait';

const summary = z
	.object({
		id: z.coerce.string(),
		workflowId: z.string(),
		/** success, error, crashed, canceled, running, waiting, new */
		status: z.string(),
		mode: z.string(),
		startedAt: z.string().nullish(),
		stoppedAt: z.string().nullish(),
	})
	.passthrough();

const fault = z.object({ message: z.string(), description: z.string().nullish() }).passthrough();

const run = z.object({
	executionStatus: z.string().optional(),
	error: fault.optional(),
	data: z
		.object({ main: z.array(z.array(z.object({ json: z.record(z.unknown()) })).nullable()) })
		.partial()
		.optional(),
});

const result = z.object({
	lastNodeExecuted: z.string().optional(),
	error: fault.optional(),
	runData: z.record(z.array(run)).default({}),
});

const list = z.object({ data: z.object({ count: z.number(), results: z.array(summary) }) });
const whole = z.object({ data: summary.extend({ data: z.string() }) });

export type ExecutionSummary = z.output<typeof summary>;
export type Execution = ExecutionSummary & { readonly result: z.output<typeof result> };

export const UNFINISHED = ['new', 'running'];

export interface ExecutionFilter {
	readonly workflowId?: string;
	readonly status?: readonly string[];
}

export type Executions = ReturnType<typeof executions>;

/** The executions that an n8n keeps. */
export function executions({ call }: RestClient) {
	const fetchList = async (filter: ExecutionFilter, limit: number) => {
		const query = new URLSearchParams({ filter: JSON.stringify(filter), limit: String(limit) });
		return (await call('GET', `/rest/executions?${query.toString()}`, list)).data;
	};
	const newest = async (filter: ExecutionFilter = {}, limit = 100): Promise<ExecutionSummary[]> =>
		(await fetchList(filter, limit)).results;

	return {
		/** The newest first; `limit` is at most 100. */
		list: newest,

		async count(filter: ExecutionFilter = {}): Promise<number> {
			return (await fetchList(filter, 1)).count;
		},

		/** One execution with what each node gave. */
		async get(id: string): Promise<Execution> {
			const { data } = await call('GET', `/rest/executions/${id}`, whole);
			const content = z.object({ resultData: result }).parse(parse(data.data));
			return { ...data, result: content.resultData };
		},

		/** The click on *Retry with currently saved workflow*: a new execution goes on where one ended. */
		async retry(id: string): Promise<void> {
			await call('POST', `/rest/executions/${id}/retry`, z.unknown(), { loadWorkflow: true });
		},

		/** The click on *Stop*. */
		async stop(id: string): Promise<void> {
			await call('POST', `/rest/executions/${id}/stop`, z.unknown());
		},

		/**
		 * Resolves, newest first, once a workflow has `count` executions or more, all of them ended.
		 *
		 * @param timeoutMs milliseconds
		 */
		waitFor(workflowId: string, count: number, timeoutMs = 15_000): Promise<ExecutionSummary[]> {
			return waitFor(`${count} executions of workflow ${workflowId}`, timeoutMs, async () => {
				const found = await newest({ workflowId });
				const ended = found.every(({ status }) => !UNFINISHED.includes(status));
				return ended && found.length >= count ? found : undefined;
			});
		},
	};
}

/** The items that a node gave on its first output in its last run; empty when it did not run. */
export function itemsOf(execution: Execution, nodeName: string, output = 0) {
	const last = execution.result.runData[nodeName]?.at(-1);
	return last?.data?.main?.[output]?.map(({ json }) => json) ?? [];
}
