import type { Endpoint, Simulator } from '../../simulators/simulator';
import type { CredentialDraft } from '../rest';

/** A vendor as the host knows it: its simulator, and what n8n is given of its account. */
export interface Vendor {
	readonly simulator: Simulator;
	/** Type of the trigger node in n8n. */
	readonly triggerType: string;
	/** The secret that the vendor signs with. */
	readonly secret: string;
	readonly credentials: readonly CredentialDraft[];
	/** The event to try first. */
	readonly example: string;
	/** Parameters that a user would choose from the account, for nodes that have them. */
	readonly parameters?: Readonly<Record<string, unknown>>;
	/** Whether its triggers register themselves: a simulator forgets that when it stops. */
	readonly registers?: true;
	/** Tells a vendor that calls what is registered how to get to n8n. */
	readonly reach?: (proxy: Endpoint['proxy']) => void;
}

/** How to start what a vendor's module has, by the name that the user types. */
export type Starts = Readonly<Record<string, () => Promise<Vendor>>>;
