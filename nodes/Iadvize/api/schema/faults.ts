import { partOf, textOf } from '../../../shared/fields';
import { edited, type Adapted, type Edit } from './edits';
import { readQuery, type Selection } from './readText';

const NO_FIELD = /Cannot query field ["'`]?(\w+)["'`]? on type ["'`]?(\w+)/i;
const NO_ARGUMENT = /Unknown argument ["'`]?(\w+)/i;
const WANTED = /argument ["'`]?(\w+)["'`]? of type ["'`]?([\w[\]!]+)["'`]? is required/i;
const NO_TYPE = /Unknown type|used in position expecting/i;

const messageOf = (error: unknown) => textOf(partOf(error).message) ?? '';

/** Whether an account's schema is other than the text takes it to be: nothing was carried out. */
export const isSchemaFault = (errors: readonly unknown[]): boolean =>
	errors
		.map(messageOf)
		.some((said) => [NO_FIELD, NO_ARGUMENT, NO_TYPE, WANTED].some((one) => one.test(said)));

/**
 * The text without what the errors say is not there, for an account that does not tell its schema.
 * Servers word them as graphql-js does, and say where: `locations` of line and column, from 1.
 */
export function adaptByErrors(text: string, errors: readonly unknown[]): Adapted {
	const { selections } = readQuery(text);
	const edits: Edit[] = [];
	const missing: string[] = [];
	const gone = errors.flatMap((error) => {
		const [, name, type] = NO_FIELD.exec(messageOf(error)) ?? [];
		if (name === undefined || type === undefined) return [];
		missing.push(`${type}.${name}`);
		return [{ name, at: offsetOf(text, error) }];
	});
	const isGone = ({ name, start }: Selection) =>
		gone.some((one) => one.name === name && (one.at === undefined || one.at === start));
	const isLeft = (selection: Selection): boolean => {
		const { start, end, selections: below } = selection;
		const left = !isGone(selection) && (!below || below.map(isLeft).includes(true));
		if (!left) edits.push({ start, end, text: '' });
		return left;
	};
	const isAnyLeft = selections.map(isLeft).includes(true);
	edits.push(...renamed(selections, errors.map(messageOf)));
	return { text: isAnyLeft ? edited(text, edits) : undefined, missing };
}

/** One argument is not known and one is missing: it is the same. */
function renamed(selections: readonly Selection[], said: readonly string[]): Edit[] {
	const unknown = said.flatMap((one) => NO_ARGUMENT.exec(one)?.[1] ?? []);
	const wanted = said.flatMap((one) => WANTED.exec(one)?.[1] ?? []);
	const [by] = wanted;
	if (unknown.length !== 1 || wanted.length !== 1 || by === undefined) return [];
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
