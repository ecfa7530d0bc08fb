import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { apiHosts, dataCentres } from '../nodes/ZohoSalesIq/dataCentres';

const SCOPES = [
	...['READ', 'CREATE', 'UPDATE', 'DELETE'].map((right) => `SalesIQ.webhooks.${right}`),
	'SalesIQ.portals.READ',
	'SalesIQ.Apps.READ',
	'SalesIQ.departments.READ',
	'SalesIQ.operators.READ',
	...['READ', 'CREATE', 'UPDATE'].map((right) => `SalesIQ.conversations.${right}`),
	'SalesIQ.feedbacks.READ',
	'SalesIQ.visitors.READ',
	'SalesIQ.tags.CREATE',
	'SalesIQ.blockedips.READ',
	'SalesIQ.blockedips.CREATE',
	'SalesIQ.articles.READ',
	'SalesIQ.articles.CREATE',
].join(',');

const apiHostByServer = JSON.stringify(
	Object.fromEntries(dataCentres.map(({ server, api }) => [server, api])),
);

/**
 * No other server gets the client secret. It is the list's, not the field's: an expression in the
 * field is evaluated at each reading, and may give another one each time.
 */
const accounts = (path: string) =>
	`={{ (${JSON.stringify(dataCentres.map(({ server }) => server))}.find((server) => server === $self["serverUrl"]) ?? "") + "/oauth/v2/${path}" }}`;

export class ZohoSalesIqOAuth2Api implements ICredentialType {
	name = 'zohoSalesIqOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Zoho SalesIQ OAuth2 API';

	icon = {
		light: 'file:../nodes/ZohoSalesIq/zohoSalesIq.svg',
		dark: 'file:../nodes/ZohoSalesIq/zohoSalesIq.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-conversations/n8n-nodes-conversations/blob/main/docs/zoho-salesiq.md#the-credential';

	properties: INodeProperties[] = [
		{
			displayName: 'Data Center',
			// n8n shows inherited fields first, Client ID among them. The one that a credential like this
			// leaves empty stands before it, so taking its name puts the data center there.
			name: 'serverUrl',
			type: 'options',
			default: 'https://accounts.zoho.com',
			hint: 'How the address at which you use SalesIQ ends. A login works at one data center only.',
			options: dataCentres.map(({ name, server: value }) => ({ name, value })),
		},
		{
			displayName: 'SalesIQ Host',
			name: 'host',
			type: 'options',
			default: '',
			hint: 'Change it only if your SalesIQ runs at another host than its data center',
			options: [
				{ name: 'Same as Data Center', value: '' },
				...apiHosts.map((host) => ({ name: host, value: host })),
			],
		},
		{
			displayName: 'Default Portal',
			name: 'portal',
			type: 'string',
			default: '',
			placeholder: 'e.g. example-inc',
			hint: 'The screen name of the portal that nodes use where none is chosen: the part of the SalesIQ address after the host',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'string',
			default: SCOPES,
			hint: 'What n8n may do, separated by commas. The default covers all operations but changes to operators and departments; for these, add SalesIQ.operators.CREATE, SalesIQ.operators.UPDATE, SalesIQ.departments.CREATE or SalesIQ.departments.UPDATE, and connect again. The trigger alone needs webhooks, portals, Apps, departments and operators.',
		},
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: accounts('auth'),
			required: true,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: accounts('token'),
			required: true,
		},
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			// Without both, Zoho issues no refresh token, or none on the second connection.
			default: 'access_type=offline&prompt=consent',
		},
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
	];

	test: ICredentialTestRequest = {
		request: {
			// No other host gets the token, as in the nodes.
			baseURL: `={{ "https://" + (${JSON.stringify(apiHosts)}.includes($credentials.host) ? $credentials.host : (${apiHostByServer})[$credentials.serverUrl]) }}`,
			url: '/api/v2/portals',
			// n8n signs with Bearer in the first of these two. The second, the same name to HTTP, then
			// takes its place: Zoho requires a scheme of its own.
			headers: {
				Authorization: '',
				authorization: '=Zoho-oauthtoken {{$credentials.oauthTokenData.access_token}}',
			},
		},
		rules: [
			{ code: 1002, message: 'Zoho does not accept this login: check the data center' },
			{
				code: 1008,
				message: 'The access token has expired or is of another data center: reconnect',
			},
			{ code: 1009, message: 'The scope SalesIQ.portals.READ is missing: reconnect with it' },
		].map(({ code, message }) => ({
			type: 'responseSuccessBody',
			properties: { key: 'error.code', value: code, message },
		})),
	};
}
