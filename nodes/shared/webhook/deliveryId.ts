import { createHash } from 'node:crypto';
import type { Delivery } from './source';

// Once per delivery, however many elements its list has: a body may be megabytes long.
const digests = new WeakMap<Delivery, string>();

/** SHA-256 of the exact bytes of a delivery, as 64 hexadecimal digits. */
function digestOf(delivery: Delivery): string {
	const known = digests.get(delivery);
	if (known !== undefined) return known;
	const digest = createHash('sha256').update(delivery.body).digest('hex');
	digests.set(delivery, digest);
	return digest;
}

/**
 * What an element of a delivery without an ID of its own is recognized by: the delivery's ID, or
 * else its bytes, and from the second element on its place.
 */
export function elementId(delivery: Delivery, index: number, id = digestOf(delivery)): string {
	return index === 0 ? id : `${id}-${index}`;
}
