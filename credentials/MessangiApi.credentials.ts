import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { refusedWith, secureAddress } from '../nodes/shared/credentialTest';

const textOf = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

/** A key as it was copied, or as the login returns it: with the word Bearer or without. */
const bare = (key: unknown) => textOf(key).replace(/^Bearer\s+/i, '');

const NO_LOGIN =
	'Messangi does not accept this. API Key: copy it again from Preferences > API; it may have expired, been revoked, or belong to another Space. User and Password: check both';

export class MessangiApi implements ICredentialType {
	name = 'messangiApi';

	displayName = 'Messangi API';

	icon = {
		light: 'file:../nodes/Messangi/messangi.svg',
		dark: 'file:../nodes/Messangi/messangi.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-conversations/n8n-nodes-conversations/blob/main/docs/messangi.md#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Host',
			name: 'host',
			type: 'string',
			required: true,
			default: 'https://elastic.messangi.me',
			hint: 'Leave it as it is unless Messangi gave you another address: with https, and without a path',
		},
		{
			displayName: 'Log In With',
			name: 'method',
			type: 'options',
			options: [
				{ name: 'API Key', value: 'key' },
				{ name: 'User and Password', value: 'login' },
			],
			default: 'key',
			hint: 'What you have. Users with two-factor authentication need an API key.',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			displayOptions: { show: { method: ['key'] } },
			hint: 'Admins of the Space find it under Preferences > API: click Show and copy it. It expires on a given date.',
		},
		{
			displayName: 'User',
			name: 'username',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. api@example.com',
			displayOptions: { show: { method: ['login'] } },
			hint: 'The email address that you log in to Messangi with',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			displayOptions: { show: { method: ['login'] } },
			hint: 'n8n logs in about once a day and keeps the key that it gets',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	/**
	 * One login a day: the key is valid for 24 hours, n8n keeps it and comes here again on 401. The
	 * answer is empty, the key is in its header.
	 */
	async preAuthentication(
		this: IHttpRequestHelper,
		{ method, host, username, password }: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		if (method !== 'login') return {};
		const { headers } = (await this.helpers.httpRequest({
			method: 'POST',
			// Always https: a password must not travel in the clear.
			url: `https://${textOf(host)
				.replace(/^https:\/\//i, '')
				.replace(/(?<!\/)\/+$/, '')}/kingslanding/login`,
			headers: { 'Content-Type': 'application/json' },
			body: { username: textOf(username), password },
			json: true,
			returnFullResponse: true,
		})) as { headers: IDataObject };
		return { accessToken: bare(headers.authorization) };
	}

	/** Campaign 0 does not exist and the call names no recipient, so nothing can be sent. */
	test: ICredentialTestRequest = {
		request: {
			method: 'POST',
			baseURL: secureAddress('$credentials.host'),
			url: '/thetrident/v1/campaigns/0/trigger',
			body: {},
			json: true,
			// Whatever else it says, it has accepted the key.
			ignoreHttpStatusErrors: { ignore: true, except: [401, 402, 403, 429, 500, 502, 503, 504] },
		},
		rules: [
			refusedWith(401, NO_LOGIN),
			refusedWith(402, 'This user logs in with two factors: use an API key instead'),
			refusedWith(403, NO_LOGIN),
		],
	};

	/** A key is never kept as a token: one that is replaced here counts at once. */
	async authenticate(
		{ method, apiKey, accessToken }: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const key = bare(method === 'login' ? accessToken : apiKey);
		const headers = { ...request.headers, Authorization: `Bearer ${key}` };
		return await Promise.resolve({ ...request, headers });
	}
}
