import { startIadvizeSimulator, type IadvizeSimulator } from '../../simulators/iadvize';
import { completing, once, trigger, type Jobs } from '../jobs';
import type { Starts, Vendor } from './vendor';

/** iAdvize with the account of `simulator`. */
export function iadvizeVendor(simulator: IadvizeSimulator): Vendor {
	const { access } = simulator;
	const { apiKey, email, password, secretToken } = access;
	return {
		simulator,
		example: 'v2.conversation.closed',
		triggerType: 'n8n-nodes-conversations.iadvizeTrigger',
		get secret() {
			return access.secretToken;
		},
		credentials: [
			{
				name: 'iAdvize Webhook (simulated)',
				type: 'iadvizeWebhookApi',
				data: { secretToken, previousSecretToken: '' },
			},
			{
				name: 'iAdvize REST (simulated)',
				type: 'iadvizeRestApi',
				data: { platform: 'ha', apiKey },
			},
			{
				name: 'iAdvize GraphQL (simulated)',
				type: 'iadvizeGraphQlApi',
				data: { platform: 'ha', email, password },
			},
		],
	};
}

export const starts: Starts = {
	iadvize: async () => iadvizeVendor(await startIadvizeSimulator()),
};

export const jobs: Jobs = {
	triggers: {
		ended: trigger('iadvizeTrigger', { events: ['v2.conversation.closed'], ...once }),
		rated: trigger('iadvizeTrigger', { events: ['satisfaction.answered'] }),
	},
	complete: (event) => completing('iadvize', { event }),
};
