import { partOf, textOf } from '../../../shared/fields';
import { edited, otherNames, underAlias, type Adapted, type Edit } from './edits';
import { readQuery, type Selection } from './readText';

const NO_FIELD = /Cannot query field ["'`]?(\w+)["'`]? on type ["'`]?(\w+)/i;
const NO_ARGUMENT = /Unknown argument ["'`]?(\w+)/i;
const WANTED = /argument ["'`]?(\w+)["'`]? of type ["'`]?([\w[\]!]+)["'`]? is required/i;
const NO_TYPE = /Unknown type|used in position expecting/i;

const SUGGESTED = /Did you mean ([^?]{1,200})\?/i;

/** The names that a server takes an unknown one for. */
const suggestedIn = (said: string) =>
	[...(SUGGESTED.exec(said)?.[1] ?? '').matchAll(/["'`](\w+)["'`]/g)].map(([, name = '']) => name);

const messageOf = (error: unknown) => textOf(partOf(error).message) ?? '';

/** Whether an account's schema differs from what the text assumes: nothing was carried out. */
export const isSchemaFault = (errors: readonly unknown[]): boolean =>
	errors
		.map(messageOf)
		.some((said) => [NO_FIELD, NO_ARGUMENT, NO_TYPE, WANTED].some((one) => one.test(said)));

/**
 * The text without what the errors say is not there, for an account that does not show its schema.
 * Servers word them as graphql-js does, and say where: `locations` of line and column, from 1.
 */
export function adaptByErrors(text: string, errors: readonly unknown[]): Adapted {
	const { selections } = readQuery(text);
	const edits: Edit[] = [];
	const missing: string[] = [];
	const gone = errors.flatMap((error) => {
		const [, name, type] = NO_FIELD.exec(messageOf(error)) ?? [];
		if (name === undefined || type === undefined) return [];
		const place = `${type}.${name}`;
		const suggested = suggestedIn(messageOf(error));
		const older = otherNames(place).find((one) => suggested.includes(one));
		if (older === undefined) missing.push(place);
		return [{ name, older, at: offsetOf(text, error) }];
	});
	const isLeft = (selection: Selection): boolean => {
		const { name, start, end, selections: below } = selection;
		const fault = gone.find(
			(one) => one.name === name && (one.at === undefined || one.at === start),
		);
		if (fault?.older !== undefined) edits.push(underAlias(selection, fault.older));
		const isThere = !fault || fault.older !== undefined;
		const left = isThere && (!below || below.map(isLeft).includes(true));
		if (!left) edits.push({ start, end, text: '' });
		return left;
	};
	const isAnyLeft = selections.map(isLeft).includes(true);
	edits.push(...renamed(selections, errors.map(messageOf)));
	return { text: isAnyLeft ? edited(text, edits) : undefined, missing };
}

/** One argument is not known, and one is missing, else suggested: it is the same. */
function renamed(selections: readonly Selection[], said: readonly string[]): Edit[] {
	const unknown = said.flatMap((one) => NO_ARGUMENT.exec(one)?.[1] ?? []);
	const wanted = said.flatMap((one) => WANTED.exec(one)?.[1] ?? []);
	const suggested = said.filter((one) => NO_ARGUMENT.test(one)).flatMap(suggestedIn);
	const [by, ...others] = wanted.length > 0 ? wanted : suggested;
	if (unknown.length !== 1 || by === undefined || others.length > 0) return [];
	return selections
		.flatMap(({ args }) => args)
		.filter(({ name }) => name === unknown[0])
		.map(({ start, end }) => ({ start, end, text: by }));
}

function offsetOf(text: string, error: unknown): number | undefined {
	const { locations } = partOf(error);
	const { line, column } = partOf(Array.isArray(locations) ? locations[0] : undefined);
	if (typeof line !== 'number' || typeof column !== 'number') return undefined;
	const before = text.split('\n').slice(0, line - 1);
	return before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
}
