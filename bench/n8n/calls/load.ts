import { performance } from 'node:perf_hooks';
import { Pool } from 'undici';
import type { Call } from '../../support/delivery';

export const CONNECTIONS = 16;

/** Who calls what, and for how long. */
export interface Load {
	/** n8n's own address on the loopback interface. */
	readonly origin: string;
	readonly path: string;
	readonly next: () => Call;
	/** The only status that counts. */
	readonly status: number;
	/** Ends after so many calls, or so many milliseconds, whichever is first. */
	readonly maxCalls: number;
	readonly maxMs: number;
}

const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

/**
 * Calls over all connections at once, each sending its next call when the last one is answered.
 *
 * @returns calls answered per second
 * @throws on an address of another machine, and on any other status than the expected one
 */
export async function callsPerSecond(load: Load): Promise<number> {
	return (await callAll(load, CONNECTIONS)).perSecond;
}

export interface Answers {
	readonly perSecond: number;
	/** Milliseconds that each answer took. */
	readonly ms: readonly number[];
}

/** The same over any number of connections, with how long each answer took. */
export async function callAll(load: Load, connections: number): Promise<Answers> {
	if (!LOOPBACK.includes(new URL(load.origin).hostname)) {
		throw new Error(`${load.origin} is not on this machine: nothing is sent there`);
	}
	const pool = new Pool(load.origin, { connections, pipelining: 1 });
	try {
		const begun = performance.now();
		const ms: number[] = [];
		let sent = 0;
		const connection = async () => {
			while (sent < load.maxCalls && performance.now() - begun < load.maxMs) {
				sent++;
				const called = performance.now();
				await send(pool, load);
				ms.push(performance.now() - called);
			}
		};
		await Promise.all(Array.from({ length: connections }, connection));
		return { perSecond: (ms.length * 1000) / (performance.now() - begun), ms };
	} finally {
		await pool.destroy();
	}
}

async function send(pool: Pool, { path, next, status }: Load): Promise<void> {
	const { headers, body } = next();
	const answer = await pool.request({
		method: 'POST',
		path,
		headers: { ...headers },
		body,
	});
	const text = await answer.body.text();
	if (answer.statusCode !== status) {
		throw new Error(
			`n8n answered ${answer.statusCode} instead of ${status}: ${text.slice(0, 200)}`,
		);
	}
}
