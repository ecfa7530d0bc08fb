import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { Kind } from '../events';
import type { PublicKey } from '../keys';

/** A webhook at SalesIQ that is ours, with the keys that prove its calls. */
export interface Registration {
	id: string;
	keys: PublicKey[];
	/** In the address; absent where SalesIQ takes no address with a query. */
	token?: string;
	/** As chosen: none for all apps that there were. */
	appIds: string[];
}

/** What n8n keeps for the trigger between calls. */
interface Stored {
	registrations?: Partial<Record<Kind, Registration>>;
}

export const storedIn = (context: IHookFunctions | IWebhookFunctions): Stored =>
	context.getWorkflowStaticData('node') as Stored;
