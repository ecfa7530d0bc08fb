import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';
import { refusedWith } from '../nodes/shared/credentialTest';

const NO_LOGIN =
	'iAdvize does not accept this login: check Email and Password, of a user who logs in with a password and not through single sign-on';

export class IadvizeGraphQlApi implements ICredentialType {
	name = 'iadvizeGraphQlApi';

	displayName = 'iAdvize GraphQL API';

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
			displayName: 'Email',
			name: 'email',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. api@example.com',
			hint: 'The address of an iAdvize user who logs in with a password, not through single sign-on',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			hint: 'The password of that user. n8n logs in once and keeps the token until iAdvize refuses it.',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	/** One login a day: n8n keeps the token and comes here again when iAdvize answers 401. */
	async preAuthentication(
		this: IHttpRequestHelper,
		{ email, password }: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const login = {
			grant_type: 'password',
			username: email as string,
			password: password as string,
		};
		const { access_token: accessToken } = (await this.helpers.httpRequest({
			method: 'POST',
			url: 'https://api.iadvize.com/oauth2/token',
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
			body: new URLSearchParams(login).toString(),
			json: true,
		})) as IDataObject;
		return { accessToken };
	}

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.accessToken}}' } },
	};

	test: ICredentialTestRequest = {
		request: { baseURL: 'https://api.iadvize.com', url: '/_authenticated' },
		// n8n reads both kinds in one list, its types know lists of one kind.
		rules: [
			...[400, 401].map((value) => refusedWith(value, NO_LOGIN)),
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'error',
					value: 'invalid_token',
					message: NO_LOGIN,
				},
			},
		] as ICredentialTestRequest['rules'],
	};
}
