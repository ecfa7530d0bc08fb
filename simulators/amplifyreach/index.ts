import { join } from 'node:path';
import type { BoxOptions } from '../shared/box';
import { createBox } from '../shared/box';
import type { Clock } from '../shared/clock';
import type { TimedReport } from '../shared/delivery';
import { createExamples } from '../shared/examples';
import type { Fault } from '../shared/faults';
import type { ReceivedRequest } from '../shared/requests';
import { asStranger } from '../shared/stranger';
import type { Endpoint, Simulator } from '../simulator';
import type { Account } from './account';
import type { BotCall, BotReport } from './bot/runTrigger';
import { runTrigger } from './bot/runTrigger';
import { hosts } from './hosts';
import type { Access, Settings } from './settings';
import { defaultAccess, defaultSettings } from './settings';
import type { Delivery } from './webhook/deliver';
import { deliver } from './webhook/deliver';
import { emit } from './webhook/emit';

export * from '../shared/clock';
export { asBot } from './bot/asBot';

interface AmplifyReachOptions extends BoxOptions {
	readonly access?: Partial<Access>;
	readonly settings?: Partial<Settings>;
}

export interface AmplifyReachSimulator extends Simulator {
	readonly clock: Clock;
	/** The secret that the customer made up, and the header of the Bot Studio trigger. */
	readonly access: Access;
	/** The webhooks of the dashboard, for `emit`; a test adds them, as there is no API for it. */
	readonly account: Account;
	readonly settings: Settings;
	/** Everything that came in, oldest first; each got a 404, as there is no API. */
	readonly requests: readonly ReceivedRequest[];
	readonly faults: { add(fault: Fault): void; clear(): void };
	/** Delivers an example file's bytes once, to the address with the secret as its `token`. */
	send(event: string, endpoint: Endpoint): Promise<TimedReport>;
	/** Tells an event to every webhook of the dashboard that is for it. */
	emit(event: string, data: object): Promise<TimedReport[]>;
	/** Lets a bot come to its trigger: calls, waits, and reports what the chat shows. */
	runTrigger(endpoint: Endpoint, call?: BotCall): Promise<BotReport>;
	/** Delivers what a test wants, genuine or hostile. */
	deliver(delivery: Delivery): Promise<TimedReport>;
	/** Forgets requests, faults and webhooks; all else is as at the start. */
	reset(): void;
}

const examples = createExamples(join(__dirname, 'examples'));

/** Starts AmplifyReach in a box: dashboard webhooks and Bot Studio, and nothing to call. */
export async function startAmplifyReachSimulator(
	options: AmplifyReachOptions = {},
): Promise<AmplifyReachSimulator> {
	const box = createBox(options);
	const { clock, requests, faults, sender } = box;
	const access: Access = { ...defaultAccess, ...options.access };
	const settings: Settings = { ...defaultSettings, ...options.settings };
	const account: Account = { webhooks: [] };
	box.app.setNotFoundHandler((_request, reply) =>
		reply.code(404).type('text/plain').send('Not Found'),
	);
	const url = await box.open();

	return {
		vendor: 'amplifyreach',
		hosts,
		url,
		events: examples.names,
		clock,
		access,
		account,
		settings,
		requests,
		faults,
		send: async (event, endpoint) => {
			const { contentType } = settings;
			return await deliver({ endpoint, body: examples.bytesOf(event), contentType }, sender);
		},
		exampleOf: (event) => examples.bytesOf(event).toString('utf8'),
		sendBody: async (_event, body, endpoint, { forged = false } = {}) => {
			const { contentType } = settings;
			const from = forged ? asStranger(endpoint) : endpoint;
			return await deliver({ endpoint: from, body, contentType }, sender);
		},
		emit: async (event, data) => emit(event, data, account, settings, sender),
		runTrigger: async (endpoint, call = {}) =>
			runTrigger(endpoint, call, { access, settings }, sender),
		deliver: async (delivery) => deliver(delivery, sender),
		reset: () => {
			box.forget();
			account.webhooks.length = 0;
			Object.assign(access, defaultAccess, options.access);
			Object.assign(settings, defaultSettings, options.settings);
		},
		stop: async () => box.stop(),
	};
}
