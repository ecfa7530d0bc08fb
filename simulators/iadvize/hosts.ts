const restHosts = ['ha.iadvize.com', 'sd.iadvize.com'];
const apiHost = 'api.iadvize.com';

/** The vendor's host names: REST per platform, and one for tokens and GraphQL. */
export const hosts: readonly string[] = [...restHosts, apiHost];

/**
 * Whether the vendor serves `path` under that host name. Under any other name, such as the loopback
 * address, all of it is served.
 */
export function isServedBy(host: string, path: string): boolean {
	const name = host.replace(/:\d+$/, '').toLowerCase();
	if (restHosts.includes(name)) return path.startsWith('/api/2/');
	return name !== apiHost || !path.startsWith('/api/');
}
