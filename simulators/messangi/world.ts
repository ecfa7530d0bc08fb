import type { Clock } from '../shared/clock';
import { DAY_MS } from '../shared/clock';
import type { Account } from './account/model';
import { seedAccount } from './account/seed';
import type { Keys } from './keys';
import { createKeys } from './keys';
import type { Access, Settings } from './settings';
import { defaultAccess, defaultSettings } from './settings';

/** What all parts of one simulator look at and change. */
export interface World {
	readonly account: Account;
	readonly access: Access;
	readonly settings: Settings;
	readonly clock: Clock;
	readonly keys: Keys;
	/** Everything as at the start. */
	reset(): void;
}

export interface WorldOptions {
	readonly access?: Partial<Access>;
	readonly settings?: Partial<Settings>;
}

/** Life of the standard key; its page shows an expiration date, but no rule for it. */
const API_KEY_LIFETIME_MS = 365 * DAY_MS;

/** The state of one simulator. */
export function createWorld(options: WorldOptions, clock: Clock): World {
	const keys = createKeys(clock);
	const apiKey = keys.issue(API_KEY_LIFETIME_MS);
	const access: Access = { apiKey, ...defaultAccess, ...options.access };
	const settings: Settings = { ...defaultSettings, ...options.settings };
	const account = seedAccount();
	return {
		account,
		access,
		settings,
		clock,
		keys,
		reset: () => {
			keys.revokeAll();
			// The same key again, as what a test has saved in a credential still has to fit.
			Object.assign(access, { apiKey }, defaultAccess, options.access);
			Object.assign(settings, defaultSettings, options.settings);
			Object.assign(account, seedAccount());
		},
	};
}
