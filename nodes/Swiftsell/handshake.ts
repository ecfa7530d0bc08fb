import type { Acceptance } from '../shared/webhook/receive';

/**
 * The token back, which Swiftsell expects for its test call. Every accepted call gets it: the test
 * call cannot be told apart with certainty, and the caller has just shown that it knows the token.
 */
export function handshakeReply(form: 'text' | 'json', token: string): Acceptance {
	return form === 'json'
		? { body: { token } }
		: { body: token, contentType: 'text/plain; charset=utf-8' };
}
