import type { N8n } from '../../../host/n8n';
import { waitFor } from '../../../host/wait';

const READY_MS = 90_000;

/** Waits until all these processes of n8n say that they are ready: with Redis and PostgreSQL. */
export async function allReady(processes: readonly N8n[]): Promise<void> {
	await waitFor('all processes to be ready, without a hand', READY_MS, async () =>
		(await Promise.all(processes.map(isReady))).every(Boolean) ? true : undefined,
	);
}

async function isReady({ url }: N8n): Promise<boolean> {
	const answer = await fetch(`${url}/healthz/readiness`).catch(() => undefined);
	await answer?.arrayBuffer();
	return answer?.ok === true;
}
