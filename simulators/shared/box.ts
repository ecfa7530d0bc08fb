import { setMaxListeners } from 'node:events';
import type { FastifyInstance } from 'fastify';
import type { Clock } from './clock';
import { systemClock } from './clock';
import type { SenderOptions } from './delivery';
import type { Faults } from './faults';
import { createFaults } from './faults';
import { createServer, listen } from './http';
import type { ReceivedRequest } from './requests';
import type { Timeouts } from './transport';

/** What every start function of a vendor in a box takes. */
export interface BoxOptions {
	/** Port on 127.0.0.1; 0, the default, takes a free one. */
	readonly port?: number;
	readonly clock?: Clock;
	/** Real milliseconds that a delivery waits; the simulator's own choice unless given. */
	readonly timeouts?: Partial<Timeouts>;
}

/** What sets one vendor's server apart. */
interface BoxTraits {
	/** Largest body in bytes; one megabyte unless given. */
	readonly bodyLimit?: number;
	/** Real milliseconds that the vendor waits, where it documents them. */
	readonly timeouts?: Timeouts;
	/** Whether the vendor serves `path` under that `Host` header; every path unless given. */
	readonly isServedBy?: (host: string, path: string) => boolean;
}

/** The parts that are the same in every box: the way in, the way out, and what a test looks at. */
export interface Box {
	readonly app: FastifyInstance;
	readonly clock: Clock;
	readonly requests: ReceivedRequest[];
	readonly faults: Faults;
	readonly sender: SenderOptions;
	/** Opens the server; gives its address. */
	open(): Promise<string>;
	/** Calls the listener at each request before it is served; gives what ends that. */
	watch(listener: (request: ReceivedRequest) => void): () => void;
	/** Forgets requests and faults. */
	forget(): void;
	stop(): Promise<void>;
}

/**
 * Vendors whose time-outs are not documented get a usual one: a receiver that answers at once never
 * meets it.
 */
const usualTimeouts: Timeouts = { connectMs: 10_000, replyMs: 30_000 };

/** An empty box whose server serves nothing yet. */
export function createBox(options: BoxOptions, traits: BoxTraits = {}): Box {
	const { bodyLimit, isServedBy = () => true } = traits;
	const clock = options.clock ?? systemClock;
	const stopping = new AbortController();
	// One listener per delivery under way, and tests send many at a time.
	setMaxListeners(0, stopping.signal);
	const requests: ReceivedRequest[] = [];
	const listeners = new Set<(request: ReceivedRequest) => void>();
	const faults = createFaults();
	const app = createServer({
		faults,
		isServedBy,
		record: (request) => {
			requests.push(request);
			for (const listener of listeners) listener(request);
		},
		now: () => clock.now(),
		...(bodyLimit !== undefined && { bodyLimit }),
	});
	const timeouts = { ...(traits.timeouts ?? usualTimeouts), ...options.timeouts };
	return {
		app,
		clock,
		requests,
		faults,
		sender: { clock, timeouts, stopping: stopping.signal },
		open: async () => listen(app, options.port),
		watch: (listener) => {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
		forget: () => {
			requests.length = 0;
			faults.clear();
		},
		stop: async () => {
			faults.stop();
			stopping.abort();
			await app.close();
		},
	};
}
