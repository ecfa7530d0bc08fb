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

/** The parts that are the same in every box: the way in, the way out, and what a test looks at. */
export interface Box {
	readonly app: FastifyInstance;
	readonly clock: Clock;
	readonly requests: ReceivedRequest[];
	readonly faults: Faults;
	readonly sender: SenderOptions;
	/** Opens the server; gives its address. */
	open(): Promise<string>;
	/** Forgets requests and faults. */
	forget(): void;
	stop(): Promise<void>;
}

/**
 * Vendors whose time-outs are not documented get a usual one: a receiver that answers at once never
 * meets it.
 */
const usualTimeouts: Timeouts = { connectMs: 10_000, replyMs: 30_000 };

/** An empty box whose server serves nothing yet; every path is served under every host name. */
export function createBox(options: BoxOptions, bodyLimit?: number): Box {
	const clock = options.clock ?? systemClock;
	const stopping = new AbortController();
	// One listener per delivery under way, and tests send many at a time.
	setMaxListeners(0, stopping.signal);
	const requests: ReceivedRequest[] = [];
	const faults = createFaults();
	const app = createServer({
		faults,
		record: (request) => {
			requests.push(request);
		},
		now: () => clock.now(),
		isServedBy: () => true,
		...(bodyLimit !== undefined && { bodyLimit }),
	});
	const timeouts = { ...usualTimeouts, ...options.timeouts };
	return {
		...{ app, clock, requests, faults },
		sender: { clock, timeouts, stopping: stopping.signal },
		open: async () => listen(app, options.port),
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
