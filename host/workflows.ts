import { z } from 'zod';
import type { RestClient } from './restClient';
import { waitFor } from './wait';

const node = z
	.object({
		id: z.string(),
		name: z.string(),
		type: z.string(),
		typeVersion: z.number(),
		webhookId: z.string().optional(),
		parameters: z.record(z.unknown()).default({}),
	})
	.passthrough();

const workflow = z
	.object({
		id: z.string(),
		name: z.string(),
		versionId: z.string(),
		active: z.boolean(),
		isArchived: z.boolean().default(false),
		nodes: z.array(node),
		meta: z.record(z.unknown()).nullish(),
	})
	.passthrough();

const publication = z.object({
	status: z.enum(['in_progress', 'not_published', 'published', 'partial', 'failed']),
	triggers: z.array(
		z.object({ nodeId: z.string(), status: z.string(), errorMessage: z.string().nullish() }),
	),
});

const answerOf = <S extends z.ZodTypeAny>(data: S) => z.object({ data });

export type WorkflowNode = z.output<typeof node>;
export type Workflow = z.output<typeof workflow>;
export type Publication = z.output<typeof publication>;

/** What n8n needs to make a workflow: what its editor exports to a file. */
export interface WorkflowDraft {
	readonly name: string;
	readonly nodes: readonly Readonly<Record<string, unknown>>[];
	readonly connections: Readonly<Record<string, unknown>>;
	readonly settings?: Readonly<Record<string, unknown>>;
	readonly meta?: Readonly<Record<string, unknown>>;
	/** IDs. */
	readonly tags?: readonly string[];
}

export interface ActivateOptions {
	/** Milliseconds; n8n itself gives up on a trigger after some fifteen seconds. */
	readonly timeoutMs?: number;
	/** Says when it is active, instead of n8n's publication status. */
	readonly until?: () => boolean | Promise<boolean>;
}

export type Workflows = ReturnType<typeof workflows>;

/** The workflows of an n8n. */
export function workflows({ call }: RestClient) {
	const get = async (id: string): Promise<Workflow> =>
		(await call('GET', `/rest/workflows/${id}`, answerOf(workflow))).data;

	const publicationOf = async (id: string): Promise<Publication> =>
		(await call('GET', `/rest/workflows/${id}/publication-status`, answerOf(publication))).data;

	const brief = z.object({ id: z.string(), name: z.string() });
	const listed = async (isWanted: (one: z.output<typeof brief>) => boolean) => {
		const { data } = await call('GET', '/rest/workflows', answerOf(z.array(brief)));
		const all = await Promise.all(data.filter(isWanted).map(({ id }) => get(id)));
		return all.filter(({ isArchived }) => !isArchived);
	};

	return {
		get,
		publicationOf,

		/** All workflows that are not archived, whole. */
		list: (): Promise<Workflow[]> => listed(() => true),

		/** The workflow of this name, if there is one that is not archived. */
		async byName(name: string): Promise<Workflow | undefined> {
			return (await listed((one) => one.name === name))[0];
		},

		async create(draft: WorkflowDraft): Promise<Workflow> {
			return (await call('POST', '/rest/workflows', answerOf(workflow), draft)).data;
		},

		/** Replaces what `change` names; an active workflow runs its published version until activated. */
		async update(id: string, change: Partial<WorkflowDraft>): Promise<Workflow> {
			return (await call('PATCH', `/rest/workflows/${id}`, answerOf(workflow), change)).data;
		},

		/**
		 * Publishes the newest version and waits until its triggers are registered: n8n answers before.
		 *
		 * @throws with n8n's reason when a trigger could not be registered, or when time is over
		 */
		async activate(id: string, { timeoutMs = 30_000, until }: ActivateOptions = {}): Promise<void> {
			const { versionId } = await get(id);
			await call('POST', `/rest/workflows/${id}/activate`, z.unknown(), { versionId });
			let last: Publication | undefined;
			try {
				await waitFor(`workflow ${id} to become active`, timeoutMs, async () => {
					last = await publicationOf(id);
					if (last.status === 'failed' || last.status === 'partial') {
						throw new Error(`n8n could not activate workflow ${id}`);
					}
					const done = until === undefined ? last.status === 'published' : await until();
					return done ? true : undefined;
				});
			} catch (error) {
				throw new Error(`${(error as Error).message}; publication status: ${say(last)}`);
			}
		},

		/** Unpublishes and waits until the triggers are gone. */
		async deactivate(id: string, timeoutMs = 30_000): Promise<void> {
			await call('POST', `/rest/workflows/${id}/deactivate`, z.unknown(), {});
			await waitFor(`workflow ${id} to become inactive`, timeoutMs, async () =>
				(await publicationOf(id)).status === 'not_published' ? true : undefined,
			);
		},

		/** Runs a workflow from one of its triggers, as the editor's "Execute workflow" does. */
		async run(id: string, trigger: string): Promise<void> {
			const body = { triggerToStartFrom: { name: trigger } };
			await call('POST', `/rest/workflows/${id}/run`, z.unknown(), body);
		},

		/** Archives and deletes, as n8n deletes only what is archived. */
		async remove(id: string): Promise<void> {
			await call('POST', `/rest/workflows/${id}/archive`, z.unknown(), {});
			await call('DELETE', `/rest/workflows/${id}`, z.unknown());
		},
	};
}

function say(status: Publication | undefined): string {
	if (status === undefined) return 'unknown';
	const reasons = status.triggers.flatMap(({ errorMessage }) => errorMessage ?? []);
	return [status.status, ...reasons].join(', ');
}
