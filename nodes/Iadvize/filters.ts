import { numberOf, textOf } from '../shared/fields';
import type { Payload } from '../shared/webhook/source';
import { entryOf } from './describe';
import { ALL_EVENTS, surveyFields } from './events';

export interface Choice {
	/** Vendor's names, or {@link ALL_EVENTS}. */
	events: string[];
	filters: Filters;
}

/** As the user set them; an absent or empty one lets everything pass. */
export interface Filters {
	projectIds?: string;
	channels?: string[];
	operatorIds?: string;
	satisfactionKinds?: string[];
	scoreAtLeast?: number;
	scoreAtMost?: number;
}

/** Whether the user wants an event: ticked, and let through by every filter that speaks about it. */
export function isChosen(payload: Payload, { events, filters }: Choice): boolean {
	const vendorEvent = textOf(payload.eventType);
	const isTicked =
		events.includes(ALL_EVENTS) || (vendorEvent !== null && events.includes(vendorEvent));
	return isTicked && passes(payload, filters);
}

function passes(payload: Payload, filters: Filters): boolean {
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
 * Whether a filter speaks about an event: the event has one of the fields, or should have it. So a
 * filter on scores drops a comment without a score, and leaves a closed conversation alone.
 */
function carries(payload: Payload, fields: readonly string[]): boolean {
	const shape: object = entryOf(textOf(payload.eventType))?.schema.shape ?? {};
	return fields.some((field) => Object.hasOwn(payload, field) || Object.hasOwn(shape, field));
}

/** IDs and channels of a field; old events have channels in lower case. */
function valuesOf(value: unknown): string[] {
	const values: unknown[] = Array.isArray(value) ? value : [value];
	return values.map((one) => textOf(one)?.toUpperCase() ?? '');
}

/** "12, 34" as a list; users separate by comma, semicolon, blank or line. */
function idsIn(text = ''): string[] {
	return text.split(/[\s,;]+/).filter((id) => id !== '');
}
