import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { INodeType, INodeTypeDescription, INodeTypes } from 'n8n-workflow';
import manifest from '../../../package.json';
import { root, type Pack } from '../pack';

export interface KnownTypes {
	readonly nodeTypes: INodeTypes;
	readonly credentials: ReadonlySet<string>;
	readonly find: (type: string, version?: number) => INodeType | undefined;
}

/** What n8n itself reads at its start: node types and credentials by name, without their code. */
const readTypes = <Type>(from: string, file: string) =>
	JSON.parse(
		readFileSync(path.join(root, 'host/node_modules', from, 'dist/types', file), 'utf8'),
	) as Type[];

const BASE = 'n8n-nodes-base';
const AI = '@n8n/n8n-nodes-langchain';

const nodesOf = (from: string) =>
	readTypes<INodeTypeDescription>(from, 'nodes.json').map((description) => ({
		...description,
		name: `${from}.${description.name}`,
	}));

/** The nodes and credentials of the built pack, and those that n8n brings along. */
export function loadKnownTypes(pack: Pack): KnownTypes {
	const own = Object.keys(pack.loader.nodeTypes).map((name) => {
		const { description } = pack.nodeType(name);
		return { ...description, name: `${manifest.name}.${name}` };
	});
	const known = [...own, ...nodesOf(BASE), ...nodesOf(AI)];
	const credentials = [
		...Object.keys(pack.loader.credentialTypes),
		...readTypes<{ name: string }>(BASE, 'credentials.json').map(({ name }) => name),
	];
	const find = (type: string, version?: number): INodeType | undefined => {
		const description = known.find(
			(one) =>
				one.name === type && (version === undefined || [one.version].flat().includes(version)),
		);
		return description && { description };
	};
	return {
		find,
		credentials: new Set(credentials),
		nodeTypes: {
			getByName: (type) => find(type) as INodeType,
			// n8n, too, gives undefined for what it does not know; only its type says otherwise.
			getByNameAndVersion: (type, version) => find(type, version) as INodeType,
			getKnownTypes: () => ({}),
		},
	};
}
