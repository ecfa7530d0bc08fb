import type { Form } from './brackets';
import { textOf } from './brackets';
import { invalidValue, RestFailure } from './envelope';

/** How far `from` and `to` may lie apart, in months. */
export interface DateLimit {
	readonly maxMonths: number;
	/** Whether a missing bound is put that many months from the other one (or from now). */
	readonly isDefault: boolean;
}

const DATE = /^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}:\d{2})?$/;

/** `YYYY-MM-DD HH:MM:SS`, the vendor's form without a zone; seeded projects live in UTC. */
export function restDate(iso: string): string;
export function restDate(iso: string | null): string | null;
export function restDate(iso: string | null): string | null {
	return iso === null ? null : iso.slice(0, 19).replace('T', ' ');
}

/**
 * Reads the filters `from` and `to` into bounds that compare with `restDate` texts, both included.
 * A `to` without a time means the end of that day (assumed).
 */
export function dateBounds(filters: Form, nowMs: number, limit?: DateLimit) {
	let from = readDate(filters, 'from', '00:00:00');
	let to = readDate(filters, 'to', '23:59:59');
	if (limit?.isDefault) {
		to ??=
			from === undefined ? restDate(new Date(nowMs).toISOString()) : shift(from, limit.maxMonths);
		from ??= shift(to, -limit.maxMonths);
	}
	if (limit && from !== undefined && to !== undefined && to > endOfSpan(from, limit.maxMonths)) {
		// The vendor answers an error in `meta`; its text is not documented.
		throw new RestFailure('error', `Interval is longer than ${limit.maxMonths} month(s).`);
	}
	return { from: from ?? '', to: to ?? '9999' };
}

function readDate(filters: Form, name: string, time: string): string | undefined {
	const text = textOf(filters, name);
	if (text === undefined) return undefined;
	if (!DATE.test(text) || Number.isNaN(toMs(text))) throw invalidValue(name);
	return text.length === 10 ? `${text} ${time}` : text;
}

function toMs(text: string): number {
	return Date.parse(`${text.replace(' ', 'T')}${text.length === 10 ? 'T00:00:00' : ''}Z`);
}

function shift(text: string, months: number): string {
	const date = new Date(toMs(text));
	date.setUTCMonth(date.getUTCMonth() + months);
	return restDate(date.toISOString());
}

/** A day-only span such as 1 January to 1 April ends with its last day. */
function endOfSpan(from: string, months: number): string {
	return `${shift(from, months).slice(0, 10)} 23:59:59`;
}
