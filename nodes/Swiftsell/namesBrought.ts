import type { Delivery } from '../shared/webhook/source';

/** Headers and query parameters in which a token may come, in lower case. */
const TOKEN_NAMES = [
	'authorization',
	'token',
	'x-token',
	'x-access-token',
	'x-api-token',
	'x-auth-token',
	'x-verification-token',
	'x-verify-token',
	'x-webhook-token',
	...['swiftsell', 'wotnot', 'replycx'].flatMap((name) => [
		`x-${name}-token`,
		`x-${name}-webhook-token`,
		`x-${name}-signature`,
	]),
	...['access-token', 'auth-token', 'verify-token', 'webhook-token', 'access_token', 'auth_token'],
	...['verify_token', 'webhook_token', 'hub.verify_token', 'auth', 'key'],
	...['api-key', 'api_key', 'apikey', 'x-api-key', 'x-auth', 'x-key'],
	...['secret', 'x-secret', 'x-hook-secret', 'x-webhook-secret'],
	...['signature', 'x-signature', 'x-hub-signature', 'x-hub-signature-256', 'x-webhook-signature'],
] as const;

/**
 * What a refused call contained, so that an operator sees where the token arrives. Only names from
 * the list: callers also choose the names, and one may be the token itself (`?<token>`). The body
 * is not read for this: that is work which a stranger could make n8n do.
 */
export function namesBrought({ headers, query }: Delivery): string {
	return `headers: ${knownNamesIn(headers)}; query: ${knownNamesIn(query)}`;
}

function knownNamesIn(record: object): string {
	const given = Object.keys(record).map((name) => name.toLowerCase());
	const known = TOKEN_NAMES.filter((name) => given.includes(name));
	const others = given.length - known.length;
	const count = others > 0 ? [`${others} ${others === 1 ? 'other' : 'others'}`] : [];
	return [...(known.length > 0 ? [known.join(', ')] : []), ...count].join(' and ') || 'none';
}
