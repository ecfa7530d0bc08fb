import type { Step } from '../template';
import { completeTheEvent, PACK } from './vendor';

/** One of SalesIQ's things by its ID. */
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** To be chosen from the account. */
export const PORTAL = { portal: { __rl: true, mode: 'list', value: '' } };

export const salesIqTrigger = (
	name: string,
	events: readonly string[],
	more: Step['parameters'] = {},
): Step => ({
	name,
	type: `${PACK}.zohoSalesIqTrigger`,
	typeVersion: 1.1,
	parameters: { ...PORTAL, events, ...more },
});

export const atSalesIq = (name: string, parameters: Step['parameters']): Step => ({
	name,
	type: `${PACK}.zohoSalesIq`,
	typeVersion: 1,
	parameters,
});

export const completeAtSalesIq = (trigger: string): Step => ({
	...completeTheEvent(trigger, PORTAL),
	type: `${PACK}.zohoSalesIq`,
});
