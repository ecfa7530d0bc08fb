import { stepsOf, type Check } from './template';

/** `$('Name')`, and the older `$node["Name"]` and `$items("Name")`. */
const REFERENCE = /\$(?:\(|node\[|items\()\s*(['"`])((?:\\.|(?!\1).)+)\1/g;

/** Expressions, code included, that ask for a node that is not there or has not run before. */
export const wrongReferences: Check = ({ template, workflow }) =>
	stepsOf(template).flatMap(({ name, parameters }) => {
		const upstream = workflow.getParentNodes(name);
		const referred = textsIn(parameters).flatMap((text) =>
			[...text.matchAll(REFERENCE)].map(([, , found = '']) => found.replace(/\\(.)/g, '$1')),
		);
		return [...new Set(referred)].flatMap((other) => {
			if (!workflow.getNode(other)) return [`${name} asks for ${other}, which is not there`];
			return upstream.includes(other) ? [] : [`${name} asks for ${other}, which is not before it`];
		});
	});

function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(textsIn);
}
