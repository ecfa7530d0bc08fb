import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Workflow, type IConnections, type INode, type INodeTypeDescription } from 'n8n-workflow';
import manifest from '../../../package.json';
import { root } from '../pack';
import type { KnownTypes } from './knownTypes';

/** A workflow to import, as it is in its file. */
export interface Template {
	name: string;
	nodes: INode[];
	connections: IConnections;
	[key: string]: unknown;
}

/** A template, and what n8n makes of it: each node's parameters with the defaults filled in. */
export interface Opened {
	readonly template: Template;
	readonly workflow: Workflow;
	readonly known: KnownTypes;
	/** Undefined for a node that n8n does not know in this version. */
	readonly describe: (node: INode) => INodeTypeDescription | undefined;
}

/** Says in words what is wrong with a template: nothing, when the list is empty. */
export type Check = (opened: Opened) => string[];

const folder = path.join(root, 'templates');

/** File names without `.json`. */
export const templateNames = readdirSync(folder)
	.filter((file) => file.endsWith('.json'))
	.map((file) => path.basename(file, '.json'));

export const readTemplate = (name: string) =>
	JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')) as Template;

export function openTemplate(template: Template, known: KnownTypes): Opened {
	const { nodes, connections } = structuredClone(template);
	return {
		template,
		known,
		workflow: new Workflow({ nodes, connections, active: false, nodeTypes: known.nodeTypes }),
		describe: ({ type, typeVersion }) => known.find(type, typeVersion)?.description,
	};
}

const STICKY_NOTE = 'n8n-nodes-base.stickyNote';

export const notesOf = ({ nodes }: Template): string[] =>
	nodes
		.filter(({ type }) => type === STICKY_NOTE)
		.map(({ parameters }) => parameters.content as string);

export const stepsOf = ({ nodes }: Template): INode[] =>
	nodes.filter(({ type }) => type !== STICKY_NOTE);

export const isOwn = ({ type }: INode) => type.startsWith(`${manifest.name}.`);
