/**
 * Whether a path that a user gave stays below the API it is appended to: it starts with one slash,
 * contains no query, fragment or backslash, and no segment of dots, however they are encoded.
 */
export function isPlainPath(path: string): boolean {
	const isPlain = /^\/[\w%.~:@!$&'()*+,;=/-]*$/.test(path) && !path.startsWith('//');
	// Some servers read %2F as a slash, and drop what follows a semicolon.
	return isPlain && !/(^|\/|%2f|%5c)(\.|%2e)+(\/|%2f|%5c|;|%3b|$)/i.test(path);
}

/** A value as one segment of a path; undefined if it is not one, or leads out of the path. */
export function pathSegment(value: string): string | undefined {
	return /^[\s.]*$/.test(value) ? undefined : encodeURIComponent(value);
}
