import type {
	FastClock,
	SwiftsellOptions,
	SwiftsellSimulator,
} from '../../../simulators/swiftsell';
import { createFastClock, startSwiftsellSimulator } from '../../../simulators/swiftsell';
import type { Reply } from './iadvize';
import { fetchJson } from './iadvize';

export interface TestBed {
	readonly simulator: SwiftsellSimulator;
	readonly clock: FastClock;
	/** Calls the API with the account's token: posts what it is given, reads otherwise. */
	api(path: string, how?: ApiCall): Promise<Reply>;
}

interface ApiCall {
	readonly method?: string;
	/** Sent as JSON. */
	readonly json?: unknown;
	readonly form?: FormData;
	readonly token?: string;
}

/** A simulator on the fast clock, and a client that knows nothing but HTTP. */
export async function startTestBed(options: SwiftsellOptions = {}): Promise<TestBed> {
	const clock = createFastClock();
	const simulator = await startSwiftsellSimulator({ clock, ...options });
	return {
		simulator,
		clock,
		api: async (path, { method, json, form, token = simulator.access.accountToken } = {}) =>
			fetchJson(simulator.url + path, {
				method: method ?? (json === undefined && form === undefined ? 'GET' : 'POST'),
				headers: {
					Authorization: `Bearer ${token}`,
					...(json !== undefined && { 'Content-Type': 'application/json' }),
				},
				body: form ?? (json === undefined ? null : JSON.stringify(json)),
			}),
	};
}
