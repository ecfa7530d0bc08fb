import type { Clock } from '../shared/clock';
import type { Account } from './account/model';
import type { Access, Settings } from './settings';
import type { Tokens } from './tokens';

/** What all parts of one simulator look at and change. */
export interface World {
	readonly account: Account;
	readonly access: Access;
	readonly settings: Settings;
	readonly clock: Clock;
	readonly tokens: Tokens;
}
