import {
	asBot,
	startAmplifyReachSimulator,
	type AmplifyReachSimulator,
} from '../simulators/amplifyreach';
import { startIadvizeSimulator, type IadvizeSimulator } from '../simulators/iadvize';
import { startMessangiSimulator, type MessangiSimulator } from '../simulators/messangi';
import { startSalesIqSimulator, type SalesIqSimulator } from '../simulators/salesiq';
import type { Endpoint, Simulator } from '../simulators/simulator';
import { startSwiftsellSimulator, type SwiftsellSimulator } from '../simulators/swiftsell';
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
	/** Parameters that a user would choose from the account, for nodes that have them. */
	readonly parameters?: Readonly<Record<string, unknown>>;
	/** Whether its triggers register themselves: a simulator forgets that when it stops. */
	readonly registers?: true;
	/** Tells a vendor that calls what is registered how to get to n8n. */
	readonly reach?: (proxy: Endpoint['proxy']) => void;
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
				data: { dataCentre: 'us', clientId, clientSecret },
				isOAuth2: true,
			},
		],
		reach: (proxy) => {
			simulator.setProxy(proxy);
		},
	};
}

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

/** How to start each vendor in a box, by the name that the user types. */
export const vendors: Readonly<Record<string, () => Promise<Vendor>>> = {
	iadvize: async () => iadvizeVendor(await startIadvizeSimulator()),
	salesiq: async () => salesIqVendor(await startSalesIqSimulator()),
	amplifyreach: async () => amplifyReachVendor(await startAmplifyReachSimulator()),
	'amplifyreach-bot': async () => amplifyReachBotVendor(await startAmplifyReachSimulator()),
	messangi: async () => messangiVendor(await startMessangiSimulator()),
	swiftsell: async () => swiftsellVendor(await startSwiftsellSimulator()),
};
