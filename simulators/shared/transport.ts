import { Agent, ProxyAgent, request } from 'undici';
import type { Dispatcher } from 'undici';
import type { Endpoint } from '../simulator';

/** Real milliseconds: the receiver lives in real time, whatever clock the simulator has. */
export interface Timeouts {
	readonly connectMs: number;
	readonly replyMs: number;
}

/** Header values; a list is sent as that many lines of the same name. */
export type HeaderValues = Readonly<Record<string, string | readonly string[]>>;

interface Call {
	readonly url: string;
	readonly method: Dispatcher.HttpMethod;
	readonly headers: HeaderValues;
	readonly body?: Buffer;
	readonly proxy?: Endpoint['proxy'];
	readonly timeouts: Timeouts;
	/** Cuts the call off. */
	readonly stopping: AbortSignal;
}

export type CallResult =
	| { readonly status: number; readonly answer: string }
	| { readonly fault: string };

/** Makes one HTTP call on a connection of its own; never throws, never follows a redirect. */
export async function call(wanted: Call): Promise<CallResult> {
	const dispatcher = createDispatcher(wanted);
	try {
		const response = await request(wanted.url, {
			dispatcher,
			method: wanted.method,
			// A copy: undici's ProxyAgent adds a host to it.
			headers: { ...wanted.headers } as Record<string, string | string[]>,
			body: wanted.body ?? null,
			signal: AbortSignal.any([wanted.stopping, AbortSignal.timeout(wanted.timeouts.replyMs)]),
		});
		return { status: response.statusCode, answer: await response.body.text() };
	} catch (error) {
		return { fault: describeFault(error) };
	} finally {
		await dispatcher.destroy();
	}
}

function createDispatcher({ proxy, timeouts }: Call): Dispatcher {
	const timeout = timeouts.connectMs;
	if (!proxy) return new Agent({ connect: { timeout } });
	return new ProxyAgent({
		uri: proxy.url,
		requestTls: { ca: proxy.ca, timeout },
		proxyTls: { timeout },
	});
}

// Read without `instanceof`: errors of Node itself come from another realm under jest.
function describeFault(error: unknown): string {
	const { name, code, message } = error as Partial<NodeJS.ErrnoException>;
	if (name === 'TimeoutError') return 'reply time-out';
	if (code === 'UND_ERR_CONNECT_TIMEOUT') return 'connect time-out';
	return [code, message].filter(Boolean).join(': ') || 'unknown fault';
}
