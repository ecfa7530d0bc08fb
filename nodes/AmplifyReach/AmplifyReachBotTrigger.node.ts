import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { receiveByCredential } from '../shared/webhook/byCredential';
import { ALL_EVENTS } from '../shared/webhook/choose';
import { secretsIn } from '../shared/webhook/ownSecret';
import { botFields } from './botFields';
import {
	DEFAULT_REPLY,
	PATHS,
	refusedReply,
	replyAt,
	replyIn,
	type Reply,
	REPLY_NAMES,
} from './botReply';
import { botSource } from './botSource';
import { botWebhook, credentialType, headerIn, testWebhookCredential } from './lifecycle';

/** The methods that a Bot Studio trigger may call with. */
const httpMethod = 'DELETE,GET,PATCH,POST,PUT';

export class AmplifyReachBotTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'AmplifyReach Bot Trigger',
		name: 'amplifyReachBotTrigger',
		icon: { light: 'file:amplifyReach.svg', dark: 'file:amplifyReach.dark.svg' },
		group: ['trigger'],
		// At exactly 1 n8n evaluates an expression on every call.
		version: 1.1,
		subtitle: `={{ (${JSON.stringify(REPLY_NAMES)})[$parameter.reply] }}`,
		description:
			'Starts the workflow when an AmplifyReach bot calls it in a running chat, and answers the bot',
		eventTriggerDescription: 'Waiting for the bot to call the test URL',
		activationMessage: 'The bot calls this workflow at its Production URL.',
		defaults: { name: 'AmplifyReach Bot Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'amplifyReachWebhookApi', required: true, testedBy: 'testWebhookCredential' },
		],
		// All have one name, as n8n has no others for this: a call is matched by its address.
		webhooks: [
			{
				name: 'default',
				httpMethod,
				path: PATHS.immediately,
				responseMode: 'onReceived',
				// Without it, n8n answers with a text of its own instead of ours.
				responseData: '',
				ndvHideMethod: true,
			},
			{
				name: 'default',
				httpMethod,
				path: PATHS.lastNode,
				responseMode: 'lastNode',
				responseData: 'firstEntryJson',
				ndvHideMethod: true,
			},
			{
				name: 'default',
				httpMethod,
				path: PATHS.responseNode,
				responseMode: 'responseNode',
				ndvHideMethod: true,
			},
		],
		triggerPanel: {
			header: 'Listen for calls of an AmplifyReach bot',
			executionsHelp: {
				inactive:
					'In AmplifyReach, go to <b>Dashboard > Build Bot > Bot Studio > Triggers > Add New Trigger</b>, enter the address that fits the reply, and add the header of your credential. To try it out, click <b>Execute step</b> and let the bot call the Test URL.',
				active:
					'The bot calls the Production URL, and the executions show up in the list. To try it out here, click <b>Execute step</b> and let a bot call the Test URL.',
			},
			activationHint:
				'Once the workflow works, publish it and let the bot call the Production URL.',
		},
		properties: botFields,
	};

	webhookMethods = { default: botWebhook };

	methods = { credentialTest: { testWebhookCredential } };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const { method, path } = this.getRequestObject();
		const reply = this.getNodeParameter('reply') as Reply;
		const fixed = reply === 'immediately' ? replyIn(this.getNodeParameter('replyBody')) : undefined;
		return await receiveByCredential(this, credentialType, (credential) => ({
			source: botSource({
				method,
				headerName: headerIn(credential),
				reply,
				calledFor: replyAt(path),
			}),
			secrets: secretsIn(credential),
			choice: { events: [ALL_EVENTS], filters: {} },
			// Two visitors who ask the same each want an answer.
			repeats: 'keep',
			// Sent only at the address that answers at once; at the others the workflow answers.
			accepted: () => ({ body: fixed ?? DEFAULT_REPLY }),
			refused: refusedReply,
		}));
	}
}
