import type { SenderOptions } from '../shared/delivery';
import type { Endpoint } from '../simulator';
import type { Account } from './account/model';
import type { Tokens } from './oauth/tokens';
import type { Access, Settings } from './settings';

/** What all parts of one simulator look at and change. */
export interface World {
	readonly account: Account;
	readonly access: Access;
	readonly settings: Settings;
	readonly clock: SenderOptions['clock'];
	readonly tokens: Tokens;
	/** How calls leave the simulator. */
	readonly sender: SenderOptions;
	/** The way to the receiver's public address. */
	proxy: Endpoint['proxy'];
	/** Deliveries that nobody waits for, such as retries asked for by REST. */
	readonly background: Set<Promise<unknown>>;
	/** A new identifier: 17 digits, more than JSON's numbers hold. */
	nextId(): string;
	/** The clock as the vendor writes it: milliseconds as text. */
	nowText(): string;
}
