import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Call } from './call';
import { text } from './fields';

/** How much of a row is output, for operations whose rows have more than ten fields. */
export const rowOutputFields: INodeProperties[] = [
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		default: 'simplified',
		options: [
			{ name: 'Raw', value: 'raw', description: 'All fields' },
			{
				name: 'Selected Fields',
				value: 'selected',
				description: 'Only the fields that you name, which keeps it short for an AI agent',
			},
			{ name: 'Simplified', value: 'simplified', description: 'The fields that most people use' },
		],
		description: 'How much of each item to output',
	},
	{
		...text('Fields', 'outputFields', 'id, name'),
		required: true,
		displayOptions: { show: { output: ['selected'] } },
		description: 'Names of the fields, separated by commas',
	},
];

/**
 * Rows as the user wants them.
 *
 * @param simple names of the fields that are output unless more or others are wanted
 * @throws NodeOperationError when fields are to be selected, and none is named
 */
export function shownOf(call: Call, rows: IDataObject[], simple: readonly string[]): IDataObject[] {
	const output = call.text('output');
	if (output === 'raw') return rows;
	const names = output === 'selected' ? call.list('outputFields') : simple;
	if (names.length === 0) throw call.refuse('Fields is empty', 'Name at least one field');
	return rows.map((row) =>
		Object.fromEntries(
			names.filter((name) => Object.hasOwn(row, name)).map((name) => [name, row[name]]),
		),
	);
}
