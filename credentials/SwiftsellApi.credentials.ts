import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

export class SwiftsellApi implements ICredentialType {
	name = 'swiftsellApi';

	displayName = 'Swiftsell API';

	icon = {
		light: 'file:../nodes/Swiftsell/swiftsell.svg',
		dark: 'file:../nodes/Swiftsell/swiftsell.dark.svg',
	} as const;

	documentationUrl = 'https://docs.swiftsell.biz/integrations/public-apis';

	properties: INodeProperties[] = [
		{
			displayName: 'Product',
			name: 'product',
			type: 'options',
			options: [
				{
					name: 'Other Address',
					value: 'other',
					description: 'The address that the support of your product gave you',
				},
				{ name: 'ReplyCX', value: 'https://api.reply.cx' },
				{
					name: 'Swiftsell',
					value: 'https://api.swiftsell.biz',
					description:
						'Swiftsell does not document its address; this one follows its sister products. If it does not answer, ask Swiftsell support and choose Other Address.',
				},
				{ name: 'WotNot', value: 'https://api.wotnot.io' },
			],
			default: 'https://api.swiftsell.biz',
			description: 'They are one product family with one API, at different addresses',
		},
		{
			displayName: 'API Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://api.example.com',
			displayOptions: { show: { product: ['other'] } },
			description: 'With https, without a path',
		},
		{
			displayName: 'Account Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'Found under Settings > Account Settings. It is not the token of webhooks, which you make up.',
		},
		{
			displayName: 'Account ID',
			name: 'accountId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 476',
			description:
				'The number after /account/ in the address of the dashboard, and account.id in every event. Bots, variables and the test of this credential need it.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.token}}' } },
	};

	test: ICredentialTestRequest = {
		request: {
			// Always https, whatever was pasted: the token must not travel in the clear.
			baseURL:
				'={{ "https://" + ($credentials.product === "other" ? $credentials.baseUrl : $credentials.product).trim().replace(/^https:\\/\\//i, "").replace(/\\/+$/, "") }}',
			url: '=/v1/accounts/{{ encodeURIComponent($credentials.accountId) }}/bots',
		},
		rules: [
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'ok',
					value: false,
					message: 'Swiftsell does not accept this token: check token, product and account ID',
				},
			},
		],
	};
}
