import { isObject, textOf } from '../shared/fields';
import type { Payload } from '../shared/webhook/source';

export type Part = Record<string, unknown>;

/**
 * What an event is about. SalesIQ documents two forms: an envelope around `entity`, and, in most of
 * its printed examples, the entity alone.
 */
export function entityIn(payload: Payload): Part {
	if (isObject(payload.entity)) return payload.entity;
	return 'event' in payload || 'entity_type' in payload ? {} : payload;
}

/**
 * What an event is about: the first word of its name, or what SalesIQ calls it. A bare entity says
 * neither, but those of conversations and of visitors have fields that no other has.
 */
export function subjectOf(payload: Payload, entity: Part): string | null {
	const said = textOf(payload.event) ?? textOf(payload.entity_type);
	if (said !== null) return said.split('.')[0] ?? said;
	if (['visitor', 'message', 'question', 'rating', 'feedback'].some((name) => name in entity)) {
		return 'conversation';
	}
	return 'modifier' in entity || 'lead' in entity ? 'visitor' : null;
}
