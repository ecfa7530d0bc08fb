import type { ICredentialType, INodeProperties } from 'n8n-workflow';

export class SwiftsellWebhookApi implements ICredentialType {
	name = 'swiftsellWebhookApi';

	displayName = 'Swiftsell Webhook API';

	icon = {
		light: 'file:../nodes/Swiftsell/swiftsell.svg',
		dark: 'file:../nodes/Swiftsell/swiftsell.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-conversations/n8n-nodes-conversations/blob/main/docs/swiftsell.md#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			hint: 'Make one up: at least 32 letters, digits, hyphens and underscores, for example with openssl rand -hex 32. Enter the same in Swiftsell under Integrations > Events. It is not the account token of the API.',
		},
		{
			displayName: 'Previous Token',
			name: 'previousToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'The old token, while you replace it: both are accepted. Clear the field afterwards.',
		},
	];
}
