import path from 'node:path';
import type { ICredentialType, INodeType, INodeTypeDescription } from 'n8n-workflow';
import manifest from '../../package.json';

const root = path.join(__dirname, '../..');

/** The classes that a list of the package names, from their sources. */
function instancesOf<T>(built: readonly string[]): [folder: string, instance: T][] {
	return built.map((file) => {
		const source = path.join(root, file.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
		// eslint-disable-next-line @typescript-eslint/no-require-imports
		const [Class] = Object.values(require(source) as Record<string, new () => T>);
		if (!Class) throw new Error(`${file} exports no class`);
		return [path.basename(path.dirname(source)), new Class()];
	});
}

/** What users see of a vendor. */
export interface Shown {
	nodes: readonly INodeTypeDescription[];
	credentials: readonly ICredentialType[];
}

/** @param folder of the vendor in `nodes` */
export function shownBy(folder: string): Shown {
	const nodes = instancesOf<INodeType>(manifest.n8n.nodes)
		.filter(([own]) => own === folder)
		.map(([, node]) => node.description);
	const used = nodes.flatMap(({ credentials = [] }) => credentials.map(({ name }) => name));
	const credentials = instancesOf<ICredentialType>(manifest.n8n.credentials)
		.map(([, credential]) => credential)
		.filter(({ name }) => used.includes(name));
	return { nodes, credentials };
}
