import { numberOf, textOf } from '../shared/fields';
import { entryIn } from '../shared/webhook/catalogue';
import type { Payload } from '../shared/webhook/source';
import { idsIn } from '../shared/webhook/words';
import { catalogue, surveyFields } from './events';

/** As the user set them; an absent or empty one lets everything through. */
export interface Filters {
	projectIds?: string;
	channels?: string[];
	operatorIds?: string;
	satisfactionKinds?: string[];
	scoreAtLeast?: number;
	scoreAtMost?: number;
}

/** A filter applies only to events that have, or should have, what it checks. */
export function passes(payload: Payload, filters: Filters): boolean {
	const { channels = [], satisfactionKinds: kinds = [], scoreAtLeast, scoreAtMost } = filters;
	const scores = [payload.customerSatisfaction, payload.netPromoterScore]
		.map(numberOf)
		.filter((score) => score !== null);

	const among = (fields: readonly string[], wanted: readonly string[]) =>
		wanted.length === 0 ||
		!carries(payload, fields) ||
		fields.some((field) => valuesOf(payload[field]).some((value) => wanted.includes(value)));
	const answered = (isWanted: boolean) => isWanted || !carries(payload, surveyFields);

	return (
		among(['projectId', 'websiteId'], idsIn(filters.projectIds)) &&
		among(['operatorIds', 'operatorId', 'userId'], idsIn(filters.operatorIds)) &&
		among(['channel'], channels) &&
		answered(kinds.length === 0 || kinds.some((kind) => (payload[kind] ?? null) !== null)) &&
		answered(scoreAtLeast === undefined || scores.some((score) => score >= scoreAtLeast)) &&
		answered(scoreAtMost === undefined || scores.some((score) => score <= scoreAtMost))
	);
}

/**
 * Whether a filter applies to an event: the event has one of the fields, or should have it. So a
 * score filter drops a comment without a score, and does not affect a closed conversation.
 */
function carries(payload: Payload, fields: readonly string[]): boolean {
	const shape: object = entryIn(catalogue, textOf(payload.eventType))?.schema.shape ?? {};
	return fields.some((field) => Object.hasOwn(payload, field) || Object.hasOwn(shape, field));
}

/** IDs and channels of a field; old events have channels in lower case. */
function valuesOf(value: unknown): string[] {
	const values: unknown[] = Array.isArray(value) ? value : [value];
	return values.map((one) => textOf(one)?.toUpperCase() ?? '');
}
