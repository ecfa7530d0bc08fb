import type { BoxOptions } from '../shared/box';
import { createBox } from '../shared/box';
import type { Clock } from '../shared/clock';
import type { TimedReport } from '../shared/delivery';
import type { Fault } from '../shared/faults';
import type { ReceivedRequest } from '../shared/requests';
import type { Endpoint, Simulator } from '../simulator';
import type { Account } from './account/model';
import type { WorldOptions } from './createWorld';
import { createWorld } from './createWorld';
import { hosts, isServedBy } from './hosts';
import { serveOauth } from './oauth';
import { allScopes } from './oauth/scopes';
import type { Grant } from './oauth/tokens';
import { serveRest } from './rest';
import type { Access, Settings } from './settings';
import type { EmitReport } from './webhook/emit';
import { emit, send } from './webhook/emit';
import { exampleNames } from './webhook/examples';
import type { Happening } from './webhook/occurrence';
import { rotateKey } from './webhook/rotate';
import { exampleOf, sendBody } from './webhook/sendBody';
import type { Delivery } from './webhook/sender';
import { deliver, vendorTimeouts } from './webhook/sender';

export type * from './account/conversations';
export type * from './account/model';
export * from './account/webhooks';
export * from './account/rows';
export * from './account/structureRows';
export * from '../shared/clock';
export { errorBody } from './errors';
export { dataCentres } from './hosts';
export { eventsOf } from './webhook/catalogue';
export { createSigningKey, type SigningKey } from './webhook/keys';
export type { Fault, Settings };

export type SalesIqOptions = BoxOptions & WorldOptions;

export interface SalesIqSimulator extends Simulator {
	readonly clock: Clock;
	/** OAuth client, screen name and Org token that the simulator accepts. */
	readonly access: Access;
	/** The rows behind REST, the registered webhooks among them, for tests to change. */
	readonly account: Account;
	readonly settings: Settings;
	/** Everything that came in, oldest first. */
	readonly requests: readonly ReceivedRequest[];
	readonly faults: { add(fault: Fault): void; clear(): void };
	/** Calls the listener at each request before it is served; gives what ends that. */
	watch(listener: (request: ReceivedRequest) => void): () => void;
	/** The way to the registered addresses, for deliveries and probes; undefined goes straight. */
	setProxy(proxy: Endpoint['proxy']): void;
	/** A valid access token that counts nowhere; all scopes and data centres unless given. */
	issueToken(grant?: Partial<Grant>): string;
	/** Makes every access token invalid; refresh tokens stay good. */
	expireTokens(): void;
	/** Makes every access and refresh token invalid. */
	revokeTokens(): void;
	/** Lets an event happen: every webhook that is registered for it is told. */
	emit(event: string, happening?: Happening): Promise<EmitReport[]>;
	/** Tells an example to the webhook registered for the address, which signs it. */
	send(event: string, endpoint: Endpoint): Promise<TimedReport>;
	/** Sends what a test wants, genuine or hostile; nothing of it is kept as failed. */
	deliver(delivery: Delivery): Promise<TimedReport>;
	/** Replaces the keys of one webhook, or of all. */
	rotateKey(webhookId?: string): Promise<void>;
	/** Comes back when no retry asked for by REST is under way. */
	settled(): Promise<void>;
	/** Forgets requests, faults, tokens and webhooks; all else is as at the start. */
	reset(): void;
}

/** A file of 50 MB and what is around it, in bytes. */
const BODY_LIMIT = 52 * 1024 * 1024;

/** Starts Zoho SalesIQ in a box: OAuth, REST and webhooks on the loopback interface. */
export async function startSalesIqSimulator(
	options: SalesIqOptions = {},
): Promise<SalesIqSimulator> {
	const box = createBox(options, {
		bodyLimit: BODY_LIMIT,
		isServedBy,
		timeouts: vendorTimeouts,
	});
	const { app, clock, requests, faults, sender } = box;
	const { world, reset } = createWorld(options, sender);
	const { account, access, settings, tokens } = world;
	const oauth = serveOauth(app, world);
	serveRest(app, world);
	const url = await box.open();

	return {
		vendor: 'salesiq',
		hosts,
		url,
		events: exampleNames,
		clock,
		access,
		account,
		settings,
		requests,
		faults,
		watch: (listener) => box.watch(listener),
		setProxy: (proxy) => {
			world.proxy = proxy;
		},
		issueToken: (grant) => tokens.issue({ scopes: allScopes, ...grant }),
		expireTokens: () => {
			tokens.expire();
		},
		revokeTokens: () => {
			tokens.revokeAll();
		},
		emit: async (event, happening) => emit(event, world, happening),
		send: async (event, endpoint) => send(event, endpoint, world),
		exampleOf: (event) => exampleOf(event, world),
		sendBody: async (event, body, endpoint, how = {}) =>
			sendBody(event, body, endpoint, how, world),
		deliver: async (delivery) => deliver(delivery, world),
		rotateKey: async (webhookId) => {
			const rows = account.webhooks.filter(({ id }) => webhookId === undefined || id === webhookId);
			await Promise.all(rows.map((webhook) => rotateKey(webhook, world)));
		},
		settled: async () => {
			while (world.background.size > 0) await Promise.allSettled(world.background);
		},
		reset: () => {
			box.forget();
			oauth.forget();
			reset();
		},
		stop: async () => box.stop(),
	};
}
