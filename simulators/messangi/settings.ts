/**
 * Where the vendor's documentation is silent or shows two ways, a test can choose. Change them at
 * any time; `reset` brings the ones given at the start back.
 */
export interface Settings {
	/** How MO and MT callbacks, for which no custom header is documented, carry the secret. */
	callbackSecret: SecretPlace;
	/** Which of the two answers *Send SMS* gives (contract §5.4). */
	smsAnswer: 'envelope' | 'flat';
	/** Status of a message that is accepted. */
	smsStatus: 'ACCEPTED' | 'QUEUE';
	/** Take a `to` with a plus sign; clients send it without. */
	plusInTo: boolean;
	/** What calls answer whose answer is not documented: e-mail and WhatsApp. */
	undocumentedAnswer: 'envelope' | 'flat' | 'empty';
	/** Where the text of an error is found; documented is no more than "a JSON message". */
	errorShape: 'message' | 'explain' | 'description' | 'empty';
	/** HTTP status of *Add subscriber*: 200 and 201 are both documented as successes. */
	createdStatus: 200 | 201;
	/** Path before `/lists`, such as `/service`; not documented. */
	listServicePath: string;
	/** Where the rows of *Get lists* are in the answer; not documented. */
	listsPlace: 'data' | 'lists' | 'data.lists' | 'data.data';
	/** Whether a log-in asks for a two-factor token, which is error 402. */
	twoFactor: boolean;
}

/** Where a delivery carries the secret. */
export type SecretPlace = 'header' | 'query' | 'nowhere';

export const defaultSettings: Settings = {
	callbackSecret: 'query',
	smsAnswer: 'envelope',
	smsStatus: 'ACCEPTED',
	plusInTo: false,
	undocumentedAnswer: 'envelope',
	errorShape: 'message',
	createdStatus: 200,
	listServicePath: '',
	listsPlace: 'data',
	twoFactor: false,
};

/** What a customer of the vendor holds. */
export interface Access {
	/** The key under Preferences → API; a JSON Web Token unless a test gives another. */
	apiKey: string;
	/** What the same page says about that key. */
	keyStatus: 'Active' | 'Expired' | 'Revoked';
	/** Log-in that a 24-hour key is given for. */
	username: string;
	password: string;
	/** The header that the customer typed into the campaign editor; its value is the secret. */
	headerName: string;
	/** The secret that the customer made up for the webhooks. */
	webhookSecret: string;
}

export const defaultAccess: Omit<Access, 'apiKey'> = {
	keyStatus: 'Active',
	username: 'ada@example.com',
	password: 'example-password',
	headerName: 'X-Messangi-Token',
	webhookSecret: 'example-webhook-secret-0123456789',
};
