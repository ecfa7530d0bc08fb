import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import type { ZodTypeAny } from 'zod';
import type { Call } from './call';
import { rowOutputFields } from './rowOutput';

/** One object, a few, or rows that are fetched page by page as they are used. */
export type Answer = IDataObject | IDataObject[] | AsyncIterable<IDataObject>;

/** What the user fills in and what is then done, in one place. */
export interface Operation {
	option: INodePropertyOptions & { action: string; description: string };
	fields: INodeProperties[];
	/** One item of the answer: the editor shows its fields before anything ran. */
	output: ZodTypeAny;
	/** The fields that most people use of a row with more than ten. */
	simple?: readonly string[];
	run(call: Call): Answer | Promise<Answer>;
}

export interface Resource {
	option: INodePropertyOptions;
	operations: Operation[];
	/** The operation that most people want, where it is none that looks something up. */
	opensOn?: string;
}

/**
 * The parameters of a node from its resources: which resource, which operation, and its fields.
 *
 * @param opensOn the resource that most people want
 */
export function propertiesOf(resources: readonly Resource[], opensOn: Resource): INodeProperties[] {
	const options = resources.map(({ option }) => option);
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options,
			default: valueOf(opensOn),
			description: 'What to work with; the operations follow from it',
		},
		...resources.map(operationProperty),
		...resources.flatMap(fieldsOf),
	];
}

/** What the canvas shows below a node's name: "Complete Event: Conversation". */
export function operationShown(resources: readonly Resource[]): string {
	const names = resources.flatMap(({ option: resource, operations }) =>
		operations.map(({ option }) => [
			`${String(resource.value)}.${String(option.value)}`,
			`${option.name}: ${resource.name}`,
		]),
	);
	return `={{ (${JSON.stringify(Object.fromEntries(names))})[$parameter.resource + "." + $parameter.operation] }}`;
}

function operationProperty(resource: Resource): INodeProperties {
	const { option, operations } = resource;
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [option.value] } },
		options: operations.map((operation) => operation.option),
		default: openingOf(resource),
		description: 'What to do with it; the fields below follow from it',
	};
}

const valueOf = ({ option }: Pick<Resource, 'option'>) => option.value;

/** What changes nothing when it is run without a second look. */
const LOOK_UPS = ['get', 'getMany'];

function openingOf({ operations, opensOn }: Resource): string | number | boolean {
	const values = operations.map(valueOf);
	return opensOn ?? LOOK_UPS.find((value) => values.includes(value)) ?? values[0] ?? '';
}

function fieldsOf({ option, operations }: Resource): INodeProperties[] {
	return operations.flatMap((operation) =>
		updateDisplayOptions(
			{ show: { resource: [option.value], operation: [operation.option.value] } },
			operation.simple ? [...operation.fields, ...rowOutputFields] : operation.fields,
		),
	);
}

/** The output schemas of a node's operations, by the path where n8n's editor looks for them. */
export function outputSchemas(version: string, resources: readonly Resource[]) {
	return Object.fromEntries(
		resources.flatMap(({ option: resource, operations }) =>
			operations.map(({ option, output }) => [
				`${version}/${resource.value.toString()}/${option.value.toString()}`,
				output,
			]),
		),
	);
}
