import { NodeHelpers, type INode } from 'n8n-workflow';
import { stepsOf, type Check, type Opened } from './template';

const isTrigger = ({ describe }: Opened, node: INode) =>
	describe(node)?.group.includes('trigger') === true;

/** Connections from, to and through what is not there. */
export const brokenConnections: Check = (opened) =>
	Object.entries(opened.template.connections).flatMap(([from, byType]) => {
		const outputs = countOf(opened, from, NodeHelpers.getNodeOutputs);
		if (outputs === undefined) return [`A connection starts at ${from}, which is not there`];
		const ends = Object.entries(byType).flatMap(([kind, lists]) =>
			lists.map((list, output) => ({ kind, output, list: list ?? [] })),
		);
		return ends.flatMap(({ kind, output, list }) => {
			if (kind !== 'main' || output >= outputs) return [`${from} has no output ${kind} ${output}`];
			return list.flatMap(({ node, type, index }) => {
				const inputs = countOf(opened, node, NodeHelpers.getNodeInputs) ?? 0;
				return type === 'main' && index < inputs
					? []
					: [`${from} leads to ${node}, which has no input ${type} ${index}`];
			});
		});
	});

function countOf(
	{ workflow, describe }: Opened,
	name: string,
	list: typeof NodeHelpers.getNodeInputs | typeof NodeHelpers.getNodeOutputs,
): number | undefined {
	const node = workflow.getNode(name);
	const description = node && describe(node);
	return node && description ? list(workflow, node, description).length : undefined;
}

/** Nodes that never run. */
export const unreachableNodes: Check = (opened) => {
	const steps = stepsOf(opened.template);
	const triggers = steps.filter((node) => isTrigger(opened, node)).map(({ name }) => name);
	const reached = triggers.flatMap((name) => [name, ...opened.workflow.getChildNodes(name)]);
	return steps
		.filter(({ name }) => !reached.includes(name))
		.map(({ name }) => `${name}: no trigger leads to it`);
};

/** Error outputs that lead nowhere, so that a failure would pass in silence. */
export const silentFailures: Check = (opened) =>
	stepsOf(opened.template)
		.filter(({ onError }) => onError === 'continueErrorOutput')
		.filter(({ name }) => {
			const last = (countOf(opened, name, NodeHelpers.getNodeOutputs) ?? 0) - 1;
			return (opened.template.connections[name]?.main?.[last] ?? []).length === 0;
		})
		.map(({ name }) => `${name}: its error output leads nowhere`);

export const missingErrorBranch: Check = ({ template }) =>
	template.nodes.some(({ onError }) => onError === 'continueErrorOutput')
		? []
		: ['No node has an error output'];
