import type { Endpoint } from '../simulator';

/** Somebody who knows the address and how the vendor calls it, but not the secret. */
export function asStranger(endpoint: Endpoint): Endpoint {
	return { ...endpoint, secret: 'guessed-by-a-stranger' };
}
