import type { KeyObject } from 'node:crypto';

export type WebhookType = 'data' | 'administration';

/** A key pair of a webhook; the vendor shows the public half. */
export interface WebhookKey {
	id: string;
	publicKey: KeyObject;
	privateKey: KeyObject;
	creatorId: string;
	created_time: string;
}

/** A registered webhook with what the vendor keeps about it. */
export interface Webhook {
	id: string;
	type: WebhookType;
	url: string;
	/** Only the vendor's UI can switch it; a disabled one gets nothing. */
	status: 'enabled' | 'disabled';
	events: string[];
	appIds: string[];
	secured: boolean;
	/** How long failed executions are kept, in milliseconds. */
	expiryMs: number;
	/** Oldest first: the first one signs. */
	keys: WebhookKey[];
	creatorId: string;
	modifierId: string;
	created_time: string;
	modified_time: string;
	executions: FailedExecution[];
}

/** Whether a webhook calls an address; what was registered may have a query of the customer's own. */
export const callsAt = ({ url }: Pick<Webhook, 'url'>, address: string): boolean =>
	url === address || url.split('?')[0] === address;

/** A delivery that failed on every attempt. */
export interface FailedExecution {
	/** UUID. */
	id: string;
	occurrence: Occurrence;
	/** HTTP status of the last answer; 0 where none came. */
	remoteStatus: number;
	/** Tries so far, the automatic ones included. */
	attempts: number;
	/** Retries asked for by REST. */
	retries: number;
	/** Milliseconds of the simulator's clock. */
	lastExecutionMs: number;
}

/** Something that happened in the account, before it is told to anyone. */
export interface Occurrence {
	/** Name as registered: `conversation.rated`. */
	event: string;
	/** The delivery's fields as the vendor prints them, in that order; `attempt` is filled in later. */
	envelope: Record<string, unknown>;
	/** App of a data event. */
	appId?: string;
}
