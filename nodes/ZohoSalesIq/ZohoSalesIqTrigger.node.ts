import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { eventsShown } from '../shared/webhook/catalogue';
import { choiceOf } from '../shared/webhook/choose';
import { receive } from '../shared/webhook/receive';
import { catalogue } from './events';
import type { Filters } from './filters';
import { salesIqWebhook } from './lifecycle';
import { listSearch, loadOptions } from './pickLists';
import { proofsOf, renewKeys } from './registration/renewKeys';
import { otherEventsOf } from './registration/wanted';
import { salesIqSource } from './source';
import { triggerFields } from './triggerFields';

export class ZohoSalesIqTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Zoho SalesIQ Trigger',
		name: 'zohoSalesIqTrigger',
		icon: { light: 'file:zohoSalesIq.svg', dark: 'file:zohoSalesIq.dark.svg' },
		group: ['trigger'],
		// At exactly 1 n8n evaluates an expression on every call.
		version: 1.1,
		subtitle: eventsShown(catalogue),
		description: 'Starts the workflow when something happens in Zoho SalesIQ',
		eventTriggerDescription: 'Waiting for SalesIQ to call',
		activationMessage: 'SalesIQ now calls this workflow. Unpublishing removes the webhook.',
		defaults: { name: 'Zoho SalesIQ Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'zohoSalesIqOAuth2Api', required: true }],
		webhooks: [
			// First, so that it answers while SalesIQ is asked to register the other.
			{
				name: 'setup',
				httpMethod: 'HEAD',
				path: 'webhook',
				responseMode: 'onReceived',
				ndvHideUrl: true,
			},
			{
				name: 'default',
				httpMethod: 'POST',
				path: 'webhook',
				responseMode: 'onReceived',
				// Without it, n8n answers with a text of its own instead of ours.
				responseData: '',
			},
		],
		triggerPanel: {
			header: 'Listen for events from Zoho SalesIQ',
			executionsHelp: {
				inactive:
					'To try it out, click <b>Execute step</b> and do in SalesIQ what should start the workflow: n8n registers a webhook for it and removes it afterwards. Events of operators, departments and brands use one of the 3 such webhooks of the portal during that time.',
				active:
					'SalesIQ calls this workflow, and the executions show up in the list. To try it out here, click <b>Execute step</b>: n8n registers a second webhook for two minutes and does not touch the first. Events of operators, departments and brands use one more of the 3 such webhooks of the portal during that time.',
			},
			activationHint: 'Once the workflow works, publish it: that registers the webhook at SalesIQ.',
		},
		properties: triggerFields,
	};

	// With the entry that SalesIQ probes: after a registration that failed n8n clears the addresses
	// of both and tries again with the failed entry alone, so this one must include its address.
	webhookMethods = { setup: salesIqWebhook };

	methods = { loadOptions, listSearch };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		// SalesIQ sends a HEAD request to the address before it accepts it.
		if (this.getWebhookName() === 'setup') return { webhookResponse: { status: 'UP' } };

		const { events, filters } = choiceOf<Filters>(this);
		const others = otherEventsOf(this).map(({ name }) => name);
		return await receive(this, {
			source: salesIqSource,
			secrets: proofsOf(this),
			renew: async () => await renewKeys(this),
			choice: { events: [...events, ...others], filters },
		});
	}
}
