import type { BoxOptions } from '../shared/box';
import { createBox } from '../shared/box';
import type { Clock } from '../shared/clock';
import type { TimedReport } from '../shared/delivery';
import type { Fault } from '../shared/faults';
import { layOut } from '../shared/json';
import type { ReceivedRequest } from '../shared/requests';
import type { Endpoint, Simulator } from '../simulator';
import { closeIdleConversations } from './account/idle';
import type { Account } from './account/model';
import { seedAccount } from './account/seed';
import { serveGraphql } from './graphql';
import { hosts, isServedBy } from './hosts';
import { serveOauth } from './oauth';
import { serveRest } from './rest';
import type { Access, Settings } from './settings';
import { defaultAccess, defaultSettings } from './settings';
import { createTokens } from './tokens';
import type { Delivery } from './webhook/deliver';
import { deliver, vendorTimeouts } from './webhook/deliver';
import { eventNames, exampleBytes, freshExample } from './webhook/examples';
import type { HealthReport } from './webhook/health';
import { checkHealth } from './webhook/health';
import { sendBody } from './webhook/sendBody';
import type { World } from './world';

export type * from './account/model';
export * from './account/operatorRows';
export * from './account/rows';
export * from '../shared/clock';

export interface IadvizeOptions extends BoxOptions {
	readonly access?: Partial<Access>;
	readonly settings?: Partial<Settings>;
	/** Deliver to plain http addresses too, which the vendor does not. */
	readonly allowHttp?: boolean;
}

export interface IadvizeSimulator extends Simulator {
	readonly clock: Clock;
	/** Keys and log-in that the simulator accepts. */
	readonly access: Access;
	/** The rows behind REST and GraphQL, for tests to change. */
	readonly account: Account;
	readonly settings: Settings;
	/** Everything that came in, oldest first. */
	readonly requests: readonly ReceivedRequest[];
	readonly faults: { add(fault: Fault): void; clear(): void };
	/** A valid access token, without a login that counts. */
	issueToken(): string;
	/** Makes every token invalid. */
	revokeTokens(): void;
	/** `verbatim` sends the example file's bytes, old identifiers and dates included. */
	send(event: string, endpoint: Endpoint, how?: { verbatim?: boolean }): Promise<TimedReport>;
	deliver(delivery: Delivery): Promise<TimedReport>;
	healthCheck(url: string, proxy?: Endpoint['proxy']): Promise<HealthReport>;
	/** Forgets requests, faults, tokens and logins; account, access and settings are as at the start. */
	reset(): void;
}

/** Starts iAdvize in a box: REST, GraphQL, tokens and webhooks on the loopback interface. */
export async function startIadvizeSimulator(
	options: IadvizeOptions = {},
): Promise<IadvizeSimulator> {
	const box = createBox(options, { isServedBy, timeouts: vendorTimeouts });
	const { app, clock, requests, faults } = box;
	const settings: Settings = { ...defaultSettings, ...options.settings };
	const world: World = {
		account: seedAccount(clock.now()),
		access: { ...defaultAccess, ...options.access },
		settings,
		clock,
		tokens: createTokens(clock),
	};
	app.addHook('preHandler', (_request, _reply, done) => {
		closeIdleConversations(world.account, clock.now());
		done();
	});
	app.setNotFoundHandler((_request, reply) => reply.code(404).send('Not Found'));
	serveRest(app, world);
	serveGraphql(app, world);
	const oauth = serveOauth(app, world);
	const url = await box.open();
	const sender = { ...box.sender, allowHttp: options.allowHttp ?? false };

	return {
		vendor: 'iadvize',
		hosts,
		url,
		events: eventNames,
		clock,
		access: world.access,
		account: world.account,
		settings,
		requests,
		faults,
		issueToken: () => world.tokens.issue(),
		revokeTokens: () => {
			world.tokens.revokeAll();
		},
		send: async (event, endpoint, { verbatim = false } = {}) =>
			deliver(
				{
					endpoint,
					body: verbatim
						? exampleBytes(event)
						: freshExample(event, world.account, clock.now(), settings),
				},
				sender,
			),
		exampleOf: (event) => layOut(freshExample(event, world.account, clock.now(), settings)),
		sendBody: async (_event, body, endpoint, how = {}) => sendBody(body, endpoint, how, sender),
		deliver: async (delivery) => deliver(delivery, sender),
		healthCheck: async (url, proxy) => checkHealth(url, sender, proxy),
		reset: () => {
			box.forget();
			oauth.forgetLogins();
			world.tokens.revokeAll();
			Object.assign(world.account, seedAccount(clock.now()));
			Object.assign(world.access, defaultAccess, options.access);
			Object.assign(settings, defaultSettings, options.settings);
		},
		stop: async () => box.stop(),
	};
}
