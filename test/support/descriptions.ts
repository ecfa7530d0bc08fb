import path from 'node:path';
import { readdirSync, readFileSync } from 'node:fs';
import type {
	ICredentialType,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import manifest from '../../package.json';

const root = path.join(__dirname, '../..');

/** The classes that a list of the package names, from their sources. */
function instancesOf<T>(built: readonly string[]): [folder: string, instance: T][] {
	return built.map((file) => {
		const source = path.join(root, file.replace(/^dist\//, '').replace(/\.js$/, ''));
		// eslint-disable-next-line @typescript-eslint/no-require-imports
		const [Class] = Object.values(require(source) as Record<string, new () => T>);
		if (!Class) throw new Error(`${file} exports no class`);
		return [path.basename(path.dirname(source)), new Class()];
	});
}

/** What users see of a vendor's nodes and credentials. */
interface VendorDescriptions {
	nodes: readonly INodeTypeDescription[];
	credentials: readonly ICredentialType[];
	/** The text of every source that may print something for this vendor, comments left out. */
	sources: string;
}

/** @param folder of the vendor in `nodes` */
export function descriptionsOf(folder: string): VendorDescriptions {
	const nodes = instancesOf<INodeType>(manifest.n8n.nodes)
		.filter(([own]) => own === folder)
		.map(([, node]) => node.description);
	const used = nodes.flatMap(({ credentials = [] }) => credentials.map(({ name }) => name));
	return {
		nodes,
		credentials: instancesOf<ICredentialType>(manifest.n8n.credentials)
			.map(([, credential]) => credential)
			.filter(({ name }) => used.includes(name)),
		sources: [`nodes/${folder}`, 'nodes/shared', 'credentials'].map(textUnder).join('\n'),
	};
}

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

/** The choices of a field, by its name. */
export function choicesOf({ properties }: INodeTypeDescription, name: string): string[] {
	const { options = [] } = properties.find((property) => property.name === name) ?? {};
	return options.map((option) => ('displayName' in option ? option.displayName : option.name));
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
