import type { ICredentialType, INodeProperties } from 'n8n-workflow';

export class AmplifyReachWebhookApi implements ICredentialType {
	name = 'amplifyReachWebhookApi';

	displayName = 'AmplifyReach Webhook API';

	icon = {
		light: 'file:../nodes/AmplifyReach/amplifyReach.svg',
		dark: 'file:../nodes/AmplifyReach/amplifyReach.dark.svg',
	} as const;

	documentationUrl = 'https://help.amplifyreach.com/home/chatbot-resources/setting-up-webhooks/';

	properties: INodeProperties[] = [
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'Make it up: 32 or more letters, digits, - and _. AmplifyReach signs nothing, so this is what keeps strangers out: in the address of a webhook, or in a header of a bot.',
		},
		{
			displayName: 'Previous Token',
			name: 'previousToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'While the token is being replaced in AmplifyReach, the old one goes here, so that no call is refused. Empty it afterwards.',
		},
		{
			displayName: 'Header Name',
			name: 'headerName',
			type: 'string',
			default: 'X-AmplifyReach-Token',
			description: 'Of the header that a trigger of Bot Studio brings the token in',
		},
	];
}
