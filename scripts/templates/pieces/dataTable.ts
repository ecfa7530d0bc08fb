import type { Step } from '../template';

/** Column, what it is compared by, and with what: no value where it is only empty or not. */
export type Condition = readonly [column: string, condition: string, value?: string];

/** A step that works on the rows of a Data Table that match all conditions. */
export function rows(
	name: string,
	operation: 'get' | 'rowExists' | 'rowNotExists' | 'update',
	table: string,
	conditions: readonly Condition[],
	more: Step['parameters'] = {},
	how: Pick<Step, 'executeOnce'> = {},
): Step {
	return {
		name,
		type: 'n8n-nodes-base.dataTable',
		typeVersion: 1.1,
		parameters: {
			operation,
			dataTableId: byName(table),
			matchType: 'allConditions',
			filters: {
				conditions: conditions.map(([keyName, condition, keyValue]) => ({
					keyName,
					// n8n knows no other in these two operations.
					...(!operation.startsWith('row') && { condition }),
					...(keyValue !== undefined && { keyValue }),
				})),
			},
			...more,
		},
		...how,
	};
}

/** A table by its name, which is the same on every n8n. */
export const byName = (value: string) => ({ __rl: true, mode: 'name', value });

/**
 * Values of columns for an insert or an update.
 *
 * @param numbers columns of numbers; the others hold text
 */
export const values = (value: Readonly<Record<string, string>>, numbers: string[] = []) => ({
	columns: {
		mappingMode: 'defineBelow',
		value,
		matchingColumns: [],
		schema: Object.keys(value).map((id) => ({
			...{ id, displayName: id, type: numbers.includes(id) ? 'number' : 'string' },
			...{ required: false, defaultMatch: false, display: true, canBeUsedToMatch: true },
		})),
		attemptToConvertTypes: false,
		convertFieldsToString: false,
	},
});
