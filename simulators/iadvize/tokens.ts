import { randomUUID } from 'node:crypto';
import type { Clock } from '../shared/clock';
import { DAY_MS } from '../shared/clock';

/** A token lives 24 hours (contract §7); the vendor has no refresh. */
export const TOKEN_LIFETIME_MS = DAY_MS;

export interface Tokens {
	issue(): string;
	isValid(token: string): boolean;
	/** Ends the life of every token at once. */
	revokeAll(): void;
}

/** The access tokens of one simulator. */
export function createTokens(clock: Clock): Tokens {
	const expiry = new Map<string, number>();
	return {
		issue: () => {
			const token = `example-token-${randomUUID()}`;
			expiry.set(token, clock.now() + TOKEN_LIFETIME_MS);
			return token;
		},
		isValid: (token) => (expiry.get(token) ?? 0) > clock.now(),
		revokeAll: () => {
			expiry.clear();
		},
	};
}

/** The token of an `Authorization: Bearer …` header; the vendor takes it from nowhere else. */
export function bearerToken(authorization: string | undefined): string {
	return /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
}
