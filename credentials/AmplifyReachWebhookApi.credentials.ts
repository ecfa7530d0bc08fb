import type { ICredentialType, INodeProperties } from 'n8n-workflow';

export class AmplifyReachWebhookApi implements ICredentialType {
	name = 'amplifyReachWebhookApi';

	displayName = 'AmplifyReach Webhook API';

	icon = {
		light: 'file:../nodes/AmplifyReach/amplifyReach.svg',
		dark: 'file:../nodes/AmplifyReach/amplifyReach.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-conversations/n8n-nodes-conversations/blob/main/docs/amplifyreach.md#the-credential';

	properties: INodeProperties[] = [
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			hint: 'Make one up: at least 32 letters, digits, hyphens and underscores, for example with openssl rand -hex 32. AmplifyReach signs nothing, so only this token keeps strangers out. It goes into the address of a webhook, or into a header of a bot.',
		},
		{
			displayName: 'Previous Token',
			name: 'previousToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'The old token, while you replace it in AmplifyReach: both are accepted. Clear the field afterwards.',
		},
		{
			displayName: 'Header Name',
			name: 'headerName',
			type: 'string',
			default: 'X-AmplifyReach-Token',
			hint: 'For the Bot Trigger only: the name of the header in which the bot sends the token. Letters, digits and hyphens; not Content-Type, Host or Content-Length.',
		},
	];
}
