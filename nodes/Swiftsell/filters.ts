import { wordOf } from '../shared/fields';
import type { Payload } from '../shared/webhook/source';
import { wordsIn } from '../shared/webhook/words';
import { botIdIn, detailsIn, messageIn, typeIn } from './payload';
import { roleOf } from './people';
import { variablesIn } from './variables';

/**
 * As the user set them; an absent or empty one lets everything through. Texts may have several,
 * separated by commas.
 */
export interface Filters {
	botIds?: string;
	labelActions?: string;
	messageBy?: string[];
	messageTypes?: string[];
	otherMessageTypes?: string;
	statuses?: string;
	variableNames?: string;
}

/** A filter applies only to events that have what it checks: a status holds back no message. */
export function passes(payload: Payload, filters: Filters): boolean {
	const type = typeIn(payload);
	const details = detailsIn(payload);
	const message = messageIn(payload);
	const variables = variablesIn(payload);
	const types = [...(filters.messageTypes ?? []), ...wordsIn(filters.otherMessageTypes)];
	const about = (isAbout: boolean, wanted: readonly string[], values: readonly unknown[]) =>
		!isAbout || wanted.length === 0 || sharesOne(wanted, values);
	const botId = botIdIn(payload);

	return (
		about(botId !== null, wordsIn(filters.botIds), [botId]) &&
		about(type === 'message', types, [message.type]) &&
		about(type === 'message', filters.messageBy ?? [], [roleOf(details.message_by)]) &&
		about(type === 'status', wordsIn(filters.statuses), [details.status]) &&
		about(type === 'conversation_labels', wordsIn(filters.labelActions), [details.action]) &&
		about(
			type === 'variables',
			wordsIn(filters.variableNames),
			variables.flatMap(({ name, rawName }) => [name, rawName]),
		)
	);
}

/** Whether one of the values is wanted; case is ignored. */
function sharesOne(wanted: readonly string[], values: readonly unknown[]): boolean {
	const words = new Set(wanted.map((word) => word.toLowerCase()));
	return values.some((value) => words.has(wordOf(value) ?? ''));
}
