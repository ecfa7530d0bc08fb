import { isObject, textOf } from '../../shared/fields';
import { statusOf } from '../../shared/operations/errors';
import type { HttpAnswer } from '../../shared/operations/exchange';

/** What WhatsApp's rule looks like in the vendor's words; observed in client code. */
const WINDOW_CLOSED = /24 hours|re-engagement|session window/i;

/** What to do about each status (Messangi support, Getting Started). */
const ADVICE: Readonly<Record<number, string>> = {
	400: 'Correct the field that is named; numbers must not have a plus sign',
	401: 'Check the key under Preferences > API: it may have expired, been revoked, or belong to another Space. With user and password, check both.',
	402: 'This user logs in with two factors: use an API key instead',
	403: 'Check the key under Preferences > API: it may have expired, been revoked, or belong to another Space. With user and password, check both.',
	404: 'Check the ID. A campaign must be live, with API Endpoint as its recipients; a list may need its List Service Path.',
};

/** Messangi's words for what went wrong, wherever they are. */
export function wordsIn(body: unknown): string | null {
	if (!isObject(body)) return null;
	const explain = isObject(body.meta) ? textOf(body.meta.explain) : null;
	return explain ?? textOf(body.message) ?? textOf(body.description);
}

/** A refusal in words: what happened, and how to fix it. */
export function refusalOf({ status, body }: HttpAnswer) {
	const words = wordsIn(body);
	if (status === 410 || WINDOW_CLOSED.test(words ?? '')) {
		return {
			message: 'The 24-hour window is closed',
			description: `Send a template or wait for the contact to write.${said(words)}`,
			status,
			answered: `HTTP ${status}`,
		};
	}
	const isLockedOut = status === 401 || status === 403;
	return {
		message: isLockedOut
			? 'Messangi does not accept the key or the login'
			: `Messangi says: ${words ?? `HTTP ${status}`}`,
		description: `${ADVICE[status] ?? 'Check the fields of this operation'}${isLockedOut ? said(words) : ''}`,
		// Either is a lock-out, and not worth trying again for the next item.
		status: isLockedOut ? 401 : status,
		answered: `HTTP ${status}`,
	};
}

/** What to do about an error of ours, without Messangi's own words. */
export const todoAbout = (error: unknown): string | undefined => ADVICE[statusOf(error) ?? 0];

const said = (words: string | null) => (words === null ? '' : ` It said: ${words}`);
