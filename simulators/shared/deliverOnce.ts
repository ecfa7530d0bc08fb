import type { Dispatcher } from 'undici';
import type { Endpoint } from '../simulator';
import type { SenderOptions, TimedReport } from './delivery';
import { deliverWithRetries } from './delivery';
import type { HeaderValues } from './transport';

/** Headers of which undefined leaves one out, and a list is as many lines. */
export type HeaderChanges = Readonly<Record<string, string | readonly string[] | undefined>>;

/** One delivery, as freely as a test needs it. */
export interface PlainDelivery {
	readonly endpoint: Endpoint;
	/** The exact bytes to send. */
	readonly body: Buffer | string;
	/** Put over the vendor's headers; undefined leaves one out. */
	readonly headers?: HeaderChanges;
	/** POST unless given. A GET goes without the body. */
	readonly method?: Dispatcher.HttpMethod;
	/** `application/json` unless given. */
	readonly contentType?: string;
}

/** Makes the one call that vendors without documented retries make. */
export async function deliverOnce(
	{
		endpoint,
		body,
		headers = {},
		method = 'POST',
		contentType = 'application/json',
	}: PlainDelivery,
	sender: SenderOptions,
	isSuccess: (status: number) => boolean = isAnySuccess,
): Promise<TimedReport> {
	const bytes = method === 'GET' ? undefined : Buffer.from(body);
	const all = { 'content-type': bytes && contentType, ...headers };
	const call = { endpoint, method, headers: withoutAbsent(all), body: bytes };
	return deliverWithRetries({ dueMs: [0], isSuccess, callOf: () => call }, sender);
}

/** The address with `name` as its only such parameter. */
export function withParameter(url: string, name: string, value: string): string {
	const address = new URL(url);
	address.searchParams.set(name, value);
	return address.href;
}

function isAnySuccess(status: number): boolean {
	return status >= 200 && status < 300;
}

function withoutAbsent(headers: HeaderChanges): HeaderValues {
	const kept = Object.entries(headers).filter(
		(entry): entry is [string, string | readonly string[]] => entry[1] !== undefined,
	);
	return Object.fromEntries(kept);
}
