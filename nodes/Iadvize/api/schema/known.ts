import type { Caller } from '../../../shared/operations/exchange';
import { introspection, readSchema, type Schema } from './schema';

const HOUR_MS = 60 * 60 * 1000;
const MAX_ACCOUNTS = 20;

interface Known {
	/** Null for an account that does not show it. */
	schema: Schema | null;
	sinceMs: number;
}

// Per process: a schema is large, and may change at any time.
const accounts = new Map<string, Known>();

/** The schema of the account, where it was asked for within the hour. */
export async function knownSchema(context: Caller): Promise<Schema | null> {
	return (await knownOf(context))?.schema ?? null;
}

/**
 * Asks for the schema of the account, once an hour.
 *
 * @param ask gives the data of an answer to a query text
 * @returns null when the account does not show it
 */
export async function askSchema(
	context: Caller,
	ask: (text: string) => Promise<unknown>,
): Promise<Schema | null> {
	const known = await knownOf(context);
	if (known) return known.schema;
	const answer = await ask(introspection).then(
		(data) => ({ schema: readSchema(data) }),
		() => undefined,
	);
	// It may be there a minute later.
	if (!answer) return null;
	const { schema } = answer;
	const [oldest] = accounts.keys();
	if (accounts.size >= MAX_ACCOUNTS && oldest !== undefined) accounts.delete(oldest);
	accounts.set(await accountOf(context), { schema, sinceMs: Date.now() });
	return schema;
}

async function knownOf(context: Caller): Promise<Known | undefined> {
	const known = accounts.get(await accountOf(context));
	return known && Date.now() - known.sinceMs < HOUR_MS ? known : undefined;
}

async function accountOf(context: Caller): Promise<string> {
	const { platform, email } = await context.getCredentials('iadvizeGraphQlApi');
	return JSON.stringify([platform, email]);
}
