/**
 * Which processor gets a call: the one of its address, so that one process sees all calls of a trigger;
 * or each in turn.
 */
export type Balance = 'address' | 'turn';

/** What is other here than in `deploy`, where each process has a name and its own network. */
interface Here {
	/** Where HAProxy listens. */
	readonly port: number;
	/** Where it takes commands. */
	readonly admin: number;
	readonly main: string;
	readonly processors: readonly string[];
	readonly balance: Balance;
}

/** A processor as `deploy` names it. */
export const nameOf = (index: number) => `webhook-${index + 1}`;

/** Whom HAProxy here takes for a reverse proxy on the same network. */
export const PROXIES = '127.9.0.0/16';

/**
 * The deployed configuration of HAProxy, at other addresses and with as many processors as there are.
 *
 * @throws when it has no longer what is replaced
 */
export function configuration(deployed: string, here: Here): string {
	const { port, admin, main, processors, balance } = here;
	const replace = (from: string | RegExp, to: string) => (config: string) => {
		const replaced = config.replace(from, to);
		if (replaced === config) throw new Error(`deploy/haproxy.cfg has no ${String(from)}`);
		return replaced;
	};
	const [, more = ''] = /server webhook-1 webhook-1:5678(.*)/.exec(deployed) ?? [];
	const servers = processors.map((url, i) => `\tserver ${nameOf(i)} ${new URL(url).host}${more}\n`);
	const changes = [
		replace('bind :8080', `bind 127.0.0.1:${port}`),
		replace('10.0.0.0/8', PROXIES),
		replace('127.0.0.1:9999', `127.0.0.1:${admin}`),
		replace('server main main:5678', `server main ${new URL(main).host}`),
		replace(/(\tserver webhook-.*\n)+/, servers.join('')),
		...(balance === 'turn' ? [replace('balance uri', 'balance roundrobin')] : []),
	];
	return changes.reduce((config, change) => change(config), deployed);
}
