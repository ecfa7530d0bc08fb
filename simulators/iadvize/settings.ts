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
	/**
	 * What GraphQL's schema calls otherwise, by `Type.field` or `Type.field.argument`: null where it is
	 * not there, in brackets (`[visitors]`) where it is a list.
	 */
	graphqlNames: Readonly<Record<string, string | null>>;
	/** Fields, as `Type.field`, that are answered with null and an error beside it. */
	graphqlUnresolved: readonly string[];
	/** Whether GraphQL tells its schema. */
	graphqlIntrospection: boolean;
	/** What GraphQL says instead of an answer, whatever it is asked. */
	graphqlRefusal: string | null;
	/** Whether REST refuses every key. */
	restRefusal: boolean;
	/** Whether events tell `visitorExternalId`, which is deprecated. */
	tellsVisitorExternalId: boolean;
}

export const defaultSettings: Settings = {
	restFailureStatus: 200,
	invalidTokenStatus: 401,
	graphqlFailureStatus: 200,
	newestVisitorFieldsOnly: false,
	graphqlNames: {},
	graphqlUnresolved: [],
	graphqlIntrospection: true,
	graphqlRefusal: null,
	restRefusal: false,
	tellsVisitorExternalId: true,
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
