import type { Rest } from '../../host/rest';
import { waitFor } from '../../host/wait';

const TIMEOUT_MS = 120_000;

/** Waits until n8n has worked off every execution, so that one contender does not slow the next. */
export async function settle({ executions }: Rest): Promise<void> {
	await waitFor('n8n to have nothing left to do', TIMEOUT_MS, async () => {
		const left = await executions.count({ status: ['new', 'running'] });
		return left === 0 ? true : undefined;
	});
}
