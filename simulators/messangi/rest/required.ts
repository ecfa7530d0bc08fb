import type { JsonObject } from '../../shared/json';
import { textAt } from '../../shared/json';
import { badRequest } from '../errors';

/** The text under each key; a 400 names the first that is missing. */
export function requiredTexts<Key extends string>(
	body: JsonObject,
	...keys: readonly Key[]
): Record<Key, string> {
	const entries = keys.map((key): [Key, string] => {
		const text = textAt(body, key);
		if (text === '') throw badRequest(`'${key}' is required`);
		return [key, text];
	});
	return Object.fromEntries(entries) as Record<Key, string>;
}

/** The texts under those keys that have one. */
export function optionalTexts<Key extends string>(
	body: JsonObject,
	...keys: readonly Key[]
): Partial<Record<Key, string>> {
	const entries = keys.map((key) => [key, textAt(body, key)]).filter(([, text]) => text !== '');
	return Object.fromEntries(entries) as Partial<Record<Key, string>>;
}
