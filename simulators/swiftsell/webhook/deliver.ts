import type { PlainDelivery } from '../../shared/deliverOnce';
import { deliverOnce, withParameter } from '../../shared/deliverOnce';
import type { SenderOptions, TimedReport } from '../../shared/delivery';
import { isObject, parseJson } from '../../shared/json';
import type { Settings, TokenPlace } from '../settings';

/** One delivery, as freely as a test needs it. */
export interface Delivery extends PlainDelivery {
	/** Where the endpoint's secret goes: where the settings say unless given. */
	readonly tokenIn?: TokenPlace | 'nowhere';
}

/** Calls the endpoint once, with the token. Retries are not documented, so there are none. */
export async function deliver(
	delivery: Delivery,
	settings: Settings,
	sender: SenderOptions,
): Promise<TimedReport> {
	const { tokenIn = settings.tokenPlace, endpoint, headers, body, ...rest } = delivery;
	const { url, secret } = endpoint;
	return await deliverOnce(
		{
			...rest,
			endpoint: {
				...endpoint,
				url: tokenIn === 'query' ? withParameter(url, 'token', secret) : url,
			},
			body: tokenIn === 'body' ? withToken(body, secret) : body,
			headers: {
				...(tokenIn === 'header' && { [settings.tokenHeader]: secret }),
				...(tokenIn === 'bearer' && { authorization: `Bearer ${secret}` }),
				...headers,
			},
		},
		sender,
	);
}

/** The body with a top-level `token`; one that is not a JSON object gives way to the token alone. */
function withToken(body: Buffer | string, token: string): string {
	const value = parseJson(body.toString());
	return JSON.stringify({ token, ...(isObject(value) && value) });
}
