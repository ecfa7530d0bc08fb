import { setMaxListeners } from 'node:events';
import type { Clock } from '../shared/clock';
import { systemClock } from '../shared/clock';
import type { Timeouts } from '../shared/transport';
import type { Endpoint } from '../simulator';
import { seedAccount } from './account/seed';
import { createTokens } from './oauth/tokens';
import type { Access, Settings } from './settings';
import { defaultAccess, defaultSettings } from './settings';
import { vendorTimeouts } from './webhook/sender';
import type { World } from './world';

export interface WorldOptions {
	readonly clock?: Clock;
	readonly access?: Partial<Access>;
	readonly settings?: Partial<Settings>;
	/** Real milliseconds that a delivery or a probe waits; the vendor's 5 s unless given. */
	readonly timeouts?: Partial<Timeouts>;
	/** The way to the public addresses that are registered. */
	readonly proxy?: Endpoint['proxy'];
}

/** Seventeen digits that JSON's numbers cannot hold; odd, so that rounding shows. */
const FIRST_ID = 19_367_000_000_120_011n;

/** The state of one simulator, and how to bring it back to the start. */
export function createWorld(options: WorldOptions, stopping: AbortSignal) {
	const clock = options.clock ?? systemClock;
	const access: Access = { ...defaultAccess, ...options.access };
	const settings: Settings = { ...defaultSettings, ...options.settings };
	// One listener per delivery under way, and tests send many at a time.
	setMaxListeners(0, stopping);
	let lastId = FIRST_ID;
	const world: World = {
		account: seedAccount(clock.now(), access.screenName),
		access,
		settings,
		clock,
		tokens: createTokens(clock),
		sender: { clock, stopping, timeouts: { ...vendorTimeouts, ...options.timeouts } },
		proxy: options.proxy,
		background: new Set(),
		nextId: () => {
			// Never the same again, not even after a reset: a stale id must not fit by chance.
			lastId += 2n;
			return String(lastId);
		},
		nowText: () => String(clock.now()),
	};
	const reset = () => {
		world.tokens.revokeAll();
		Object.assign(access, defaultAccess, options.access);
		Object.assign(settings, defaultSettings, options.settings);
		Object.assign(world.account, seedAccount(clock.now(), access.screenName));
	};
	return { world, reset };
}
