import type { ICredentialType, INodeProperties } from 'n8n-workflow';

export class MessangiWebhookApi implements ICredentialType {
	name = 'messangiWebhookApi';

	displayName = 'Messangi Webhook API';

	icon = {
		light: 'file:../nodes/Messangi/messangi.svg',
		dark: 'file:../nodes/Messangi/messangi.dark.svg',
	} as const;

	documentationUrl = 'https://docs.messangi.com/docs/setting-webhook';

	properties: INodeProperties[] = [
		{
			displayName: 'Header Name',
			name: 'headerName',
			type: 'string',
			required: true,
			default: 'X-Messangi-Token',
			description:
				'Of the header that you add in the campaign editor; upper and lower case are the same',
		},
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'Value of the header. Make it up: 32 or more letters and digits. It is not the API key.',
		},
		{
			displayName: 'Previous Token',
			name: 'previousToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'While the token is being replaced in your campaigns, the old one goes here, so that no call is refused. Empty it afterwards.',
		},
	];
}
