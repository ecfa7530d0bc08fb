import type { BoxOptions } from '../shared/box';
import { createBox } from '../shared/box';
import type { Clock } from '../shared/clock';
import type { TimedReport } from '../shared/delivery';
import type { Fault } from '../shared/faults';
import type { ReceivedRequest } from '../shared/requests';
import type { Endpoint, Simulator } from '../simulator';
import type { Account } from './account/model';
import { hosts } from './hosts';
import { serveRest } from './rest';
import type { Access, Settings } from './settings';
import type { Delivery } from './webhook/deliver';
import { deliver } from './webhook/deliver';
import type { SendOptions } from './webhook/send';
import { exampleNames, exampleOf, send, sendBody } from './webhook/send';
import type { WorldOptions } from './world';
import { createWorld } from './world';

export type * from './account/model';
export * from '../shared/clock';

export type MessangiOptions = BoxOptions & WorldOptions;

export interface MessangiSimulator extends Simulator {
	readonly clock: Clock;
	/** Key and log-in that the simulator accepts, and the header that its webhooks carry. */
	readonly access: Access;
	/** The rows behind the API, for tests to look at and to change. */
	readonly account: Account;
	readonly settings: Settings;
	/** Everything that came in, oldest first. */
	readonly requests: readonly ReceivedRequest[];
	readonly faults: { add(fault: Fault): void; clear(): void };
	/** A valid 24-hour key, without a log-in. */
	issueKey(): string;
	/** Makes every key by log-in invalid. */
	revokeKeys(): void;
	/** Delivers an example once: no retries are documented. */
	send(event: string, endpoint: Endpoint, options?: SendOptions): Promise<TimedReport>;
	/** Delivers what a test wants, genuine or hostile. */
	deliver(delivery: Delivery): Promise<TimedReport>;
	/** Forgets requests, faults and keys by log-in; all else is as at the start. */
	reset(): void;
}

/** Starts Messangi in a box: API and webhooks on the loopback interface. */
export async function startMessangiSimulator(
	options: MessangiOptions = {},
): Promise<MessangiSimulator> {
	const box = createBox(options);
	const { clock, requests, faults, sender } = box;
	const world = createWorld(options, clock);
	const { access, account, settings, keys } = world;
	serveRest(box.app, world);
	const url = await box.open();

	return {
		vendor: 'messangi',
		hosts,
		url,
		events: exampleNames,
		clock,
		access,
		account,
		settings,
		requests,
		faults,
		issueKey: () => keys.issue(),
		revokeKeys: () => {
			keys.revokeAll();
		},
		send: async (event, endpoint, how = {}) => send(event, endpoint, how, world, sender),
		exampleOf: (event) => exampleOf(event, world),
		sendBody: async (event, body, endpoint, how = {}) =>
			sendBody(event, body, endpoint, how, world, sender),
		deliver: async (delivery) => deliver({ headerName: access.headerName, ...delivery }, sender),
		reset: () => {
			box.forget();
			world.reset();
		},
		stop: async () => box.stop(),
	};
}
