import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { shownBy, type Shown } from '../../scripts/docs/nodes';

const root = path.join(__dirname, '../..');

/** What users see of a vendor's nodes and credentials. */
interface VendorDescriptions extends Shown {
	/** The text of every source that may print something for this vendor, comments left out. */
	sources: string;
}

/** @param folder of the vendor in `nodes` */
export const descriptionsOf = (folder: string): VendorDescriptions => ({
	...shownBy(folder),
	sources: [`nodes/${folder}`, 'nodes/shared', 'credentials'].map(textUnder).join('\n'),
});

function textUnder(folder: string): string {
	return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => readFileSync(path.join(root, folder, file), 'utf8'))
		.join('\n')
		.replace(/^\s*(\/?\*|\/\/).*$/gm, '');
}

type Named = Pick<INodeProperties, 'name' | 'displayName' | 'options'>;

/** The words of fields and choices, at any depth. */
export function labelsIn(properties: readonly unknown[]): string[] {
	return (properties as readonly Partial<Named & { values: Named[] }>[]).flatMap(
		({ name = '', displayName, options = [], values = [] }) => [
			displayName ?? name,
			...labelsIn(options),
			...labelsIn(values),
		],
	);
}

/** Every operation as `Resource: Operation`. */
export function operationsOf({ properties }: INodeTypeDescription): string[] {
	const { options: resources = [] } = properties.find(({ name }) => name === 'resource') ?? {};
	return resources.flatMap((resource) =>
		properties
			.filter(({ name }) => name === 'operation')
			.filter(({ displayOptions }) =>
				displayOptions?.show?.resource?.includes((resource as { value: string }).value),
			)
			.flatMap(({ options = [] }) => options.map(({ name }) => `${resource.name}: ${name}`)),
	);
}
