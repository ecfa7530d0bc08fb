import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { Kind } from '../events';
import type { PublicKey } from '../keys';

/** A webhook in SalesIQ that is ours, with the keys that prove its calls. */
export interface Registration {
	id: string;
	keys: PublicKey[];
	/** In the address; absent if SalesIQ accepts no address with a query. */
	token?: string;
	/** As chosen: none for all apps that existed. */
	appIds: string[];
	/** The portal by screen name, where the trigger took it from its credential. */
	portal?: string;
}

/** What n8n keeps for the trigger between calls. */
interface Stored {
	registrations?: Partial<Record<Kind, Registration>>;
}

export const storedIn = (context: IHookFunctions | IWebhookFunctions): Stored =>
	context.getWorkflowStaticData('node') as Stored;
