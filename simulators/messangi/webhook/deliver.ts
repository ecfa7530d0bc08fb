import type { PlainDelivery } from '../../shared/deliverOnce';
import { deliverOnce, withParameter } from '../../shared/deliverOnce';
import type { SenderOptions, TimedReport } from '../../shared/delivery';
import type { SecretPlace } from '../settings';

/** One delivery, as freely as a test needs it. */
export interface Delivery extends PlainDelivery {
	/** Where the endpoint's secret goes: the custom header unless given. */
	readonly secretIn?: SecretPlace;
	/** Name of the custom header; what the account's owner typed unless given. */
	readonly headerName?: string;
	/** Other statuses than any 2xx may be demanded. */
	readonly isSuccess?: (status: number) => boolean;
}

/**
 * Calls the pasted address once, with the owner's header. Retries are not documented, so there are
 * none.
 */
export async function deliver(
	{ secretIn = 'header', headerName = '', isSuccess, ...delivery }: Delivery,
	sender: SenderOptions,
): Promise<TimedReport> {
	const { endpoint, headers } = delivery;
	const url = addressOf(endpoint.url);
	const wanted = {
		...delivery,
		endpoint: {
			...endpoint,
			url: secretIn === 'query' ? withParameter(url, 'token', endpoint.secret) : url,
		},
		headers: { ...(secretIn === 'header' && { [headerName]: endpoint.secret }), ...headers },
	};
	return await deliverOnce(wanted, sender, isSuccess);
}

/** The editor's pattern has the method in front: `POST https://…` (contract §1.1). */
function addressOf(pasted: string): string {
	return pasted.trim().replace(/^POST\s+/i, '');
}
