import type { Outcome } from '../support/run';
import type { HostileCall } from './calls';

/** What a call did, whoever made it. */
export type Answered = { outcome: Outcome; log: readonly string[] } | { thrown: unknown };

/** What must never happen, in words; undefined when all is well. */
export function faultOf({ target, isProved }: HostileCall, answered: Answered): string | undefined {
	if ('thrown' in answered) return `exception: ${String(answered.thrown)}`;
	const { status, items, answer, headers, log } = answered.outcome;
	// Whoever proved a call may hear its own words again, but the log is read by others.
	const told = isProved ? [log] : [log, answer, headers, items];
	const text = JSON.stringify([told, answered.log]).toLowerCase();
	if (target.secrets.some((secret) => text.includes(secret.toLowerCase()))) return 'leaked secret';
	if (log.some((line) => /[\r\n]/.test(line))) return 'forged line in the log';
	if (isProved) return [200, 400].includes(status) ? undefined : `proved, and answered ${status}`;
	if (status === 200 || items !== undefined) return 'forged call accepted';
	return [400, 401, 503].includes(status) ? undefined : `forged, and answered ${status}`;
}
