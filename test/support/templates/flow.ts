import { NodeHelpers, type INode } from 'n8n-workflow';
import { stepsOf, type Check, type Opened } from './template';

const isTrigger = ({ describe }: Opened, node: INode) =>
	describe(node)?.group.includes('trigger') === true;

/** Connections from, to and through what is not there. */
export const brokenConnections: Check = (opened) =>
	Object.entries(opened.template.connections).flatMap(([from, byType]) => {
		const outputs = endsOf(opened, from, NodeHelpers.getNodeOutputs);
		if (outputs === undefined) return [`A connection starts at ${from}, which is not there`];
		const ends = Object.entries(byType).flatMap(([kind, lists]) =>
			lists.map((list, output) => ({ kind, output, list: list ?? [] })),
		);
		return ends.flatMap(({ kind, output, list }) => {
			if (output >= countOf(outputs, kind)) return [`${from} has no output ${kind} ${output}`];
			return list.flatMap(({ node, type, index }) => {
				const inputs = countOf(endsOf(opened, node, NodeHelpers.getNodeInputs), kind);
				return type === kind && index < inputs
					? []
					: [`${from} leads to ${node}, which has no input ${type} ${index}`];
			});
		});
	});

/** What kinds of connections a node takes or gives; undefined for one that is not there. */
function endsOf(
	{ workflow, describe }: Opened,
	name: string,
	list: typeof NodeHelpers.getNodeInputs | typeof NodeHelpers.getNodeOutputs,
): string[] | undefined {
	const node = workflow.getNode(name);
	const description = node && describe(node);
	if (!node || !description) return undefined;
	return list(workflow, node, description).map((end) => (typeof end === 'string' ? end : end.type));
}

const countOf = (ends: readonly string[] = [], kind: string) =>
	ends.filter((end) => end === kind).length;

/** Nodes that never run, and models that no node asks. */
export const unreachableNodes: Check = (opened) => {
	const steps = stepsOf(opened.template);
	const { workflow } = opened;
	const triggers = steps.filter((node) => isTrigger(opened, node)).map(({ name }) => name);
	const reached = triggers.flatMap((name) => [name, ...workflow.getChildNodes(name)]);
	const asked = reached.flatMap((name) => workflow.getParentNodes(name, 'ALL_NON_MAIN', 1));
	return steps
		.filter(({ name }) => ![...reached, ...asked].includes(name))
		.map(({ name }) => `${name}: no trigger leads to it`);
};

/** Error outputs that lead nowhere, so that a failure would pass in silence. */
export const silentFailures: Check = (opened) =>
	stepsOf(opened.template)
		.filter(({ onError }) => onError === 'continueErrorOutput')
		.filter(({ name }) => {
			const last = countOf(endsOf(opened, name, NodeHelpers.getNodeOutputs), 'main') - 1;
			return (opened.template.connections[name]?.main?.[last] ?? []).length === 0;
		})
		.map(({ name }) => `${name}: its error output leads nowhere`);

export const missingErrorBranch: Check = ({ template }) =>
	template.nodes.some(({ onError }) => onError === 'continueErrorOutput')
		? []
		: ['No node has an error output'];
