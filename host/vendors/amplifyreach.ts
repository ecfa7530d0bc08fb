import {
	asBot,
	startAmplifyReachSimulator,
	type AmplifyReachSimulator,
} from '../../simulators/amplifyreach';
import { trigger, type JobNode, type Jobs } from '../jobs';
import type { Starts, Vendor } from './vendor';

/** AmplifyReach, which signs nothing: the secret of its webhooks is in their address. */
export function amplifyReachVendor(simulator: AmplifyReachSimulator): Vendor {
	const { access } = simulator;
	return {
		simulator,
		example: 'contact-information',
		triggerType: 'n8n-nodes-conversations.amplifyReachTrigger',
		get secret() {
			return access.webhookToken;
		},
		credentials: [
			{
				name: 'AmplifyReach Webhook (simulated)',
				type: 'amplifyReachWebhookApi',
				data: { token: access.webhookToken, previousToken: '', headerName: access.headerName },
			},
		],
	};
}

/** A bot of AmplifyReach's Bot Studio: its call carries the same secret, and waits for an answer. */
function amplifyReachBotVendor(amplifyReach: AmplifyReachSimulator): Vendor {
	const { secret } = amplifyReachVendor(amplifyReach);
	const simulator = asBot(amplifyReach);
	return {
		simulator,
		secret,
		credentials: [],
		example: 'order',
		triggerType: 'n8n-nodes-conversations.amplifyReachBotTrigger',
	};
}

export const starts: Starts = {
	amplifyreach: async () => amplifyReachVendor(await startAmplifyReachSimulator()),
	'amplifyreach-bot': async () => amplifyReachBotVendor(await startAmplifyReachSimulator()),
};

/** AmplifyReach has nothing to ask: the event of the trigger, also after a wait. */
const asItIs = (event: string): JobNode => ({
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: { mode: 'raw', jsonOutput: event, options: {} },
});

export const jobs: Jobs = {
	triggers: { contact: trigger('amplifyReachTrigger', { events: ['contact'] }) },
	complete: asItIs,
};
