import { startSwiftsellSimulator, type SwiftsellSimulator } from '../../simulators/swiftsell';
import type { Starts, Vendor } from './vendor';

/** Swiftsell with the account of `simulator`. */
export function swiftsellVendor(simulator: SwiftsellSimulator): Vendor {
	const { access } = simulator;
	return {
		simulator,
		example: 'message-form-response',
		triggerType: 'n8n-nodes-conversations.swiftsellTrigger',
		get secret() {
			return access.webhookToken;
		},
		credentials: [
			{
				name: 'Swiftsell Webhook (simulated)',
				type: 'swiftsellWebhookApi',
				data: { token: access.webhookToken, previousToken: '' },
			},
			{
				name: 'Swiftsell (simulated)',
				type: 'swiftsellApi',
				data: {
					product: 'swiftsell',
					baseUrl: 'https://api.swiftsell.biz',
					token: access.accountToken,
					accountId: String(simulator.account.id),
				},
			},
		],
	};
}

export const starts: Starts = {
	swiftsell: async () => swiftsellVendor(await startSwiftsellSimulator()),
};
