import type { FastClock, MessangiOptions, MessangiSimulator } from '../../../simulators/messangi';
import { createFastClock, startMessangiSimulator } from '../../../simulators/messangi';
import type { Reply } from './iadvize';
import { fetchJson } from './iadvize';

export interface TestBed {
	readonly simulator: MessangiSimulator;
	readonly clock: FastClock;
	/** Posts `json` with the account's key, or reads where there is none. */
	api(path: string, json?: unknown, key?: string): Promise<Reply>;
}

/** A simulator on the fast clock, and a client that knows nothing but HTTP. */
export async function startTestBed(options: MessangiOptions = {}): Promise<TestBed> {
	const clock = createFastClock();
	const simulator = await startMessangiSimulator({ clock, ...options });
	return {
		simulator,
		clock,
		api: async (path, json, key = simulator.access.apiKey) =>
			fetchJson(simulator.url + path, {
				method: json === undefined ? 'GET' : 'POST',
				headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
				body: json === undefined ? null : JSON.stringify(json),
			}),
	};
}
