import { z } from 'zod';
import type { RestClient } from './restClient';
import { waitFor } from './wait';

const publication = z.object({
	status: z.enum(['in_progress', 'not_published', 'published', 'partial', 'failed']),
	triggers: z.array(
		z.object({ nodeId: z.string(), status: z.string(), errorMessage: z.string().nullish() }),
	),
});
const settings = z.object({
	data: z.object({ useWorkflowPublicationService: z.boolean() }).partial(),
});

type Publication = z.output<typeof publication>;

/** How far an n8n has come with what it was asked to publish or to unpublish. */
export function publications({ call }: RestClient) {
	// Until 2.33 n8n answers only when it is through, and has no status to ask for.
	const isAnsweredBefore = async (): Promise<boolean> =>
		(await call('GET', '/rest/settings', settings)).data.useWorkflowPublicationService === true;

	const statusOf = async (id: string): Promise<Publication> => {
		const answer = z.object({ data: publication });
		return (await call('GET', `/rest/workflows/${id}/publication-status`, answer)).data;
	};

	return {
		/**
		 * Resolves when the triggers of a workflow are registered.
		 *
		 * @param timeoutMs milliseconds
		 * @throws with n8n's reason when one could not be, or when time is over
		 */
		async published(id: string, timeoutMs: number): Promise<void> {
			if (!(await isAnsweredBefore())) return;
			let last: Publication | undefined;
			try {
				await waitFor(`workflow ${id} to become active`, timeoutMs, async () => {
					last = await statusOf(id);
					if (last.status === 'failed' || last.status === 'partial') {
						throw new Error(`n8n could not activate workflow ${id}`);
					}
					return last.status === 'published' ? true : undefined;
				});
			} catch (error) {
				throw new Error(`${(error as Error).message}; publication status: ${say(last)}`);
			}
		},

		/** Resolves when the triggers of a workflow are gone. */
		async unpublished(id: string, timeoutMs: number): Promise<void> {
			if (!(await isAnsweredBefore())) return;
			await waitFor(`workflow ${id} to become inactive`, timeoutMs, async () =>
				(await statusOf(id)).status === 'not_published' ? true : undefined,
			);
		},
	};
}

function say(status: Publication | undefined): string {
	if (status === undefined) return 'unknown';
	const reasons = status.triggers.flatMap(({ errorMessage }) => errorMessage ?? []);
	return [status.status, ...reasons].join(', ');
}
