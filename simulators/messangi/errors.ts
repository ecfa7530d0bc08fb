import { randomUUID } from 'node:crypto';
import { SECOND_MS } from '../shared/clock';
import type { World } from './world';

/** The vendor's way of saying no, thrown by whatever serves a request. */
export class MessangiError extends Error {
	constructor(
		/** As documented (contract §5.2); 410 is what a client has met (§6). */
		readonly status: 400 | 401 | 402 | 403 | 404 | 410,
		message: string,
	) {
		super(message);
	}
}

export const badRequest = (message: string) => new MessangiError(400, message);
export const notFound = (message: string) => new MessangiError(404, message);

/** The body of a refusal; its keys are not documented, so a setting chooses. */
export function errorBody({ settings, clock }: World, message: string): object | undefined {
	if (settings.errorShape === 'empty') return undefined;
	if (settings.errorShape === 'explain') return { meta: metaOf(clock.now(), message) };
	return { [settings.errorShape]: message };
}

/** The envelope's head. Its `timestamp` is in milliseconds. */
export function metaOf(nowMs: number, explain?: string) {
	const meta = { timestamp: nowMs, transactionId: randomUUID() };
	return explain === undefined ? meta : { ...meta, explain };
}

/** The same as the campaign trigger writes it: in seconds (contract §4). */
export function metaInSeconds(nowMs: number, explain: string) {
	return { ...metaOf(nowMs, explain), timestamp: Math.floor(nowMs / SECOND_MS) };
}
