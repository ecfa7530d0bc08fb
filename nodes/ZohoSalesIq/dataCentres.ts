/** Accounts and SalesIQ servers per data center (zoho.com/salesiq/help, REST API prerequisites). */
export const dataCentres = [
	at('Australia', 'zoho.com.au'),
	at('Canada', 'zohocloud.ca'),
	at('China', 'zoho.com.cn'),
	at('Europe', 'zoho.eu'),
	at('India', 'zoho.in'),
	at('Japan', 'zoho.jp'),
	at('Saudi Arabia', 'zoho.sa', ', Assumed'),
	at('United Kingdom', 'zoho.uk', ', Assumed'),
	at('United States', 'zoho.com'),
];

/** @param note behind the domain */
function at(name: string, domain: string, note = '') {
	return {
		name: `${name} (${domain}${note})`,
		server: `https://accounts.${domain}`,
		api: `salesiq.${domain}`,
	};
}

/** Hosts that may be sent an access token: those of the data centers, and no look-alike. */
export const apiHosts: readonly string[] = dataCentres.map(({ api }) => api);

/**
 * Host of the REST API: that of the data center, unless the user chose that of another one.
 * Anything else is passed over, because it would be sent the access token.
 */
export function apiHostOf({ serverUrl, host }: Record<string, unknown>): string {
	if (typeof host === 'string' && apiHosts.includes(host)) return host;
	return dataCentres.find(({ server }) => server === serverUrl)?.api ?? 'salesiq.zoho.com';
}
