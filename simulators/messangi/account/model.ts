/** Everything behind the API; plain rows that a test reads and changes. */
export interface Account {
	readonly campaigns: Campaign[];
	/** What was asked of campaigns, oldest first. */
	readonly triggered: TriggeredCampaign[];
	/** Messages that were accepted, oldest first. */
	readonly messages: Message[];
	readonly lists: List[];
	/** Sender addresses that are verified; others cannot send e-mail. */
	readonly verifiedSenders: string[];
	/** Numbers, in digits, whose WhatsApp window of 24 hours is closed. */
	readonly closedWindows: string[];
}

interface Campaign {
	readonly id: string;
	/** Only a live campaign with *API Endpoint* as its recipients can be triggered. */
	status: 'Live' | 'Draft';
	recipients: 'API Endpoint' | 'List';
}

interface TriggeredCampaign {
	readonly campaignId: string;
	readonly receiver: string;
	readonly campaignLabel: string;
}

export interface Message {
	readonly id: string;
	readonly channel: 'SMS' | 'EMAIL' | 'WHATSAPP';
	readonly from: string;
	readonly to: string;
	readonly text: string;
	readonly subject?: string;
	/** Free identifier for reporting. */
	readonly externalId?: string;
	/** Address that is told about the message's status. */
	readonly callback?: string;
}

export interface List {
	readonly id: string;
	readonly name: string;
	readonly columns: readonly string[];
	readonly subscribers: Subscriber[];
}

export interface Subscriber {
	readonly id: string;
	/** Identifier of the membership, one per list. */
	readonly listSubscriberId: string;
	readonly key: string;
	/** Column values as given, with those that the vendor adds. */
	readonly values: Readonly<Record<string, unknown>>;
}
