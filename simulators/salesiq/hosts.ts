interface DataCentre {
	/** Short name as Zoho's callback tells it in `location`. */
	readonly id: string;
	/** Serves the REST API. */
	readonly salesiq: string;
	/** Serves OAuth. */
	readonly accounts: string;
	/** What a token answer calls `api_domain`; it is no host of SalesIQ. */
	readonly apiDomain: string;
}

/** The data centres of contract §5.1; hosts of SA and UK, and of SalesIQ in CA, are unconfirmed. */
export const dataCentres: readonly DataCentre[] = [
	dataCentre('us', 'zoho.com', 'com'),
	dataCentre('eu', 'zoho.eu', 'eu'),
	dataCentre('in', 'zoho.in', 'in'),
	dataCentre('au', 'zoho.com.au', 'com.au'),
	dataCentre('cn', 'zoho.com.cn', 'com.cn'),
	dataCentre('jp', 'zoho.jp', 'jp'),
	dataCentre('ca', 'zohocloud.ca', 'ca'),
	dataCentre('sa', 'zoho.sa', 'sa'),
	dataCentre('uk', 'zoho.uk', 'uk'),
];

/** The vendor's host names: SalesIQ and accounts server of each data centre. */
export const hosts: readonly string[] = dataCentres.flatMap(({ salesiq, accounts }) => [
	salesiq,
	accounts,
]);

/** The data centre that a `Host` header belongs to; none for the loopback address. */
export function dataCentreOf(host: string): DataCentre | undefined {
	const name = nameOf(host);
	return dataCentres.find(({ salesiq, accounts }) => name === salesiq || name === accounts);
}

/**
 * Whether the vendor serves `path` under that host name. Under any other name, such as the loopback
 * address, all of it is served.
 */
export function isServedBy(host: string, path: string): boolean {
	const centre = dataCentreOf(host);
	if (!centre) return true;
	return path.startsWith('/oauth/') === (nameOf(host) === centre.accounts);
}

function dataCentre(id: string, domain: string, apiDomain: string): DataCentre {
	return {
		id,
		salesiq: `salesiq.${domain}`,
		accounts: `accounts.${domain}`,
		apiDomain: `https://www.zohoapis.${apiDomain}`,
	};
}

function nameOf(host: string): string {
	return host.replace(/:\d+$/, '').toLowerCase();
}
