import type { INode } from 'n8n-workflow';
import type { allChecks } from '../checks';
import type { Template } from '../template';

/** A way to break a template, and what the check then says. */
type Mutation = [
	check: keyof typeof allChecks,
	change: (template: Template) => void,
	problem: string,
];

/** By what is broken. */
export type Mutations = Readonly<Record<string, Mutation>>;

function nodeOf({ nodes }: Template, name: string): INode {
	const found = nodes.find((node) => node.name === name);
	if (!found) throw new Error(`The template has no ${name}`);
	return found;
}

/** Changes a node, and those of its parameters that are named. */
export const node = (name: string, change: Partial<INode>) => (template: Template) => {
	const found = nodeOf(template, name);
	const parameters = { ...found.parameters, ...change.parameters };
	Object.assign(found, change, { parameters });
};

export const set = (name: string, parameters: INode['parameters']) => node(name, { parameters });

/** Connects an output to a node, in place of what it led to. */
export const lead = (from: string, output: number, to: string | undefined, index = 0) => {
	return ({ connections }: Template) => {
		const main = connections[from]?.main ?? [];
		main[output] = to === undefined ? [] : [{ node: to, type: 'main', index }];
		connections[from] = { main };
	};
};

export const retellNotes =
	(text: string) =>
	({ nodes }: Template) => {
		for (const one of nodes.filter(({ type }) => type.endsWith('.stickyNote'))) {
			one.parameters.content = text;
		}
	};
