import { randomUUID } from 'node:crypto';
import type { Clock } from '../../shared/clock';
import { MINUTE_MS } from '../../shared/clock';
import { createWindow } from './limits';

/** An access token lives one hour (contract §6). */
export const TOKEN_LIFETIME_MS = 60 * MINUTE_MS;

/** Limits of contract §6. */
const REFRESH_TOKENS_PER_USER = 20;
const LIVE_TOKENS_PER_REFRESH_TOKEN = 30;
const REFRESHES = { limit: 10, withinMs: 10 * MINUTE_MS };
const NEW_REFRESH_TOKENS = { limit: 5, withinMs: MINUTE_MS };

/** What a token is good for. */
export interface Grant {
	readonly scopes: readonly string[];
	/** Where it was issued, and where alone it works; everywhere if absent. */
	readonly dataCentre?: string;
}

export interface TokenPair {
	readonly accessToken: string;
	readonly refreshToken?: string;
}

/** `throttled` says that a limit is reached. */
type Limited<Value> = Value | { readonly throttled: true };

export interface Tokens {
	/** A token that was not asked for at the token endpoint and counts nowhere. */
	issue(grant: Grant): string;
	/** The tokens of an accepted authorisation. */
	grant(grant: Grant, withRefreshToken: boolean): Limited<TokenPair>;
	/** A new access token; undefined where the refresh token is unknown at that data centre. */
	refresh(
		refreshToken: string,
		dataCentre?: string,
	): Limited<{ readonly accessToken: string }> | undefined;
	/** What a token is good for, while it lives. */
	find(accessToken: string): Grant | undefined;
	/** Ends the life of every access token at once. */
	expire(): void;
	/** Ends the life of every refresh token too. */
	revokeAll(): void;
	readonly refreshTokens: readonly string[];
}

interface RefreshToken {
	readonly token: string;
	readonly grant: Grant;
	readonly accessTokens: string[];
	mayRefresh(): boolean;
}

/** The tokens of one user: the simulated account has no other. */
export function createTokens(clock: Clock): Tokens {
	const live = new Map<string, { grant: Grant; until: number }>();
	const refreshTokens: RefreshToken[] = [];
	let mayGrant = createWindow(clock, NEW_REFRESH_TOKENS);

	const issue = (grant: Grant) => {
		const token = `example-access-token-${randomUUID()}`;
		live.set(token, { grant, until: clock.now() + TOKEN_LIFETIME_MS });
		return token;
	};
	const issueFor = ({ grant, accessTokens }: RefreshToken) => {
		const token = issue(grant);
		accessTokens.push(token);
		// What gives way to the 31st is not documented: here it is the oldest.
		for (const old of accessTokens.splice(0, accessTokens.length - LIVE_TOKENS_PER_REFRESH_TOKEN)) {
			live.delete(old);
		}
		return token;
	};

	return {
		issue,
		grant: (grant, withRefreshToken) => {
			if (!withRefreshToken) return { accessToken: issue(grant) };
			if (!mayGrant()) return { throttled: true };
			const token = `example-refresh-token-${randomUUID()}`;
			const entry = {
				token,
				grant,
				accessTokens: [],
				mayRefresh: createWindow(clock, REFRESHES),
			};
			refreshTokens.push(entry);
			refreshTokens.splice(0, refreshTokens.length - REFRESH_TOKENS_PER_USER);
			return { accessToken: issueFor(entry), refreshToken: token };
		},
		refresh: (refreshToken, dataCentre) => {
			const entry = refreshTokens.find(({ token }) => token === refreshToken);
			if (!entry || !isSameCentre(entry.grant, dataCentre)) return undefined;
			return entry.mayRefresh() ? { accessToken: issueFor(entry) } : { throttled: true };
		},
		find: (accessToken) => {
			const entry = live.get(accessToken);
			return entry && entry.until > clock.now() ? entry.grant : undefined;
		},
		expire: () => {
			live.clear();
		},
		revokeAll: () => {
			live.clear();
			refreshTokens.length = 0;
			mayGrant = createWindow(clock, NEW_REFRESH_TOKENS);
		},
		get refreshTokens() {
			return refreshTokens.map(({ token }) => token);
		},
	};
}

/** Whether a token may be used there; the loopback address belongs to no data centre. */
export function isSameCentre(grant: Grant, dataCentre?: string): boolean {
	if (grant.dataCentre === undefined || dataCentre === undefined) return true;
	return grant.dataCentre === dataCentre;
}
