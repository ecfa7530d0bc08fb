import { isObject, trimmed } from '../shared/fields';

/** What is missing in a login, as far as can be seen without asking. */
export function obstacleToLogin({ username, password }: object & Record<string, unknown>) {
	if (trimmed(username) !== '' && trimmed(password) !== '') return undefined;
	return 'User or password is empty';
}

/** A key as it was copied, without the word that may come before it. */
const bare = (apiKey: unknown) => trimmed(apiKey).replace(/^Bearer\s+/i, '');

/** What is wrong with a key, as far as can be seen without asking. */
export function obstacleToKey(apiKey: unknown, nowMs = Date.now()): string | undefined {
	const key = bare(apiKey);
	if (key === '') return 'The key is empty: an admin of the Space finds it under Preferences > API';
	if (/\s/.test(key)) return 'The key contains a space: copy it again from Preferences > API';
	const expiry = expiryOf(key);
	if (expiry === undefined || expiry * 1000 > nowMs) return undefined;
	return 'The key has expired: renew it under Preferences > API';
}

/** `exp` of a JSON Web Token, in seconds since 1970; undefined when there is none to be read. */
export function expiryOf(apiKey: unknown): number | undefined {
	try {
		const claims: unknown = JSON.parse(
			Buffer.from(bare(apiKey).split('.')[1] ?? '', 'base64url').toString('utf8'),
		);
		return isObject(claims) && typeof claims.exp === 'number' ? claims.exp : undefined;
	} catch {
		return undefined;
	}
}
