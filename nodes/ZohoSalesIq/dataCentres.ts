/** SalesIQ and accounts servers per data centre (zoho.com/salesiq/help, REST API prerequisites). */
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

/**
 * Host of the REST API. A host of the user's own is taken only if it is Zoho's, because it will be
 * sent the access token.
 */
export function apiHostOf({ dataCentre, host }: Record<string, unknown>): string {
	if (typeof host === 'string' && ZOHO_HOST.test(host.trim())) return host.trim().toLowerCase();
	return dataCentres[isDataCentre(dataCentre) ? dataCentre : 'us'].api;
}

const isDataCentre = (value: unknown): value is DataCentre =>
	typeof value === 'string' && Object.hasOwn(dataCentres, value);

/** Hosts that may be sent an access token. */
export const ZOHO_HOST = /^salesiq\.(zoho\.[a-z]{2,3}(\.[a-z]{2})?|zohocloud\.[a-z]{2,3})$/i;
