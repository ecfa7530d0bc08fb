import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { receiveByCredential } from '../shared/webhook/byCredential';
import { eventsShown } from '../shared/webhook/catalogue';
import type { ProofPlace } from '../shared/webhook/ownProof';
import { secretsIn } from '../shared/webhook/ownSecret';
import { catalogue } from './events';
import { credentialType, headerIn, messangiWebhook, testWebhookCredential } from './lifecycle';
import { messangiSource } from './source';
import { triggerFields } from './triggerFields';

export class MessangiTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Messangi Trigger',
		name: 'messangiTrigger',
		icon: { light: 'file:messangi.svg', dark: 'file:messangi.dark.svg' },
		group: ['trigger'],
		// At exactly 1 n8n evaluates an expression on every call.
		version: 1.1,
		subtitle: eventsShown(catalogue),
		description:
			'Starts the workflow when a user answers a Messangi chatbot, a message comes in, or the status of a sent message is reported',
		eventTriggerDescription: 'Waiting for Messangi to call the test URL',
		activationMessage:
			'Messangi calls this workflow at its Production URL once your campaigns use it.',
		defaults: { name: 'Messangi Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'messangiWebhookApi', required: true, testedBy: 'testWebhookCredential' },
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
			header: 'Listen for events from Messangi',
			executionsHelp: {
				inactive:
					'In the campaign editor, go to <b>Interactions</b>, open the Welcome Message or an interaction, then the entry: set <b>Redirect Type</b> to <b>Webhook</b> or switch the webhook toggle on, paste the URL and add the header of your credential. Campaigns are live for months, so paste the Production URL; to try it out, click <b>Execute step</b> and use the Test URL in a campaign of your own.',
				active:
					'Messangi calls the Production URL, and the executions show up in the list. To try it out here, click <b>Execute step</b> and have a campaign of your own call the Test URL.',
			},
			activationHint:
				'Once the workflow works, publish it and enter the Production URL in your campaigns.',
		},
		properties: triggerFields,
	};

	webhookMethods = { default: messangiWebhook };

	methods = { credentialTest: { testWebhookCredential } };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const where = this.getNodeParameter('authentication') as ProofPlace['where'];
		return await receiveByCredential(this, credentialType, (credential) => ({
			source: messangiSource({ where, headerName: headerIn(credential) }),
			secrets: secretsIn(credential),
			accepted: () => ({ body: { ok: true } }),
		}));
	}
}
