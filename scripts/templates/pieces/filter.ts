import type { Step } from '../template';

/** A row of a condition list, as the editor shows it: left, how they are compared, right. */
export type Comparison = readonly [
	left: string,
	operator: Readonly<Record<string, unknown>>,
	right?: string | number,
];

export const isNotEmpty = { type: 'string', operation: 'notEmpty', singleValue: true };
export const isTrue = { type: 'boolean', operation: 'true', singleValue: true };
export const matches = { type: 'string', operation: 'regex' };
export const equals = { type: 'string', operation: 'equals' };
/** The left is a list. */
export const hasNot = { type: 'array', operation: 'notContains', rightType: 'any' };
export const isAtMost = { type: 'number', operation: 'lte' };

/** Lets through what all comparisons hold for, or any; letters of either case are the same. */
export const filter = (
	name: string,
	comparisons: readonly Comparison[],
	combinator: 'and' | 'or' = 'and',
): Step => ({
	name,
	type: 'n8n-nodes-base.filter',
	typeVersion: 2.2,
	parameters: {
		conditions: {
			options: { caseSensitive: false, leftValue: '', typeValidation: 'loose', version: 2 },
			combinator,
			conditions: comparisons.map(([leftValue, operator, rightValue = '']) => ({
				leftValue,
				rightValue,
				operator,
			})),
		},
		looseTypeValidation: true,
		options: { ignoreCase: true },
	},
});
