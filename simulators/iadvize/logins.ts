import type { Clock } from '../shared/clock';
import { MINUTE_MS } from '../shared/clock';

const PER_USER = 10;
const PER_ADDRESS = 100;

/**
 * Counts logins: 10 a minute per user, 100 a minute per address (contract §7).
 *
 * How long the block lasts is not documented: here an attempt counts for one minute, refused
 * attempts included, so a client that keeps knocking stays blocked.
 */
export function createLoginLimits(clock: Clock): (user: string, address: string) => boolean {
	const seen = new Map<string, number[]>();
	const isWithin = (key: string, limit: number) => {
		const since = clock.now() - MINUTE_MS;
		const recent = (seen.get(key) ?? []).filter((at) => at > since);
		recent.push(clock.now());
		seen.set(key, recent);
		return recent.length <= limit;
	};
	return (user, address) => {
		const userIsWithin = isWithin(`user ${user}`, PER_USER);
		const addressIsWithin = isWithin(`address ${address}`, PER_ADDRESS);
		return userIsWithin && addressIsWithin;
	};
}
