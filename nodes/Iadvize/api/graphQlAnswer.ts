import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../shared/fields';
import { refusal } from '../../shared/operations/errors';
import type { Caller } from '../../shared/operations/exchange';
import { sentenceOf } from '../../shared/operations/sentence';
import { isSchemaFault } from './schema/faults';

export interface GraphQlAnswer {
	/** As the server sent it; not an object if it sent something else. */
	data: unknown;
	errors: unknown[];
	status: number;
}

export interface Reading {
	/** What a partly failed mutation did is unknown; a query may be answered in part. */
	repeatable: boolean;
	/**
	 * Takes what is missing of a query's answer; it is logged unless given. `places` are the paths of
	 * errors, such as `conversation.visitor`, and empty where an error says none.
	 */
	inPart?: (error: Error, places: string[]) => void;
}

/**
 * The data of an answer, even if a query has errors alongside it.
 *
 * @param missing what the text did without, because the account does not have it
 * @throws NodeApiError when there is none, or something of a mutation failed
 */
export function dataOf(
	context: Caller,
	{ data, errors, status }: GraphQlAnswer,
	{ repeatable, inPart }: Reading,
	missing: readonly string[],
): IDataObject {
	const tell =
		inPart ??
		((error: Error) => {
			context.logger.warn(sentenceOf(error.message));
		});
	if (errors.length > 0) {
		const error = refusal(context, {
			message: `iAdvize says: ${errors.map(textOfError).join('; ')}`,
			description:
				'Where a field or argument is named, the account does not have it: change the text of the query under Options, or use the resource GraphQL',
			// What an account does not have, it will not have a minute later.
			status: isSchemaFault(errors) ? 400 : status,
		});
		// When part of a mutation failed, it is not known what it did.
		if (!repeatable || !holdsData(data)) throw error;
		tell(error, errors.map(placeOf));
	}
	if (!isObject(data)) {
		throw refusal(context, {
			message: `The answer is not from the iAdvize GraphQL API (HTTP ${status})`,
			description: 'Run it again; if this persists, check the text of the query',
		});
	}
	if (missing.length > 0 && holdsData(data)) tell(doesWithout(context, missing), []);
	return data as IDataObject;
}

const doesWithout = (context: Caller, missing: readonly string[]) =>
	refusal(context, {
		message: `This iAdvize account has no ${[...new Set(missing)].join(', ')}: the query leaves it out`,
		description: 'Newer accounts lack what iAdvize has removed from its API',
		status: 400,
	});

const holdsData = (data: unknown) =>
	isObject(data) && Object.values(data).some((value) => value !== null);

function textOfError(error: unknown): string {
	const { message } = error as { message?: unknown };
	const place = placeOf(error);
	const where = place === '' ? '' : ` (at ${place})`;
	return `${typeof message === 'string' ? message : 'no reason given'}${where}`;
}

function placeOf(error: unknown): string {
	const { path } = error as { path?: unknown };
	return Array.isArray(path) ? path.join('.') : '';
}

/** A mutation refuses in `userErrors`, next to data that looks fine. */
export function requireNoUserErrors(context: Caller, data: IDataObject, mutation: string): void {
	const { userErrors } = (data[mutation] ?? {}) as IDataObject;
	if (!Array.isArray(userErrors) || userErrors.length === 0) return;
	const names = (userErrors as IDataObject[]).map(({ __typename: name }) => name as string);
	throw refusal(context, {
		message: `iAdvize refuses ${mutation}: ${names.join(', ')}`,
		description: 'Check the values of this operation; iAdvize tells nothing but the name above',
	});
}
