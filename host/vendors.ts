import { startIadvizeSimulator, type IadvizeSimulator } from '../simulators/iadvize';
import type { Simulator } from '../simulators/simulator';
import type { CredentialDraft } from './rest';

/** A vendor as the host knows it: its simulator, and what n8n is given of its account. */
export interface Vendor {
	readonly simulator: Simulator;
	/** Type of the trigger node in n8n. */
	readonly triggerType: string;
	/** The secret that the vendor signs with. */
	readonly secret: string;
	readonly credentials: readonly CredentialDraft[];
	/** The event to try first. */
	readonly example: string;
}

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

/** How to start each vendor in a box, by the name that the user types. */
export const vendors: Readonly<Record<string, () => Promise<Vendor>>> = {
	iadvize: async () => iadvizeVendor(await startIadvizeSimulator()),
};
