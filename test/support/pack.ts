import path from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';
import {
	NodeConnectionTypes,
	NodeHelpers,
	Workflow,
	type ICredentialType,
	type IDataObject,
	type INode,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
} from 'n8n-workflow';

/** The built package, loaded by n8n's own loader. */
export interface Pack {
	loader: PackageDirectoryLoader;
	nodeType(name: string): INodeType;
	credentialType(name: string): ICredentialType;
}

export const root = path.join(__dirname, '../..');

export async function loadPack(): Promise<Pack> {
	const loader = new PackageDirectoryLoader(root);
	await loader.loadAll();
	return {
		loader,
		nodeType: (name) => loader.getNode(name).type as INodeType,
		credentialType: (name) => loader.getCredential(name).type,
	};
}

/** What n8n's database has of a workflow, beyond what its user has set. */
interface Kept {
	nodeId?: string;
	credentialId?: string;
	staticData?: IDataObject;
	/** Names of steps behind it, each of a newer version than n8n has. */
	newerSteps?: readonly string[];
}

/**
 * A workflow of one node that n8n has, with n8n's own idea of its parameters.
 *
 * @param staticData held, and changed, by the workflow
 */
export function workflowOf(
	pack: Pack,
	name: string,
	parameters: INodeParameters,
	{ nodeId = 'node', credentialId = '1', staticData = {}, newerSteps = [] }: Kept = {},
) {
	const nodeType = pack.nodeType(name);
	const { version, displayName, credentials = [] } = nodeType.description;
	const node: INode = {
		id: nodeId,
		name: displayName,
		type: name,
		typeVersion: [version].flat()[0] ?? 1,
		position: [0, 0],
		parameters,
		credentials: Object.fromEntries(
			credentials.map((one) => [one.name, { id: credentialId, name: 'test' }]),
		),
	};
	const typeOf = (type: string) => (type === name ? nodeType : OF_A_STEP);
	const nodeTypes: INodeTypes = {
		getByName: typeOf,
		getByNameAndVersion: typeOf,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({
		id: 'workflow',
		nodes: [node, ...newerSteps.map(newerStep)],
		connections: { [node.name]: { main: [newerSteps.map(leadingTo)] } },
		active: true,
		nodeTypes,
		staticData,
	});
	const [only] = Object.values(workflow.nodes);
	if (!only) throw new Error('The workflow has no node');
	return { workflow, node: only, nodeType };
}

const OF_A_STEP = { description: { version: [2, 2.1], properties: [] } } as unknown as INodeType;

const newerStep = (name: string): INode => ({
	id: name,
	name,
	type: 'n8n-nodes-base.step',
	typeVersion: 2.2,
	position: [0, 0],
	parameters: {},
});

const leadingTo = (node: string) => ({ node, type: NodeConnectionTypes.Main, index: 0 });

/**
 * Makes `getNodeParameter` throw for what the description does not show for these parameters: n8n
 * itself gives a fallback, and a misspelt name would go unnoticed.
 */
export function requireDeclared<
	Context extends { getNodeParameter: (...args: never[]) => unknown },
>(
	context: Context,
	{ node, nodeType }: Pick<ReturnType<typeof workflowOf>, 'node' | 'nodeType'>,
): Context {
	const declared = namesShown(node, nodeType);
	const original = context.getNodeParameter.bind(context) as (...args: unknown[]) => unknown;
	const checked = (name: string, ...others: unknown[]) => {
		if (!declared.has(name)) throw new Error(`Parameter "${name}" is not declared here`);
		return original(name, ...others);
	};
	context.getNodeParameter = checked as unknown as Context['getNodeParameter'];
	return context;
}

/** Names of the properties that are shown, those inside collections as `collection.name`. */
function namesShown(node: INode, nodeType: INodeType): Set<string> {
	const { description } = nodeType;
	const shown = description.properties.filter((property) =>
		NodeHelpers.displayParameter(node.parameters, property, node, description),
	);
	return new Set(
		shown.flatMap(({ name, options = [], type }) => [
			name,
			...(type === 'collection' ? options.map((option) => `${name}.${option.name}`) : []),
		]),
	);
}
