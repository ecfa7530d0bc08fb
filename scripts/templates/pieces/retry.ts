import type { Line, Step } from '../template';

const MINUTES = [2, 15, 60, 240, 720];

/**
 * Waits longer from try to try. Above 65 seconds n8n stores what waits, and it outlives a restart.
 * After the last try there is no number to wait: the execution fails there, red, with all it holds.
 */
export const tryAgainLater: Step = {
	name: 'Try Again Later',
	type: 'n8n-nodes-base.wait',
	typeVersion: 1.1,
	parameters: {
		amount: `={{ [${MINUTES.join(', ')}][$runIndex] + Math.random() }}`,
		unit: 'minutes',
	},
};

/**
 * The small loop of a job: what fails waits, and begins again at `step`. It stands below the others,
 * as n8n works from top to bottom, and a wait would hold up what has not failed.
 */
export const tryAgainAt = (step: string, place: Pick<Line, 'row' | 'column'>): Line => ({
	...place,
	steps: [tryAgainLater],
	to: step,
});

/** What the note says about it. */
export const whenSomethingFails = `### When something fails
The execution waits at **${tryAgainLater.name}** and starts again after 2 and 15 minutes and 1, 4 and 12 hours, even if n8n is restarted in between. After the last try, it shows as failed and keeps all its data. To go on, add a number to the list in **${tryAgainLater.name}**, save, and choose *Retry with currently saved workflow* in the list of executions. If n8n was killed, the execution shows as *Crashed*; *Retry* finishes it.`;
