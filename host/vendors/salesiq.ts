import { startSalesIqSimulator, type SalesIqSimulator } from '../../simulators/salesiq';
import { completing, once, trigger, type Jobs } from '../jobs';
import type { Starts, Vendor } from './vendor';

/** Zoho SalesIQ with the account of `simulator`, in the data center of the United States. */
export function salesIqVendor(simulator: SalesIqSimulator): Vendor {
	const { clientId, clientSecret, screenName } = simulator.access;
	return {
		simulator,
		example: 'conversation.completed',
		triggerType: 'n8n-nodes-conversations.zohoSalesIqTrigger',
		// SalesIQ signs with a key pair of the webhook's own.
		secret: '',
		registers: true,
		parameters: { portal: { __rl: true, mode: 'name', value: screenName } },
		credentials: [
			{
				name: 'Zoho SalesIQ (simulated)',
				type: 'zohoSalesIqOAuth2Api',
				data: { serverUrl: 'https://accounts.zoho.com', clientId, clientSecret },
				isOAuth2: true,
			},
		],
		reach: (proxy) => {
			simulator.setProxy(proxy);
		},
	};
}

export const starts: Starts = {
	salesiq: async () => salesIqVendor(await startSalesIqSimulator()),
};

const PORTAL = { portal: { __rl: true, mode: 'list', value: '' } };

export const jobs: Jobs = {
	triggers: {
		ended: trigger('zohoSalesIqTrigger', {
			...PORTAL,
			events: ['conversation.completed'],
			...once,
		}),
		rated: trigger('zohoSalesIqTrigger', {
			...PORTAL,
			events: ['conversation.missed', 'conversation.rated'],
		}),
	},
	complete: (event) => completing('zohoSalesIq', { ...PORTAL, event }),
};
