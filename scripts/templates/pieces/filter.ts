import type { Step } from '../template';

/** A row of a condition list, as the editor shows it: left, how they are compared, right. */
export type Comparison = readonly [
	left: string,
	operator: Readonly<Record<string, unknown>>,
	right?: string | number,
];

export const isNotEmpty = { type: 'string', operation: 'notEmpty', singleValue: true };
export const isTrue = { type: 'boolean', operation: 'true', singleValue: true };
export const equals = { type: 'string', operation: 'equals' };
export const isAtMost = { type: 'number', operation: 'lte' };

/** Lets through what all comparisons hold for; letters of either case are the same. */
export const filter = (name: string, comparisons: readonly Comparison[]): Step => ({
	name,
	type: 'n8n-nodes-base.filter',
	typeVersion: 2.2,
	parameters: {
		conditions: {
			options: { caseSensitive: false, leftValue: '', typeValidation: 'loose', version: 2 },
			combinator: 'and',
			conditions: comparisons.map(([leftValue, operator, rightValue = '']) => ({
				...{ leftValue, rightValue, operator },
			})),
		},
		looseTypeValidation: true,
		options: { ignoreCase: true },
	},
});
