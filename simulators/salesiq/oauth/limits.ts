import type { Clock } from '../../shared/clock';

/**
 * Counts what happens within a sliding time: gives true while the limit is not reached.
 *
 * What is refused does not count: a client that waits long enough is let in again.
 */
export function createWindow(
	clock: Clock,
	{ limit, withinMs }: { limit: number; withinMs: number },
): () => boolean {
	let seen: number[] = [];
	return () => {
		seen = seen.filter((at) => at > clock.now() - withinMs);
		if (seen.length >= limit) return false;
		seen.push(clock.now());
		return true;
	};
}
