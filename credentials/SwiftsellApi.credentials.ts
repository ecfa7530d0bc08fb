import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';
import { refusedWith, secureAddress } from '../nodes/shared/credentialTest';

const NO_LOGIN =
	'This product does not know the token. Check that Product is the one your account belongs to, and copy the token again from Settings > Account Settings; it is not the token for webhooks';

const CHECK_ACCOUNT =
	'Check Product, API Base URL, and Account ID: the number after /account/ in the address of the dashboard';

export class SwiftsellApi implements ICredentialType {
	name = 'swiftsellApi';

	displayName = 'Swiftsell API';

	icon = {
		light: 'file:../nodes/Swiftsell/swiftsell.svg',
		dark: 'file:../nodes/Swiftsell/swiftsell.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-conversations/n8n-nodes-conversations/blob/main/docs/swiftsell.md#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Product',
			name: 'product',
			type: 'options',
			options: [
				{ name: 'Other', value: 'other', description: 'Another product of the family' },
				{ name: 'ReplyCX', value: 'https://api.reply.cx' },
				{
					name: 'Swiftsell',
					value: 'swiftsell',
					description: 'Swiftsell does not document the address of its API: ask its support',
				},
				{ name: 'WotNot', value: 'https://api.wotnot.io' },
			],
			default: 'swiftsell',
			hint: 'The product that your account is with: they share one API, at different addresses',
		},
		{
			displayName: 'API Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://api.example.com',
			displayOptions: { show: { product: ['other', 'swiftsell'] } },
			hint: 'The address that the support of your product gave you, with https and without a path. Swiftsell does not document its own; going by its sister products it may be https://api.swiftsell.biz.',
		},
		{
			displayName: 'Account Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			hint: 'Copy it from Settings > Account Settings. It is not the token for webhooks, which you make up yourself.',
		},
		{
			displayName: 'Account ID',
			name: 'accountId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 476',
			hint: 'The number after /account/ in the address of your dashboard, also account.id in every event. Lists of bots, variables and the test of this credential need it.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.token}}' } },
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: secureAddress(
				'$credentials.product.startsWith("https://") ? $credentials.product : $credentials.baseUrl',
			),
			url: '=/v1/accounts/{{ encodeURIComponent($credentials.accountId) }}/bots',
		},
		// n8n reads both kinds in one list, its types know lists of one kind.
		rules: [
			...[401, 403].map((value) => refusedWith(value, `${NO_LOGIN}.`)),
			refusedWith(404, `There is no such account at this address. ${CHECK_ACCOUNT}.`),
			{
				type: 'responseSuccessBody',
				properties: { key: 'ok', value: false, message: `${NO_LOGIN}. ${CHECK_ACCOUNT}.` },
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'ok',
					// Every answer of the API has it.
					value: undefined,
					message: 'Another server answers at this address: check Product and API Base URL.',
				},
			},
		] as ICredentialTestRequest['rules'],
	};
}
