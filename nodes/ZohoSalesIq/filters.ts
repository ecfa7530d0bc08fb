import { numberOf, partOf, textOf, wordOf } from '../shared/fields';
import type { Payload } from '../shared/webhook/source';
import { isRich } from './describeMessage';
import { entityIn, subjectOf } from './entity';

/** As the user set them; an absent or empty one lets everything through. */
export interface Filters {
	app_ids?: string[];
	attenders?: string[];
	departments?: string[];
	messageFrom?: string[];
	ratingAtLeast?: number;
	ratingAtMost?: number;
	visitorTypes?: string[];
}

/** A filter applies only to events that have what it checks, but ratings when it asks for a score. */
export function passes(payload: Payload, filters: Filters): boolean {
	const entity = entityIn(payload);
	const owner = partOf(entity.owner);
	const visitor = subjectOf(payload, entity) === 'visitor' ? entity : partOf(entity.visitor);
	const isRating = textOf(payload.event) === 'conversation.rated' || 'rating' in entity;
	const score = numberOf(entity.rating);

	const among = (wanted: readonly unknown[] = [], value: unknown) => {
		const said = wordOf(value);
		return wanted.length === 0 || said === null || wanted.map(String).includes(said);
	};
	const scored = (isWanted: (score: number) => boolean) =>
		!isRating || (score !== null && isWanted(score));
	const { ratingAtLeast: least, ratingAtMost: most } = filters;

	return (
		among(filters.app_ids, payload.app_id ?? entity.app_id) &&
		among(filters.attenders, owner.id) &&
		among(filters.departments, entity.department_id) &&
		among(filters.visitorTypes, visitor.type) &&
		among(filters.messageFrom, senderOf(payload, partOf(entity.message))) &&
		(least === undefined || scored((given) => given >= least)) &&
		(most === undefined || scored((given) => given <= most))
	);
}

/** Who wrote a message: visitor, operator or bot; undefined when the event has none. */
export function senderOf(payload: Payload, message: Record<string, unknown>): string | undefined {
	if (Object.keys(message).length === 0) return undefined;
	const event = textOf(payload.event);
	if (event === 'conversation.visitor.replied') return 'visitor';
	const type = textOf(partOf(message.sender).type)?.toLowerCase();
	if (type === 'bot' || isRich(message)) return 'bot';
	return event === 'conversation.operator.replied' ? 'operator' : type;
}
