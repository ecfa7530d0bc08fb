import {
	NodeConnectionTypes,
	Workflow,
	type IHookFunctions,
	type INode,
	type INodeConnections,
	type INodeType,
	type INodeTypes,
} from 'n8n-workflow';
import { requireKnownNodes } from '../../../nodes/shared/webhook/knownNodes';

const step = (name: string, typeVersion: unknown, more: Partial<INode> = {}): INode => ({
	id: name,
	name,
	type: 'step',
	typeVersion: typeVersion as number,
	position: [0, 0],
	parameters: {},
	...more,
});

const trigger = step('Trigger', 1);

/** Publishes a workflow in which one node follows the other. */
function publish(steps: readonly INode[], version: unknown = [1, 1.1, 2], alsoTo?: string) {
	const typeOf = () => ({ description: { version, properties: [] } }) as unknown as INodeType;
	const nodes = [trigger, ...steps];
	const names = [...nodes.map(({ name }) => name), ...(alsoTo === undefined ? [] : [alsoTo])];
	const to = (node: string) => ({ node, type: NodeConnectionTypes.Main, index: 0 });
	const links = names.map((name, index) => {
		const next = names.slice(index + 1, index + 2);
		return [name, { main: [next.map(to)] }] satisfies [string, INodeConnections];
	});
	const workflow = new Workflow({
		nodes,
		connections: Object.fromEntries(links.slice(0, -1)),
		active: false,
		nodeTypes: { getByName: typeOf, getByNameAndVersion: typeOf } as unknown as INodeTypes,
	});
	requireKnownNodes({ workflow, getNode: () => trigger } as unknown as IHookFunctions);
}

test.each([3, '3', 2.1])('a step of version %j is refused', (version) => {
	expect(() => {
		publish([step('First', 2), step('Then', version)]);
	}).toThrow(`"Then" needs version ${version} of its node, and this n8n has versions up to 2`);
});

// n8n runs each of these.
test.each<[string, Parameters<typeof publish>]>([
	['of any version that n8n has', [[step('Then', 1.1)]]],
	['without a version, which n8n takes for the default one', [[step('Then', undefined)]]],
	['of a node that names no version', [[step('Then', 1)], [undefined]]],
	['that is disabled', [[step('Then', 3, { disabled: true })]]],
	['in front of a connection that leads nowhere', [[step('Then', 2)], 2, 'Deleted']],
	['in a loop', [[step('Once', 2), step('Again', 2)], 2, 'Once']],
])('a step %s is not', (_which, given) => {
	expect(() => {
		publish(...given);
	}).not.toThrow();
});
