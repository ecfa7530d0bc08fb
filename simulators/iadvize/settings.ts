/**
 * Where the vendor's documentation is silent, a test can choose. Change them at any time; `reset`
 * brings the ones given at the start back.
 */
export interface Settings {
	/** HTTP status of REST answers whose `meta.status` is `fail` or `error`. */
	restFailureStatus: number;
	/** HTTP status of the `invalid_token` answer. */
	invalidTokenStatus: number;
	/** HTTP status of GraphQL answers that have `errors`. */
	graphqlFailureStatus: number;
	/** Serve only those fields of GraphQL's `Visitor` that the newest schema page keeps. */
	newestVisitorFieldsOnly: boolean;
}

export const defaultSettings: Settings = {
	restFailureStatus: 200,
	invalidTokenStatus: 401,
	graphqlFailureStatus: 200,
	newestVisitorFieldsOnly: false,
};

/** What a customer of the vendor holds: keys and log-in of the simulated account. */
export interface Access {
	/** REST key. */
	apiKey: string;
	/** Log-in for the token endpoint. */
	email: string;
	password: string;
	/** Signs webhooks; shown in the app information of the vendor's console. */
	secretToken: string;
}

export const defaultAccess: Access = {
	apiKey: 'example-api-key',
	email: 'ada+api@example.com',
	// Characters that break a request when a client forgets to form-encode.
	password: 'example&pass=50%+word',
	secretToken: 'example-secret-token',
};
