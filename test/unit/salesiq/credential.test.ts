import { runInNewContext } from 'node:vm';
import { ZohoSalesIqOAuth2Api } from '../../../credentials/ZohoSalesIqOAuth2Api.credentials';
import { dataCentres } from '../../../nodes/ZohoSalesIq/dataCentres';

const credential = new ZohoSalesIqOAuth2Api();
const defaultOf = (name: string) =>
	String(credential.properties.find((property) => property.name === name)?.default as string);

const evaluatedIn = (expression: string, $self: object): unknown =>
	runInNewContext(/^=\{\{(.*)\}\}$/.exec(expression)?.[1] ?? '', { $self });

/** What n8n makes of an expression, with that as the data center. */
const evaluated = (expression: string, serverUrl: string) => evaluatedIn(expression, { serverUrl });

test.each([
	'accounts.zoho.com',
	'accounts.zoho.eu',
	'accounts.zoho.in',
	'accounts.zoho.com.au',
	'accounts.zoho.com.cn',
	'accounts.zoho.jp',
	'accounts.zohocloud.ca',
	'accounts.zoho.sa',
	'accounts.zoho.uk',
])('there is a login at %s', (host) => {
	const server = `https://${host}`;
	expect(dataCentres.map((one) => one.server)).toContain(server);
	expect(evaluated(defaultOf('authUrl'), server)).toBe(`${server}/oauth/v2/auth`);
	expect(evaluated(defaultOf('accessTokenUrl'), server)).toBe(`${server}/oauth/v2/token`);
});

// The client secret would go there.
test.each([
	'https://example.com',
	'https://accounts.zoho.com.example.com',
	'http://accounts.zoho.com',
])('there is none at %s', (server) => {
	expect(evaluated(defaultOf('accessTokenUrl'), server)).toBe('/oauth/v2/token');
});

// An expression is evaluated each time it is read.
test('there is none at a server that is another one when it is read again', () => {
	const servers = [...dataCentres.map((one) => one.server), 'https://example.com'];
	for (const reads of servers.keys()) {
		for (const name of ['authUrl', 'accessTokenUrl']) {
			let read = 0;
			const self = {
				get serverUrl() {
					return read++ < reads ? 'https://accounts.zoho.com' : 'https://example.com';
				},
			};
			expect(evaluatedIn(defaultOf(name), self)).not.toContain('example.com');
		}
	}
});

test('there is always a refresh token, and the client is told in the body', () => {
	expect(defaultOf('authQueryParameters')).toBe('access_type=offline&prompt=consent');
	expect(defaultOf('authentication')).toBe('body');
	expect(defaultOf('grantType')).toBe('authorizationCode');
});

test('the scopes are Zoho’s, separated by commas alone, and can be edited', () => {
	const scopes = defaultOf('scope').split(',');
	expect(new Set(scopes).size).toBe(scopes.length);
	for (const scope of scopes) {
		expect(scope).toMatch(/^SalesIQ\.[A-Za-z]+\.(READ|CREATE|UPDATE|DELETE)$/);
	}
	for (const right of ['READ', 'CREATE', 'UPDATE', 'DELETE']) {
		expect(scopes).toContain(`SalesIQ.webhooks.${right}`);
	}
	// n8n keeps an edited scope only where it is shown.
	expect(credential.properties.find(({ name }) => name === 'scope')?.type).toBe('string');
});
