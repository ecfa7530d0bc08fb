import { startBackOffice as start, type BackOffice as Simulated } from '../simulators/backOffice';
import type { CredentialDraft } from './rest';

/** The simulated back office, with its logins as n8n saves them. */
export interface BackOffice extends Simulated {
	readonly credentials: readonly CredentialDraft[];
}

export const startBackOffice: () => Promise<BackOffice> = start;
