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
import { handshakeReply } from './handshake';
import { credentialType, swiftsellWebhook, testWebhookCredential } from './lifecycle';
import { swiftsellSource } from './source';
import { tokenBrought, tokenPlaceOf } from './token';
import { triggerFields } from './triggerFields';

export class SwiftsellTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Swiftsell Trigger',
		name: 'swiftsellTrigger',
		icon: { light: 'file:swiftsell.svg', dark: 'file:swiftsell.dark.svg' },
		group: ['trigger'],
		// At exactly 1 n8n evaluates an expression on every call.
		version: 1.1,
		subtitle: eventsShown(catalogue),
		description:
			'Starts the workflow when something happens in a Swiftsell conversation; also works with WotNot and ReplyCX accounts',
		eventTriggerDescription: 'Waiting for Swiftsell to call the test URL',
		activationMessage:
			'Swiftsell calls this workflow at its Production URL once you have saved it under Integrations > Events.',
		defaults: { name: 'Swiftsell Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'swiftsellWebhookApi', required: true, testedBy: 'testWebhookCredential' },
		],
		webhooks: [
			{
				name: 'default',
				// The test call on saving is a POST, too: one entry answers both.
				httpMethod: 'POST',
				path: 'webhook',
				responseMode: 'onReceived',
				// Without it, n8n answers with a text of its own instead of ours.
				responseData: '',
			},
		],
		triggerPanel: {
			header: 'Listen for events from Swiftsell',
			executionsHelp: {
				inactive:
					'Publish the workflow, copy the Production URL, and in Swiftsell, go to <b>Integrations > Events</b>: paste it as the webhook endpoint, enter the token of your credential, select the events and save. Swiftsell tests the address when you save. An account has one endpoint: the Test URL there would cut off the Production URL, and answers only while you listen here.',
				active:
					'Swiftsell calls the Production URL, and the executions show up in the list. An account has one endpoint: entering the Test URL at Swiftsell would cut off the Production URL.',
			},
			activationHint:
				'Publish the workflow before you save its Production URL at Swiftsell: the address is tested on saving.',
		},
		properties: triggerFields,
	};

	webhookMethods = { default: swiftsellWebhook };

	methods = { credentialTest: { testWebhookCredential } };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const place = tokenPlaceOf(this);
		const form = this.getNodeParameter('handshakeReply') as 'text' | 'json';
		return await receiveByCredential(this, credentialType, (credential) => {
			const secrets = secretsIn(credential);
			return {
				source: swiftsellSource(place),
				secrets,
				accepted: (delivery) => handshakeReply(form, tokenBrought(place, delivery, secrets) ?? ''),
			};
		});
	}
}
