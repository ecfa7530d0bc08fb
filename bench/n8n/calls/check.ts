import { itemsOf } from '../../../host/executions';
import type { Rest } from '../../../host/rest';
import { body, forged, genuine } from '../../support/delivery';
import { settle } from '../settle';
import type { Contender } from './contenders';
import { callsPerSecond } from './load';
import { LAST } from './nodes';

/**
 * Sends one genuine and one forged call: a contender that does something else than it is measured
 * for would make a fine figure and a wrong table.
 *
 * @throws with what it did instead
 */
export async function check(rest: Rest, workflowId: string, contender: Contender): Promise<void> {
	const { name, path, forgedStatus, forgedStarts, forgedContinues } = contender;
	const send = async (headers: Readonly<Record<string, string>>, status: number) => {
		const before = await rest.executions.count({ workflowId });
		const once = { origin: rest.url, path, body, maxCalls: 1, maxMs: 10_000 };
		await callsPerSecond({ ...once, headers, status });
		await settle(rest);
		const started = (await rest.executions.count({ workflowId })) - before;
		const [newest] = await rest.executions.list({ workflowId }, 1);
		if (started === 0 || newest === undefined) return { started, continued: false };
		const execution = await rest.executions.get(newest.id);
		if (execution.status !== 'success') throw new Error(`${name} failed: ${execution.status}`);
		return { started, continued: itemsOf(execution, LAST).length > 0 };
	};
	const expectation = JSON.stringify([
		{ started: 1, continued: true },
		{ started: forgedStarts ? 1 : 0, continued: forgedContinues },
	]);
	const outcome = JSON.stringify([await send(genuine, 200), await send(forged, forgedStatus)]);
	if (outcome !== expectation) throw new Error(`${name} did ${outcome}, not ${expectation}`);
}
