import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastClock, SalesIqOptions, SalesIqSimulator } from '../../../simulators/salesiq';
import { createFastClock, startSalesIqSimulator } from '../../../simulators/salesiq';
import type { Reply } from './iadvize';
import { fetchJson } from './iadvize';

export interface TestBed {
	readonly simulator: SalesIqSimulator;
	readonly clock: FastClock;
	/** Calls the API below the portal's base; `/api/…` and `/visitor/…` are taken as they are. */
	api(path: string, how?: ApiCall): Promise<Reply>;
	/** As `api`, and gives what `data` holds; fails where the vendor says no. */
	data<Data = Record<string, unknown>>(path: string, how?: ApiCall): Promise<Data>;
	/** As `api`, and gives the error's code; undefined where there is none. */
	code(path: string, how?: ApiCall): Promise<number | undefined>;
}

interface ApiCall {
	readonly method?: string;
	/** Sent as JSON. */
	readonly json?: unknown;
	readonly body?: RequestInit['body'];
	readonly token?: string;
	readonly headers?: Readonly<Record<string, string>>;
}

/** A simulator on the fast clock that takes local addresses, and a client that knows only HTTP. */
export async function startTestBed(options: SalesIqOptions = {}): Promise<TestBed> {
	const clock = createFastClock();
	const settings = { refusePorts: false, ...options.settings };
	const simulator = await startSalesIqSimulator({ clock, ...options, settings });
	const api: TestBed['api'] = async (path, { method, json, body, token, headers } = {}) =>
		fetchJson(simulator.url + baseOf(path) + path, {
			method: method ?? (json === undefined && body === undefined ? 'GET' : 'POST'),
			headers: {
				Authorization: `Zoho-oauthtoken ${token ?? simulator.issueToken()}`,
				...(json !== undefined && { 'Content-Type': 'application/json' }),
				...headers,
			},
			body: json === undefined ? (body ?? null) : JSON.stringify(json),
		});
	return {
		simulator,
		clock,
		api,
		data: async <Data>(path: string, how?: ApiCall) => {
			const { body } = await api(path, how);
			const answer = body as { data: Data; error?: unknown };
			if (answer.error !== undefined) throw new Error(JSON.stringify(answer));
			return answer.data;
		},
		code: async (path, how) => {
			const { body } = await api(path, how);
			return (body as { error?: { code: number } } | undefined)?.error?.code;
		},
	};
}

/** The vendor's printed example, as data. */
export function example(path: string): unknown {
	const file = join(__dirname, '../../../simulators/salesiq/examples', path);
	return JSON.parse(readFileSync(file, 'utf8'));
}

function baseOf(path: string): string {
	return /^\/(api|visitor)\//.test(path) ? '' : '/api/v2/example-inc';
}
