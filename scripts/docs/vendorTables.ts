import type { INodeProperties, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';
import { mockDataOf } from './mockData';
import type { Shown } from './nodes';
import { table } from './table';

/** The tables of a vendor's page that follow from its nodes, by the name of their place in the page. */
export const vendorTables: Readonly<Record<string, (shown: Shown, page: string) => string>> = {
	events: ({ nodes }, page) => `${table(
		['event', 'when', 'example'],
		ofTrigger(nodes, 'events').map((choice) => [...row(choice), exampleOf(choice, page)]),
	)}

To build a workflow before an event has come, open the trigger, click **set mock data** in its output, and paste an example.`,
	filters: ({ nodes }) => table(['filter', 'what it does'], ofTrigger(nodes, 'filters').map(row)),
	operations: ({ nodes }) =>
		table(['resource', 'operation', 'what it does'], nodes.flatMap(operationRows)),
	credentials: ({ credentials }) =>
		table(
			['credential', 'field', 'what to enter'],
			credentials.flatMap(({ displayName, properties }) =>
				grouped(displayName, properties.filter(isVisible).map(row)),
			),
		),
};

type Choice = INodeProperties | INodePropertyOptions;

const choicesOf = ({ properties }: INodeTypeDescription, field: string) =>
	(properties.find(({ name }) => name === field)?.options ?? []) as Choice[];

const ofTrigger = (nodes: readonly INodeTypeDescription[], field: string) =>
	nodes.filter(({ group }) => group.includes('trigger')).flatMap((node) => choicesOf(node, field));

/** A link to what a user can paste to build a workflow with before the event has come. */
function exampleOf(choice: Choice, page: string): string {
	const file = 'value' in choice ? mockDataOf(page, String(choice.value)) : undefined;
	return file === undefined ? '' : `[mock data](${file})`;
}

function operationRows(node: INodeTypeDescription): string[][] {
	const operations = node.properties.filter(({ name }) => name === 'operation');
	return (choicesOf(node, 'resource') as INodePropertyOptions[]).flatMap(({ name, value }) =>
		grouped(
			name,
			operations
				.filter(({ displayOptions }) => displayOptions?.show?.resource?.includes(value as string))
				.flatMap(({ options = [] }) => (options as Choice[]).map(row)),
		),
	);
}

/** Rows under one name, which stands in the first of them. */
const grouped = (name: string, rows: string[][]): string[][] =>
	rows.map((cells, index) => [index === 0 ? name : '', ...cells]);

const isVisible = ({ type }: INodeProperties) => type !== 'hidden' && type !== 'notice';

const row = (choice: Choice): string[] => [
	'displayName' in choice ? choice.displayName : choice.name,
	told(choice),
];

const DYNAMIC = /^Choose from the list, or specify (an )?IDs?/;

/** What n8n shows beside it, as Markdown. */
function told(choice: Choice): string {
	const { description = ('hint' in choice && choice.hint) || '' } = choice;
	if (DYNAMIC.test(description)) return 'Only let these through, from the list or by their IDs';
	const example = 'placeholder' in choice ? ` (${choice.placeholder})` : '';
	return (description + example)
		.replace(/<[^>]+>/g, '')
		.replace(/[|*]|(?<![A-Za-z\d])_|_(?![A-Za-z\d])/g, '\\$&');
}
