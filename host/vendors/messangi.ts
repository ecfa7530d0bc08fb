import { startMessangiSimulator, type MessangiSimulator } from '../../simulators/messangi';
import type { Starts, Vendor } from './vendor';

/** Messangi with the account of `simulator`. */
export function messangiVendor(simulator: MessangiSimulator): Vendor {
	const { access } = simulator;
	return {
		simulator,
		example: 'chatbot-interaction-option',
		triggerType: 'n8n-nodes-conversations.messangiTrigger',
		get secret() {
			return access.webhookSecret;
		},
		credentials: [
			{
				name: 'Messangi Webhook (simulated)',
				type: 'messangiWebhookApi',
				data: {
					headerName: access.headerName,
					token: access.webhookSecret,
					previousToken: '',
				},
			},
			{
				name: 'Messangi (simulated)',
				type: 'messangiApi',
				data: {
					host: 'https://elastic.messangi.me',
					method: 'login',
					username: access.username,
					password: access.password,
				},
			},
		],
	};
}

export const starts: Starts = {
	messangi: async () => messangiVendor(await startMessangiSimulator()),
};
