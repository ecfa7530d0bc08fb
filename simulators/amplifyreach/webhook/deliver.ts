import type { PlainDelivery } from '../../shared/deliverOnce';
import { deliverOnce } from '../../shared/deliverOnce';
import type { SenderOptions, TimedReport } from '../../shared/delivery';

/** One delivery of the dashboard webhook, as freely as a test needs it. */
export interface Delivery extends PlainDelivery {
	/** Instead of the endpoint's secret: a list goes as that many parameters, null leaves it out. */
	readonly token?: string | readonly string[] | null;
}

/**
 * Calls the pasted address once: neither retries nor a wanted answer are documented, so any success
 * will do.
 */
export async function deliver(
	{ token, ...delivery }: Delivery,
	sender: SenderOptions,
): Promise<TimedReport> {
	const { endpoint } = delivery;
	const tokens = token === undefined ? endpoint.secret : (token ?? []);
	// Without a secret the address is taken for the full one.
	const url = tokens === '' ? endpoint.url : withTokens(endpoint.url, [tokens].flat());
	return await deliverOnce({ ...delivery, endpoint: { ...endpoint, url } }, sender);
}

/** The address as the user pasted it: the secret is its only `token` (contract §2.2). */
export function withTokens(url: string, tokens: readonly string[]): string {
	const address = new URL(url);
	address.searchParams.delete('token');
	for (const token of tokens) address.searchParams.append('token', token);
	return address.href;
}
