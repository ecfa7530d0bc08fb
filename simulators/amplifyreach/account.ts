import type { Endpoint } from '../simulator';

/** What the customer has set up in the dashboard. */
export interface Account {
	readonly webhooks: DashboardWebhook[];
}

/** A row under Conversation Configuration > Webhooks: one event and one address. */
interface DashboardWebhook {
	readonly name: string;
	readonly event: string;
	/** The full address as it was pasted, token included, and the way there. */
	readonly endpoint: Pick<Endpoint, 'url' | 'proxy'>;
}
