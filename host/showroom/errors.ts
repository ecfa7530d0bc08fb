/** A request that the page does not make. */
export class Wrong extends Error {
	readonly statusCode = 400;
}
