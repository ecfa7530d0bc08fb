import { ZohoSalesIqOAuth2Api } from '../../../credentials/ZohoSalesIqOAuth2Api.credentials';
import { dataCentres } from '../../../nodes/ZohoSalesIq/dataCentres';

const credential = new ZohoSalesIqOAuth2Api();
const defaultOf = (name: string) =>
	String(credential.properties.find((property) => property.name === name)?.default as string);

/** What n8n makes of an expression that names the data centre. */
function evaluated(expression: string, dataCentre: string): string {
	const [, table = '', path = ''] =
		/^=\{\{ "https:\/\/" \+ \((\{.*\})\)\[\$self\["dataCentre"\]\] \+ "([^"]*)" \}\}$/.exec(
			expression,
		) ?? [];
	const hosts = JSON.parse(table) as Record<string, string>;
	return `https://${hosts[dataCentre] ?? ''}${path}`;
}

test.each([
	['us', 'accounts.zoho.com'],
	['eu', 'accounts.zoho.eu'],
	['in', 'accounts.zoho.in'],
	['au', 'accounts.zoho.com.au'],
	['cn', 'accounts.zoho.com.cn'],
	['jp', 'accounts.zoho.jp'],
	['ca', 'accounts.zohocloud.ca'],
	['sa', 'accounts.zoho.sa'],
	['uk', 'accounts.zoho.uk'],
])('the login of %s is at %s', (dataCentre, host) => {
	expect(Object.keys(dataCentres)).toContain(dataCentre);
	expect(evaluated(defaultOf('authUrl'), dataCentre)).toBe(`https://${host}/oauth/v2/auth`);
	expect(evaluated(defaultOf('accessTokenUrl'), dataCentre)).toBe(`https://${host}/oauth/v2/token`);
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
