/** What one request remembers while its fields resolve. */
export interface GraphqlContext {
	isAvailabilityAsked: boolean;
}
