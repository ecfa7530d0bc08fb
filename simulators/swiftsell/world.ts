import type { Clock } from '../shared/clock';
import type { Account } from './account/model';
import { seedAccount } from './account/seed';
import type { Access, Settings } from './settings';
import { defaultAccess, defaultSettings } from './settings';
import { stampOf } from './time';

/** What all parts of one simulator look at and change. */
export interface World {
	readonly account: Account;
	readonly access: Access;
	readonly settings: Settings;
	readonly clock: Clock;
	/** A new number, as all identifiers but those of actors are. */
	readonly nextId: () => number;
	/** The clock as the vendor writes it; a microsecond later than the one before. */
	readonly nextStamp: () => string;
	/** Everything as at the start. */
	reset(): void;
}

export interface WorldOptions {
	readonly access?: Partial<Access>;
	readonly settings?: Partial<Settings>;
}

const FIRST_ID = 120_011;

/** The state of one simulator. */
export function createWorld(options: WorldOptions, clock: Clock): World {
	const access: Access = { ...defaultAccess, ...options.access };
	const settings: Settings = { ...defaultSettings, ...options.settings };
	const account = seedAccount();
	let lastId = FIRST_ID;
	let stamps = 0;
	return {
		account,
		access,
		settings,
		clock,
		nextId: () => (lastId += 1),
		nextStamp: () => {
			stamps += 1;
			return stampOf(clock.now(), stamps);
		},
		reset: () => {
			// Identifiers go on: a stale one must not fit by chance.
			stamps = 0;
			Object.assign(access, defaultAccess, options.access);
			Object.assign(settings, defaultSettings, options.settings);
			Object.assign(account, seedAccount());
		},
	};
}
