import { createHmac, randomUUID } from 'node:crypto';
import type { Clock } from '../shared/clock';
import { DAY_MS, SECOND_MS } from '../shared/clock';

/** A key by log-in lives 24 hours (contract §5.1). */
const LOGIN_KEY_LIFETIME_MS = DAY_MS;

export interface Keys {
	/** A new key, a JSON Web Token as all of the vendor's. */
	issue(lifetimeMs?: number): string;
	isValid(key: string): boolean;
	revokeAll(): void;
}

/** The keys that one simulator has issued. */
export function createKeys(clock: Clock): Keys {
	const expiry = new Map<string, number>();
	return {
		issue: (lifetimeMs = LOGIN_KEY_LIFETIME_MS) => {
			const until = clock.now() + lifetimeMs;
			const key = webToken(clock.now(), until);
			expiry.set(key, until);
			return key;
		},
		isValid: (key) => (expiry.get(key) ?? 0) > clock.now(),
		revokeAll: () => {
			expiry.clear();
		},
	};
}

/** The claims are not documented: those that every JSON Web Token may have stand in. */
function webToken(nowMs: number, untilMs: number): string {
	const seconds = (ms: number) => Math.floor(ms / SECOND_MS);
	const claims = { jti: randomUUID(), iat: seconds(nowMs), exp: seconds(untilMs) };
	const signed = [{ alg: 'HS256', typ: 'JWT' }, claims]
		.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
		.join('.');
	return `${signed}.${createHmac('sha256', 'example').update(signed).digest('base64url')}`;
}
