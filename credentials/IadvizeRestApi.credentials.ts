import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

export class IadvizeRestApi implements ICredentialType {
	name = 'iadvizeRestApi';

	displayName = 'iAdvize REST API';

	icon = {
		light: 'file:../nodes/Iadvize/iadvize.svg',
		dark: 'file:../nodes/Iadvize/iadvize.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-conversations/n8n-nodes-conversations/blob/main/docs/iadvize.md#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Platform',
			name: 'platform',
			type: 'options',
			options: [
				{ name: 'HA (High Availability)', value: 'ha' },
				{ name: 'SD (Standard)', value: 'sd' },
			],
			default: 'ha',
			hint: 'How the address of your iAdvize administration begins: ha.iadvize.com or sd.iadvize.com',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			hint: 'Ask iAdvize support for one',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { 'X-API-Key': '={{$credentials.apiKey}}' } },
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '=https://{{$credentials.platform}}.iadvize.com/api/2',
			url: '/operator',
			qs: { limit: 1 },
		},
		// iAdvize may refuse inside an HTTP 200 answer.
		rules: [
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'meta.status',
					value: 'error',
					message: 'iAdvize does not accept this key: check key and platform',
				},
			},
		],
	};
}
