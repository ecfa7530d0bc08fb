/** SalesIQ and accounts servers per data center (zoho.com/salesiq/help, REST API prerequisites). */
export const dataCentres = {
	au: { name: 'Australia', api: 'salesiq.zoho.com.au', accounts: 'accounts.zoho.com.au' },
	ca: { name: 'Canada', api: 'salesiq.zohocloud.ca', accounts: 'accounts.zohocloud.ca' },
	cn: { name: 'China', api: 'salesiq.zoho.com.cn', accounts: 'accounts.zoho.com.cn' },
	eu: { name: 'Europe', api: 'salesiq.zoho.eu', accounts: 'accounts.zoho.eu' },
	in: { name: 'India', api: 'salesiq.zoho.in', accounts: 'accounts.zoho.in' },
	jp: { name: 'Japan', api: 'salesiq.zoho.jp', accounts: 'accounts.zoho.jp' },
	sa: {
		name: 'Saudi Arabia (Address Assumed)',
		api: 'salesiq.zoho.sa',
		accounts: 'accounts.zoho.sa',
	},
	uk: {
		name: 'United Kingdom (Address Assumed)',
		api: 'salesiq.zoho.uk',
		accounts: 'accounts.zoho.uk',
	},
	us: { name: 'United States', api: 'salesiq.zoho.com', accounts: 'accounts.zoho.com' },
} as const;

export type DataCentre = keyof typeof dataCentres;

/** Hosts that may be sent an access token: those of the data centers, and no look-alike. */
export const apiHosts: readonly string[] = Object.values(dataCentres).map(({ api }) => api);

/**
 * Host of the REST API: that of the data center, unless the user chose that of another one.
 * Anything else is passed over, because it would be sent the access token.
 */
export function apiHostOf({ dataCentre, host }: Record<string, unknown>): string {
	if (typeof host === 'string' && apiHosts.includes(host)) return host;
	return dataCentres[isDataCentre(dataCentre) ? dataCentre : 'us'].api;
}

const isDataCentre = (value: unknown): value is DataCentre =>
	typeof value === 'string' && Object.hasOwn(dataCentres, value);
