import { z, type ZodTypeAny } from 'zod';
import type { Operation, Resource } from './operation';
import { isFilled, shapeOf } from './shape';
import { REPORT, troubleOf, type Trouble } from './trouble';

/** What an account was found to be like; may be shown to anyone. */
export const checkRow = z.object({
	check: z.string().describe('What was checked'),
	result: z
		.enum(['ok', 'not there', 'refused', 'different'])
		.describe('Whether it is as documented'),
	seen: z
		.string()
		.describe('What was found: names, types and counts, without personal data or secrets'),
	means: z.string().describe('What that means for the nodes'),
	todo: z.string().describe('What to do about it; empty when all is well'),
});

export type CheckRow = z.infer<typeof checkRow>;
export type Finding = Omit<CheckRow, 'check'>;

/** One thing to look at. It only reads. */
export interface Check {
	name: string;
	/** The check that shows whether anything can be asked at all. */
	needs?: string;
	look: () => Finding | Promise<Finding>;
	/** What an error means, where the vendor has more to say than its status. */
	explain?: (error: unknown) => Partial<Trouble> | undefined;
}

export const checkOption: Operation['option'] = {
	name: 'Check',
	value: 'check',
	action: 'Check this account',
	description:
		'Try every call that the trigger, Complete Event and pick lists depend on, and report what works as documented. Only reads, and shows no personal data.',
};

export const accountResource = (operation: Operation): Resource => ({
	option: { name: 'Account', value: 'account', description: 'What works in your account' },
	operations: [operation],
});

/**
 * Makes all checks, one after the other. One that fails does not stop the others, but a refused
 * login is not tried again and again: repeated failed logins get an account blocked.
 */
export async function rowsOfChecks(checks: readonly Check[]): Promise<CheckRow[]> {
	const rows: CheckRow[] = [];
	const final = new Map<string, Finding['result']>();
	for (const { name, needs, look, explain } of checks) {
		const result = needs === undefined ? undefined : final.get(needs);
		if (needs !== undefined && result !== undefined) {
			rows.push({ check: name, ...notAsked(needs, result) });
			continue;
		}
		try {
			rows.push({ check: name, ...(await look()) });
		} catch (error) {
			const { isFinal, ...trouble } = { ...troubleOf(error), ...explain?.(error) };
			if (isFinal === true) final.set(name, trouble.result);
			rows.push({ check: name, ...trouble });
		}
	}
	return rows;
}

const notAsked = (needs: string, result: Finding['result']): Finding => ({
	result,
	seen: 'not asked',
	means: `Nothing can be asked as long as the row "${needs}" is as it is`,
	todo: `See the row "${needs}"`,
});

/** What came of a call: an answer, or the error that it ended with. */
export type Outcome<T> = { answer: T; error?: undefined } | { error: Error; answer?: undefined };

/** A call that several checks look at, each in its own way. It is made once, at the first look. */
export function askedOnce<T>(ask: () => Promise<T>): () => Promise<Outcome<T>> {
	let outcome: Promise<Outcome<T>> | undefined;
	return async () =>
		await (outcome ??= ask().then(
			(answer) => ({ answer }),
			(error: unknown) => ({ error: error as Error }),
		));
}

/** How rows are documented, and what depends on them. */
export interface Documented {
	/** One row as documented. */
	as: ZodTypeAny;
	/** Fields that the nodes cannot do without: `visitor.email`. */
	vital?: readonly string[];
	/** What depends on it, as a sentence. */
	use: string;
	/** How to get some, if an empty list says nothing. */
	none?: string;
	/** What else was seen. */
	more?: readonly string[];
	/** What else is not as documented, and what to do about it. */
	says?: readonly string[];
	todo?: string;
}

/**
 * What the rows of a list, or the one that was looked up, are like, compared with the documented
 * ones.
 */
export function findingOn(rows: readonly unknown[], documented: Documented): Finding {
	const { as, vital = [], use, none, more = [], says = [], todo = REPORT } = documented;
	const { text, wrong, missing } = shapeOf(rows, as);
	const isEmpty = rows.length === 0;
	const lacks = isEmpty ? [] : vital.filter((name) => missing.includes(name));
	const count = rows.length === 1 ? '1 row' : `${rows.length} rows`;
	const seen = [count, ...(isEmpty ? [] : [text]), ...more].filter(Boolean).join('; ');
	const differs = [
		...says,
		...(wrong.length > 0 ? [`${wrong.join(', ')}: of another type`] : []),
		...(lacks.length > 0 ? [`${lacks.join(', ')}: missing`] : []),
	];
	if (differs.length > 0) {
		const means = `Not as documented (${differs.join('; ')}). ${use}`;
		return { result: 'different', seen, means, todo };
	}
	if (!isEmpty) {
		const outcome = isFilled(as) ? 'As documented' : 'The call works';
		return { result: 'ok', seen, means: `${outcome}. ${use}`, todo: '' };
	}
	return none === undefined
		? {
				result: 'ok',
				seen,
				means: `The call works, and there is nothing to look at. ${use}`,
				todo: '',
			}
		: { result: 'not there', seen, means: `There is nothing to look at. ${use}`, todo: none };
}

/** For what cannot be looked up, as a list before it was empty. */
export const nothingFor = (what: string, todo: string): Finding => ({
	result: 'not there',
	seen: 'nothing was asked',
	means: `There is no ${what} to look at`,
	todo,
});
