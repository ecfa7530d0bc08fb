import type { SenderOptions } from '../shared/delivery';
import type { Endpoint } from '../simulator';
import { seedAccount } from './account/seed';
import { createTokens } from './oauth/tokens';
import type { Access, Settings } from './settings';
import { defaultAccess, defaultSettings } from './settings';
import type { World } from './world';

export interface WorldOptions {
	readonly access?: Partial<Access>;
	readonly settings?: Partial<Settings>;
	/** The way to the public addresses that are registered. */
	readonly proxy?: Endpoint['proxy'];
}

/** Seventeen digits that JSON's numbers cannot hold; odd, so that rounding shows. */
const FIRST_ID = 19_367_000_000_120_011n;

/** The state of one simulator, and how to bring it back to the start. */
export function createWorld(options: WorldOptions, sender: SenderOptions) {
	const { clock } = sender;
	const access: Access = { ...defaultAccess, ...options.access };
	const settings: Settings = { ...defaultSettings, ...options.settings };
	let lastId = FIRST_ID;
	const world: World = {
		account: seedAccount(clock.now(), access.screenName),
		access,
		settings,
		clock,
		tokens: createTokens(clock),
		sender,
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
