import { startSwiftsellSimulator, type SwiftsellSimulator } from '../../simulators/swiftsell';
import { trigger, type JobNode, type Jobs } from '../jobs';
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

/** Swiftsell has no API to ask: a workflow of its own remembers who was introduced at the start. */
const remembered = (event: string, memory: string): JobNode => ({
	type: 'n8n-nodes-base.executeWorkflow',
	typeVersion: 1.2,
	parameters: {
		workflowId: { __rl: true, mode: 'id', value: memory },
		workflowInputs: {
			mappingMode: 'defineBelow',
			value: { event },
			matchingColumns: [],
			schema: [
				{
					id: 'event',
					displayName: 'event',
					type: 'object',
					required: false,
					defaultMatch: false,
					display: true,
					canBeUsedToMatch: true,
				},
			],
			attemptToConvertTypes: false,
			convertFieldsToString: false,
		},
		options: {},
	},
});

export const jobs: Jobs = {
	triggers: {
		ended: trigger('swiftsellTrigger', {
			events: ['conversation_create', 'variables', 'status'],
		}),
	},
	complete: remembered,
};
