/**
 * Where the vendor's documentation is silent or contradicts what clients meet, a test can choose.
 * Change them at any time; `reset` brings the ones given at the start back.
 */
export interface Settings {
	/** HTTP status of REST answers that hold an `error`: documented is 200, clients meet 400. */
	errorStatus: number;
	/** HTTP status of error 1008, invalid OAuth token: clients meet 400 and 401, too. */
	invalidTokenStatus: number;
	/** HTTP status of refusals by the token endpoint. */
	tokenErrorStatus: number;
	/** Error of a wrong screen name: 1002 is what clients meet, 1005 what is documented. */
	wrongScreenNameCode: 1002 | 1005;
	/** Take `Authorization: Bearer …` beside `Zoho-oauthtoken …`; one client sends it. */
	acceptBearer: boolean;
	/** What operations answer whose answer is not documented: an envelope without data, or nothing. */
	undocumentedAnswer: 'envelope' | 'empty';
	/** Print the identifiers of REST answers that exceed 2^53 as bare JSON numbers. */
	bareIds: boolean;
	/** How `public_keys[].key` looks; the vendor's samples show no key. */
	keyFormat: KeyFormat;
	/** Whether a secured webhook has a key from the start. */
	newWebhookHasKey: boolean;
	/** Sign deliveries of webhooks that are not secured; one page says that every event is signed. */
	signUnsecured: boolean;
	/** Take events at registration that are printed on the Workflows pages only. */
	workflowsEvents: boolean;
	/** Refuse data webhooks without `app_ids`. */
	appIdsRequired: boolean;
	/** Refuse a second webhook of the same type and address with 1014. */
	uniqueUrls: boolean;
	/** Refuse addresses with a port number. */
	refusePorts: boolean;
	/** Refuse addresses with a query; nothing is documented. */
	refuseQueries: boolean;
	/** Write flags and numbers of answers and deliveries as text, as Zoho does at will. */
	textValues: boolean;
	/** Error when the address does not answer `HEAD` with 200. */
	probeFailureCode: number;
	/** Whether the plan has webhooks (Enterprise); otherwise 1021. */
	webhooksInPlan: boolean;
	/** Whether *API Permissions > Basic visitor information* is on; otherwise 1021. */
	visitorApi: boolean;
	/** Whether `from_time` of conversation messages includes the message of that very time. */
	fromTimeInclusive: boolean;
	/** Deliver as newer deliveries are seen: `webhook: {id}`, `version` and identifiers as numbers. */
	newerDeliveries: boolean;
}

export type KeyFormat =
	| 'pem'
	| 'escaped-pem'
	| 'pkcs1-pem'
	| 'base64'
	| 'base64-unpadded'
	| 'base64url'
	| 'pkcs1-base64'
	| 'jwk'
	| 'jwk-text'
	| 'empty'
	| 'number'
	| 'bare-number';

export const defaultSettings: Settings = {
	errorStatus: 200,
	invalidTokenStatus: 200,
	tokenErrorStatus: 200,
	wrongScreenNameCode: 1002,
	acceptBearer: false,
	undocumentedAnswer: 'envelope',
	bareIds: false,
	keyFormat: 'pem',
	newWebhookHasKey: true,
	signUnsecured: false,
	workflowsEvents: false,
	appIdsRequired: true,
	uniqueUrls: false,
	refusePorts: true,
	refuseQueries: false,
	textValues: false,
	probeFailureCode: 1015,
	webhooksInPlan: true,
	visitorApi: true,
	fromTimeInclusive: false,
	newerDeliveries: false,
};

/** What a customer of the vendor holds: the OAuth client of the API console, and the portal's name. */
export interface Access {
	clientId: string;
	clientSecret: string;
	/** Path name of the portal. */
	screenName: string;
	/** Token of the Org client, for what visitors do. */
	orgToken: string;
}

export const defaultAccess: Access = {
	clientId: 'example-client-id',
	clientSecret: 'example-client-secret',
	screenName: 'example-inc',
	orgToken: 'example-org-token',
};
