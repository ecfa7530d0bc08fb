import type { ICredentialType, INodeProperties } from 'n8n-workflow';

export class SwiftsellWebhookApi implements ICredentialType {
	name = 'swiftsellWebhookApi';

	displayName = 'Swiftsell Webhook API';

	icon = {
		light: 'file:../nodes/Swiftsell/swiftsell.svg',
		dark: 'file:../nodes/Swiftsell/swiftsell.dark.svg',
	} as const;

	documentationUrl = 'https://docs.swiftsell.biz/integrations/events';

	properties: INodeProperties[] = [
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'Make one up: 32 or more letters and digits. Enter the same in Swiftsell under Integrations > Events. It is not the account token of the API.',
		},
		{
			displayName: 'Previous Token',
			name: 'previousToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'While the token is being replaced, the old one goes here, so that no call is refused. Empty it afterwards.',
		},
	];
}
