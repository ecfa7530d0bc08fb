import type { SenderOptions } from '../../shared/delivery';
import type { CallResult } from '../../shared/transport';
import { call } from '../../shared/transport';
import type { Endpoint } from '../../simulator';

/** Whether an app's health address is as the vendor wants it, and what it answered. */
export type HealthReport = { readonly up: boolean } & CallResult;

/** Asks the public health address, unsigned: it is up on 200 with `{"status":"UP"}` (contract §1). */
export async function checkHealth(
	url: string,
	{ timeouts, stopping }: SenderOptions,
	proxy?: Endpoint['proxy'],
): Promise<HealthReport> {
	const result = await call({ url, method: 'GET', headers: {}, proxy, timeouts, stopping });
	return { up: 'status' in result && result.status === 200 && saysUp(result.answer), ...result };
}

function saysUp(answer: string): boolean {
	try {
		const value: unknown = JSON.parse(answer);
		return (
			typeof value === 'object' && value !== null && 'status' in value && value.status === 'UP'
		);
	} catch {
		return false;
	}
}
