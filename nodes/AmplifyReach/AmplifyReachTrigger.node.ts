import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { receiveByCredential } from '../shared/webhook/byCredential';
import { eventsShown } from '../shared/webhook/catalogue';
import { secretsIn } from '../shared/webhook/ownSecret';
import { catalogue } from './events';
import { amplifyReachWebhook, credentialType, testWebhookCredential } from './lifecycle';
import { amplifyReachSource } from './source';
import { triggerFields } from './triggerFields';

export class AmplifyReachTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'AmplifyReach Trigger',
		name: 'amplifyReachTrigger',
		icon: { light: 'file:amplifyReach.svg', dark: 'file:amplifyReach.dark.svg' },
		group: ['trigger'],
		// At exactly 1 n8n evaluates an expression on every call.
		version: 1.1,
		subtitle: eventsShown(catalogue),
		description:
			'Starts the workflow when an AmplifyReach chatbot has captured a contact or a chat is closed',
		eventTriggerDescription: 'Waiting for AmplifyReach to call the test URL',
		activationMessage:
			'AmplifyReach calls this workflow at the full address once you have saved it as a webhook.',
		defaults: { name: 'AmplifyReach Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'amplifyReachWebhookApi', required: true, testedBy: 'testWebhookCredential' },
		],
		webhooks: [
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
			header: 'Listen for events from AmplifyReach',
			executionsHelp: {
				inactive:
					'AmplifyReach signs nothing, so the full address is the Production URL with <b>?token=</b> and the token of your credential at the end. In AmplifyReach, go to <b>Dashboard > Analytics > Settings > Conversation Configuration > Webhooks</b>, click <b>NEW WEBHOOK</b>, paste the full address and choose the event. To try it out, click <b>Execute step</b> and create a webhook with the Test URL, token included; it answers only while you listen here.',
				active:
					'AmplifyReach calls the full address, and the executions show up in the list. To try it out here, click <b>Execute step</b> and create a second webhook with the Test URL, token included.',
			},
			activationHint:
				'Once the workflow works, publish it and save its full address as a webhook in AmplifyReach.',
		},
		properties: triggerFields,
	};

	webhookMethods = { default: amplifyReachWebhook };

	methods = { credentialTest: { testWebhookCredential } };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveByCredential(this, credentialType, (credential) => ({
			source: amplifyReachSource,
			secrets: secretsIn(credential),
			accepted: () => ({ body: { ok: true } }),
		}));
	}
}
