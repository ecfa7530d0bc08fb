import { setTimeout as wait } from 'node:timers/promises';

/** The simulator's time in milliseconds: tokens, login limits, retries and new rows go by it. */
export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
	/** Comes back when `ms` milliseconds of this clock have passed. */
	sleep(ms: number): Promise<void>;
}

/** A clock that tests move: it stands still unless somebody sleeps or advances it. */
export interface FastClock extends Clock {
	/** Moves the time forward by `ms` milliseconds at once. */
	advance(ms: number): void;
}

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const DAY_MS = 24 * 60 * MINUTE_MS;

export const systemClock: Clock = {
	now: () => Date.now(),
	sleep: async (ms) => {
		// A retry that is still due keeps no process alive: the listening server does while it runs.
		await wait(ms, undefined, { ref: false });
	},
};

/**
 * Makes a clock on which a minute of sleep takes six milliseconds.
 *
 * It does not run by itself: limits such as "ten logins per minute" stay exact on slow machines.
 */
export function createFastClock(startMs = Date.UTC(2025, 0, 15, 9, 0, 0)): FastClock {
	const speed = 10_000;
	let nowMs = startMs;
	return {
		now: () => nowMs,
		advance: (ms) => {
			nowMs += ms;
		},
		sleep: async (ms) => {
			const until = nowMs + ms;
			// A short real pause keeps the order of several sleepers.
			await wait(ms / speed);
			nowMs = Math.max(nowMs, until);
		},
	};
}

/**
 * Makes a clock whose sleepers wait until a test moves the time past their end: for a receiver that
 * is down for two attempts and up for the third.
 */
export function createManualClock(startMs = Date.UTC(2025, 0, 15, 9, 0, 0)): FastClock {
	let nowMs = startMs;
	let sleepers: { until: number; wake: () => void }[] = [];
	return {
		now: () => nowMs,
		advance: (ms) => {
			nowMs += ms;
			const due = sleepers.filter(({ until }) => until <= nowMs);
			sleepers = sleepers.filter(({ until }) => until > nowMs);
			for (const { wake } of due) wake();
		},
		sleep: (ms) =>
			new Promise((wake) => {
				sleepers.push({ until: nowMs + ms, wake });
			}),
	};
}
