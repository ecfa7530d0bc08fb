import { commonEvent } from '../../../nodes/shared/conversation';
import type { Simulator } from '../../../simulators/simulator';
import type { Listener } from './hear';
import { outcomeOf, type Stage } from './stage';

interface Outcome {
	report: { attempts: readonly { status?: number }[] };
	executions: number;
}

/** What a caller got, and what it started. */
export const effectOf = ({ report, executions }: Outcome) => ({
	status: report.attempts[0]?.status,
	executions,
});

export const REFUSED = { status: 401, executions: 0 };
export const TAKEN_WITHOUT_EXECUTION = { status: 200, executions: 0 };
export const ONE_EXECUTION = { status: 200, executions: 1 };

/**
 * Every example of the vendor's becomes one execution, with a common event and the value as sent.
 *
 * @param payloadIn what of the body the first item tells
 */
export async function expectEveryExample(
	simulator: Simulator,
	{ stage, endpoint, heard }: Listener,
	payloadIn: (body: unknown) => unknown = (body) => body,
): Promise<void> {
	expect(simulator.events.length).toBeGreaterThan(0);
	for (const example of simulator.events) {
		const outcome = await outcomeOf(stage, () => simulator.send(example, endpoint));
		expect({ example, ...effectOf(outcome) }).toEqual({ example, ...ONE_EXECUTION });
		const [item] = await heard();
		expect(commonEvent.safeParse(item?.event).success).toBe(true);
		const sent: unknown = JSON.parse(outcome.report.attempts[0]?.body ?? '');
		expect(item?.payload).toEqual(payloadIn(sent));
	}
}

/** Of two deliveries of the same, the second is taken and starts nothing. */
export async function expectToldOnce<Report extends Outcome['report']>(
	{ stage, heard }: Listener,
	deliver: () => Promise<Report>,
): Promise<void> {
	expect(effectOf(await outcomeOf(stage, deliver))).toEqual(ONE_EXECUTION);
	const [item] = await heard();
	expect(item?.deliveryId).toEqual(expect.any(String));
	expect(effectOf(await outcomeOf(stage, deliver))).toEqual(TAKEN_WITHOUT_EXECUTION);
}

export async function expectHealthy({ host }: Stage): Promise<void> {
	expect((await fetch(`${host.n8n.url}/healthz`)).status).toBe(200);
}
