import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { NodeTypes } from './nodeTypes';
import { publications } from './publication';
import type { RestClient } from './restClient';

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

const answerOf = <S extends z.ZodTypeAny>(data: S) => z.object({ data });

export type WorkflowNode = z.output<typeof node>;
export type Workflow = z.output<typeof workflow>;

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
}

export type Workflows = ReturnType<typeof workflows>;

/** The workflows of an n8n. */
export function workflows(client: RestClient, nodeTypes: NodeTypes) {
	const { call } = client;
	const publication = publications(client);
	const get = async (id: string): Promise<Workflow> =>
		(await call('GET', `/rest/workflows/${id}`, answerOf(workflow))).data;

	const brief = z.object({ id: z.string(), name: z.string() });
	const listed = async (isWanted: (one: z.output<typeof brief>) => boolean) => {
		const { data } = await call('GET', '/rest/workflows', answerOf(z.array(brief)));
		const all = await Promise.all(data.filter(isWanted).map(({ id }) => get(id)));
		return all.filter(({ isArchived }) => !isArchived);
	};

	const withWebhookIds = async (nodes: WorkflowDraft['nodes']) => {
		const types = await nodeTypes.get();
		const isCalled = (type: unknown) =>
			types.some(({ name, webhooks = [] }) => name === type && webhooks.length > 0);
		return nodes.map((one) => (isCalled(one.type) ? { webhookId: randomUUID(), ...one } : one));
	};

	return {
		get,

		/** All workflows that are not archived, whole. */
		list: (): Promise<Workflow[]> => listed(() => true),

		/** The workflow of this name, if there is one that is not archived. */
		async byName(name: string): Promise<Workflow | undefined> {
			return (await listed((one) => one.name === name))[0];
		},

		/** As by an import in the editor, which gives the address of each trigger its ID. */
		async create(draft: WorkflowDraft): Promise<Workflow> {
			const nodes = await withWebhookIds(draft.nodes);
			// Some versions refuse one that does not say so.
			const body = { ...draft, nodes, active: false };
			return (await call('POST', '/rest/workflows', answerOf(workflow), body)).data;
		},

		/** Replaces what `change` names; an active workflow runs its published version until activated. */
		async update(id: string, change: Partial<WorkflowDraft>): Promise<Workflow> {
			const body = change.nodes ? { ...change, nodes: await withWebhookIds(change.nodes) } : change;
			return (await call('PATCH', `/rest/workflows/${id}`, answerOf(workflow), body)).data;
		},

		/**
		 * Publishes the newest version and waits until its triggers are registered: n8n answers before.
		 *
		 * @throws with n8n's reason when a trigger could not be registered, or when time is over
		 */
		async activate(id: string, { timeoutMs = 30_000 }: ActivateOptions = {}): Promise<void> {
			const { versionId } = await get(id);
			await call('POST', `/rest/workflows/${id}/activate`, z.unknown(), { versionId });
			await publication.published(id, timeoutMs);
		},

		/** Unpublishes and waits until the triggers are gone. */
		async deactivate(id: string, timeoutMs = 30_000): Promise<void> {
			await call('POST', `/rest/workflows/${id}/deactivate`, z.unknown(), {});
			await publication.unpublished(id, timeoutMs);
		},

		/** Runs a workflow from one of its triggers, as the editor's "Execute workflow" does. */
		async run(id: string, trigger: string): Promise<void> {
			// An older n8n runs what it is sent, not what it has saved.
			const body = { workflowData: await get(id), triggerToStartFrom: { name: trigger } };
			await call('POST', `/rest/workflows/${id}/run`, z.unknown(), body);
		},

		/** Archives and deletes, as n8n deletes only what is archived. */
		async remove(id: string): Promise<void> {
			await call('POST', `/rest/workflows/${id}/archive`, z.unknown(), {});
			await call('DELETE', `/rest/workflows/${id}`, z.unknown());
		},
	};
}
