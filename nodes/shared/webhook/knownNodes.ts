import {
	NodeOperationError,
	type IHookFunctions,
	type INodeTypes,
	type Workflow,
} from 'n8n-workflow';

/** What n8n's contexts hold; their interface does not show it. */
interface Held {
	workflow?: Pick<Workflow, 'getChildNodes' | 'getNode' | 'nodeTypes'>;
}

/**
 * Refuses to publish a workflow with a step of a newer version than this n8n has, as a template may
 * have it. n8n runs many of these as if it had them, or fails at each execution: the vendor has its
 * 200 by then.
 *
 * @throws NodeOperationError which names the step
 */
export function requireKnownNodes(context: IHookFunctions): void {
	const { workflow } = context as Held;
	if (workflow === undefined) return;
	for (const name of workflow.getChildNodes(context.getNode().name)) {
		const step = workflow.getNode(name);
		// A connection may lead to a node that is no longer there.
		if (!step || step.disabled) continue;
		const { type, typeVersion } = step;
		const newest = Math.max(...versionsOf(workflow.nodeTypes.getByName(type)));
		// Where either is not given, n8n runs the version it has.
		const isNewer = typeVersion > newest;
		if (!isNewer) continue;
		throw new NodeOperationError(
			context.getNode(),
			`"${name}" needs version ${typeVersion} of its node, and this n8n has versions up to ${newest}`,
			{
				description:
					'Update n8n, or the package that the node is from. Or delete the node and add the one that your nodes panel has. As it is, a call would be taken, and what should follow could be left out.',
			},
		);
	}
}

const versionsOf = (type: ReturnType<INodeTypes['getByName']>): number[] =>
	'nodeVersions' in type
		? Object.keys(type.nodeVersions).map(Number)
		: [type.description.version].flat();
