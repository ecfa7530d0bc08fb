import type { ICredentialType, INodeProperties } from 'n8n-workflow';

export class MessangiWebhookApi implements ICredentialType {
	name = 'messangiWebhookApi';

	displayName = 'Messangi Webhook API';

	icon = {
		light: 'file:../nodes/Messangi/messangi.svg',
		dark: 'file:../nodes/Messangi/messangi.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-conversations/n8n-nodes-conversations/blob/main/docs/messangi.md#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Header Name',
			name: 'headerName',
			type: 'string',
			required: true,
			default: 'X-Messangi-Token',
			hint: 'The name of the header that you add in the campaign editor, in upper or lower case. Not Content-Type, Host or Content-Length.',
		},
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			hint: 'The value of that header. Make one up: at least 32 letters, digits, hyphens and underscores, for example with openssl rand -hex 32. It is not the API key.',
		},
		{
			displayName: 'Previous Token',
			name: 'previousToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'The old token, while you replace it in your campaigns: both are accepted. Clear the field afterwards.',
		},
	];
}
