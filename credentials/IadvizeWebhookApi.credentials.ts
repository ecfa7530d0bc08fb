import type { ICredentialType, INodeProperties } from 'n8n-workflow';

export class IadvizeWebhookApi implements ICredentialType {
	name = 'iadvizeWebhookApi';

	displayName = 'iAdvize Webhook API';

	icon = {
		light: 'file:../nodes/Iadvize/iadvize.svg',
		dark: 'file:../nodes/Iadvize/iadvize.dark.svg',
	} as const;

	documentationUrl = 'https://docs.iadvize.dev/apps/build-your-app/app-security';

	properties: INodeProperties[] = [
		{
			displayName: 'Secret Token',
			name: 'secretToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'Found under App Information of your app at developers.iadvize.com. iAdvize signs every call with it.',
		},
		{
			displayName: 'Previous Secret Token',
			name: 'previousSecretToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'While a token is being replaced, the old one goes here, so that no call is refused. Empty it afterwards.',
		},
	];
}
