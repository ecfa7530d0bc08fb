import type {
	IExecuteFunctions,
	IHookFunctions,
	ILoadOptionsFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

/** Whoever may ask a vendor: an action, a pick list, a trigger that registers or is called. */
export type Caller = IExecuteFunctions | ILoadOptionsFunctions | IHookFunctions | IWebhookFunctions;

/** What came back, whatever its status. */
export interface HttpAnswer {
	status: number;
	body: unknown;
	/** The header of that name, as it came. */
	retryAfter?: unknown;
}
