/** Who a vendor is: whatever lists or names the vendors follows from this. */
export interface Vendor {
	/** In events, and the beginning of its node types: `zohoSalesIq`. */
	readonly value: string;
	/** For people, where several vendors are named. */
	readonly name: string;
	/** For people who know which vendor is meant. */
	readonly shortName: string;
	/** Where its nodes are, in `nodes`. */
	readonly folder: string;
	/** Its page in `docs`, without `.md`. */
	readonly page: string;
	/**
	 * What replaces it without an account, as the user types it, and the name of its folder in
	 * `test`.
	 */
	readonly simulator: string;
}
