import { partOf, textOf, utcOf } from '../shared/fields';
import type { Payload } from '../shared/webhook/source';

/** Where things are in an element of `events`, whatever a stranger put there instead. */

export type Part = Record<string, unknown>;

export const typeIn = (payload: Payload): string | null => textOf(partOf(payload.event).type);

/** What happened, by whom and with what. */
export const detailsIn = (payload: Payload): Part => partOf(partOf(payload.event).payload);

export const messageIn = (payload: Payload): Part =>
	typeIn(payload) === 'message' ? partOf(detailsIn(payload).message) : {};

/** The bot of the account, which every event names; `conversation_create` names it once more. */
export const botIdIn = (payload: Payload): string | null =>
	textOf(partOf(partOf(payload.account).bot).id) ?? textOf(detailsIn(payload).bot_id);

const WITHOUT_ZONE = /^(\d{4}-\d{2}-\d{2})[ T]([01]\d|2[0-3])(:[0-5]\d:[0-5]\d)(?:[.,](\d{1,9}))?$/;

/**
 * Swiftsell's dates have no zone, and are UTC: its own example agrees within 0.1 s with a date that
 * has one. Microseconds are cut to milliseconds.
 */
export function dateOf(value: unknown): string | null {
	const found = typeof value === 'string' ? WITHOUT_ZONE.exec(value.trim()) : null;
	if (!found) return utcOf(value);
	const [, day, hour, rest, fraction = ''] = found;
	const text = `${day ?? ''}T${hour ?? ''}${rest ?? ''}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
	const date = new Date(text);
	// February 30 is not a date, though JavaScript would make it one.
	return !Number.isNaN(date.getTime()) && date.toISOString() === text ? text : null;
}
