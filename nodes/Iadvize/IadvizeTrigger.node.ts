import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { receiveByCredential } from '../shared/webhook/byCredential';
import { eventsShown } from '../shared/webhook/catalogue';
import { catalogue } from './events';
import { credentialType, iadvizeWebhook, testWebhookCredential, tokensIn } from './lifecycle';
import { iadvizeSource } from './source';
import { triggerFields } from './triggerFields';

export class IadvizeTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'iAdvize Trigger',
		name: 'iadvizeTrigger',
		icon: { light: 'file:iadvize.svg', dark: 'file:iadvize.dark.svg' },
		group: ['trigger'],
		// At exactly 1 n8n evaluates an expression on every call.
		version: 1.1,
		subtitle: eventsShown(catalogue),
		description: 'Starts the workflow when something happens in an iAdvize conversation',
		eventTriggerDescription: 'Waiting for iAdvize to call the test URL',
		activationMessage:
			'iAdvize calls this workflow at its Production URL once you have entered it in your app.',
		defaults: { name: 'iAdvize Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'iadvizeWebhookApi', required: true, testedBy: 'testWebhookCredential' }],
		webhooks: [
			// First, so that it answers while the app is being set up at iAdvize.
			{
				name: 'setup',
				httpMethod: 'GET',
				path: 'webhook',
				responseMode: 'onReceived',
				// The same address as below: shown once.
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
			header: 'Listen for events from iAdvize',
			executionsHelp: {
				inactive:
					'To try it out, click <b>Execute step</b> and have iAdvize call the Test URL: in your app at developers.iadvize.com choose <b>Add Webhooks</b>, paste the URL, choose the content type <b>application/json</b> and select the events. iAdvize signs its calls with the secret token of the app; the token goes into the credential.',
				active:
					'iAdvize calls the Production URL, and the executions show up in the list. To try it out here, click <b>Execute step</b> and have iAdvize call the Test URL.',
			},
			activationHint:
				'Once the workflow works, publish it and enter the Production URL in iAdvize, as the webhook URL and as the health-check URL.',
		},
		properties: triggerFields,
	};

	webhookMethods = { default: iadvizeWebhook };

	methods = { credentialTest: { testWebhookCredential } };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		// iAdvize polls the address and signs nothing; the answer says only that n8n is up.
		if (this.getWebhookName() === 'setup') return { webhookResponse: { status: 'UP' } };

		return await receiveByCredential(this, credentialType, (credential) => ({
			source: iadvizeSource,
			secrets: tokensIn(credential),
		}));
	}
}
