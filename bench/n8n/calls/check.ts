import { itemsOf } from '../../../host/executions';
import type { Rest } from '../../../host/rest';
import { another, forged, genuine, type Call } from '../../support/delivery';
import { settle } from '../settle';
import type { Contender } from './contenders';
import { callsPerSecond } from './load';
import { LAST } from './nodes';

/**
 * Sends genuine calls, the last one again, and a forged one: a contender that does something else
 * than it is measured for would make a fine figure and a wrong table.
 *
 * @throws with what it did instead
 */
export async function check(rest: Rest, workflowId: string, contender: Contender): Promise<void> {
	const { name, path, repeatStarts, forgedStatus, forgedStarts, forgedContinues } = contender;
	const send = async (next: () => Call, status: number) => {
		const before = await rest.executions.count({ workflowId });
		const once = { origin: rest.url, path, next, maxCalls: 1, maxMs: 10_000 };
		await callsPerSecond({ ...once, status });
		await settle(rest);
		const started = (await rest.executions.count({ workflowId })) - before;
		const [newest] = await rest.executions.list({ workflowId }, 1);
		if (started === 0 || newest === undefined) return { started, continued: false };
		const execution = await rest.executions.get(newest.id);
		if (execution.status !== 'success') throw new Error(`${name} failed: ${execution.status}`);
		return { started, continued: itemsOf(execution, LAST).length > 0 };
	};
	const taken = { started: 1, continued: true };
	const expectation = JSON.stringify([
		taken,
		taken,
		repeatStarts ? taken : { started: 0, continued: false },
		{ started: forgedStarts ? 1 : 0, continued: forgedContinues },
	]);
	const outcome = JSON.stringify([
		await send(another, 200),
		await send(() => genuine, 200),
		await send(() => genuine, 200),
		await send(() => forged, forgedStatus),
	]);
	if (outcome !== expectation) throw new Error(`${name} did ${outcome}, not ${expectation}`);
}
