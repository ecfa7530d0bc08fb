/**
 * Whether a path that a user gave stays below the API it is appended to: it starts with one slash,
 * holds no query, fragment or backslash, and no segment of dots, however they are encoded.
 */
export function isPlainPath(path: string): boolean {
	const isPlain = /^\/[\w%.~:@!$&'()*+,;=/-]*$/.test(path) && !path.startsWith('//');
	return isPlain && !/(^|\/)(\.|%2e)+(\/|$)/i.test(path);
}
