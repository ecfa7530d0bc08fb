import type { BoxOptions } from '../shared/box';
import { createBox } from '../shared/box';
import type { Clock } from '../shared/clock';
import type { TimedReport } from '../shared/delivery';
import type { Fault } from '../shared/faults';
import { layOut } from '../shared/json';
import type { ReceivedRequest } from '../shared/requests';
import { asStranger } from '../shared/stranger';
import type { Endpoint, Simulator } from '../simulator';
import type { Account } from './account/model';
import { hosts } from './hosts';
import { serveRest } from './rest';
import type { Access, Settings } from './settings';
import { batchOf, exampleBytes, exampleNames } from './webhook/batch';
import type { Delivery } from './webhook/deliver';
import { deliver } from './webhook/deliver';
import type { SetUpReport } from './webhook/setUpTest';
import { testSetUp } from './webhook/setUpTest';
import type { WorldOptions } from './world';
import { createWorld } from './world';

export type * from './account/model';
export * from '../shared/clock';

export type SwiftsellOptions = BoxOptions & WorldOptions;

export interface SwiftsellSimulator extends Simulator {
	readonly clock: Clock;
	/** Token of the account, and the other one of the Events integration. */
	readonly access: Access;
	/** The rows behind the API, for tests to look at and to change. */
	readonly account: Account;
	readonly settings: Settings;
	/** Everything that came in, oldest first. */
	readonly requests: readonly ReceivedRequest[];
	readonly faults: { add(fault: Fault): void; clear(): void };
	/** Delivers an example as a batch of one; `verbatim` sends the file's bytes, old time included. */
	send(event: string, endpoint: Endpoint, options?: { verbatim?: boolean }): Promise<TimedReport>;
	/** Delivers many events in one body: a text names an example, anything else goes as it is. */
	sendBatch(events: readonly unknown[], endpoint: Endpoint): Promise<TimedReport>;
	/** Makes the test call of the moment when the integration is saved. */
	testSetUp(endpoint: Endpoint): Promise<SetUpReport>;
	/** Delivers what a test wants, genuine or hostile. */
	deliver(delivery: Delivery): Promise<TimedReport>;
	/** Forgets requests and faults; all else is as at the start. */
	reset(): void;
}

/** Ten thousand contacts with some fields, or a handful of files, in bytes. */
const BODY_LIMIT = 32 * 1024 * 1024;

/** Starts Swiftsell in a box: API and the Events integration on the loopback interface. */
export async function startSwiftsellSimulator(
	options: SwiftsellOptions = {},
): Promise<SwiftsellSimulator> {
	const box = createBox(options, { bodyLimit: BODY_LIMIT });
	const { clock, requests, faults, sender } = box;
	const world = createWorld(options, clock);
	const { access, account, settings } = world;
	serveRest(box.app, world);
	const url = await box.open();
	const deliverBody = async (endpoint: Endpoint, body: Buffer | string) =>
		deliver({ endpoint, body }, settings, sender);

	return {
		vendor: 'swiftsell',
		hosts,
		url,
		events: exampleNames,
		clock,
		access,
		account,
		settings,
		requests,
		faults,
		send: async (event, endpoint, { verbatim = false } = {}) =>
			deliverBody(endpoint, verbatim ? exampleBytes(event) : batchOf([event], world)),
		sendBatch: async (events, endpoint) => deliverBody(endpoint, batchOf(events, world)),
		exampleOf: (event) => layOut(batchOf([event], world)),
		sendBody: async (_event, body, endpoint, { forged = false } = {}) =>
			deliverBody(forged ? asStranger(endpoint) : endpoint, body),
		testSetUp: async (endpoint) => testSetUp(endpoint, world, sender),
		deliver: async (delivery) => deliver(delivery, settings, sender),
		reset: () => {
			box.forget();
			world.reset();
		},
		stop: async () => box.stop(),
	};
}
