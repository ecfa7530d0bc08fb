import type { Simulator } from '../simulators/simulator';
import type { CredentialDraft } from './rest';

/** A vendor as the host knows it: its simulator, and what n8n is given of its account. */
export interface Vendor {
	readonly simulator: Simulator;
	/** Type of the trigger node in n8n. */
	readonly triggerType: string;
	/** The secret that the vendor signs with. */
	readonly secret: string;
	readonly credentials: readonly CredentialDraft[];
}

/** How to start each vendor's simulator, by the name that the user types. */
export const vendors: Readonly<Record<string, () => Promise<Vendor>>> = {};
