import type { ICredentialType, INodeProperties } from 'n8n-workflow';

export class IadvizeWebhookApi implements ICredentialType {
	name = 'iadvizeWebhookApi';

	displayName = 'iAdvize Webhook API';

	icon = {
		light: 'file:../nodes/Iadvize/iadvize.svg',
		dark: 'file:../nodes/Iadvize/iadvize.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-conversations/n8n-nodes-conversations/blob/main/docs/iadvize.md#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Secret Token',
			name: 'secretToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			hint: 'Copy it from App Information of your app at developers.iadvize.com. iAdvize signs every call with it.',
		},
		{
			displayName: 'Previous Secret Token',
			name: 'previousSecretToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'The old token, while you replace it: both are accepted. Clear the field afterwards.',
		},
	];
}
