import type { Step } from '../template';

/** Column, what it is compared by, and with what: no value where it is only empty or not. */
type Condition = readonly [column: string, condition: string, value?: string];

/** A step that works on the rows of a Data Table that match all conditions. */
export function rows(
	name: string,
	operation: 'deleteRows' | 'get' | 'rowExists' | 'rowNotExists' | 'update' | 'upsert',
	table: string,
	conditions: readonly Condition[],
	more: Step['parameters'] = {},
	how: Pick<Step, 'alwaysOutputData' | 'executeOnce' | 'retryOnFail'> = {},
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

export type Columns = Readonly<Record<string, 'date' | 'number' | 'string'>>;

/** Makes a table unless it is there, as a template brings none along; two at once may meet, hence the tries. */
export const tableThere = (name: string, table: string, columns: Columns): Step => ({
	name,
	type: 'n8n-nodes-base.dataTable',
	typeVersion: 1.1,
	parameters: {
		resource: 'table',
		operation: 'create',
		tableName: table,
		columns: { column: Object.entries(columns).map(([column, type]) => ({ name: column, type })) },
		options: { createIfNotExists: true },
	},
	retryOnFail: true,
});

/** Forgets rows whose time in `column` lies so many days back. */
export const forgetRows = (name: string, table: string, column: string, days: number): Step =>
	rows(
		...([name, 'deleteRows', table] as const),
		[[column, 'lt', `={{ $now.minus({ days: ${days} }).toISO() }}`]],
		{ options: {} },
	);

/** A table by its name, which is the same on every n8n. */
export const byName = (value: string) => ({ __rl: true, mode: 'name', value });

/**
 * Values of columns for an insert or an update.
 *
 * @param types of columns that hold no text
 */
export const values = (
	value: Readonly<Record<string, string>>,
	types: Readonly<Record<string, 'dateTime' | 'number'>> = {},
) => ({
	columns: {
		mappingMode: 'defineBelow',
		value,
		matchingColumns: [],
		schema: Object.keys(value).map((id) => ({
			id,
			displayName: id,
			type: types[id] ?? 'string',
			required: false,
			defaultMatch: false,
			display: true,
			canBeUsedToMatch: true,
		})),
		attemptToConvertTypes: false,
		convertFieldsToString: false,
	},
});

/** Writes the columns that an item has, and leaves the others as they are. */
export const asInItem = {
	columns: { mappingMode: 'autoMapInputData', value: null },
	options: {},
};
