/** Types of nodes, and what else begins with the name of a package, such as the `node` of a codex. */
const TYPE = /"([\w@/-]+)\.(\w+)"/g;

/**
 * A workflow, or any JSON text that names nodes, with the nodes of one package taken from another
 * that has them. Nodes and credentials are called the same in both, so nothing else changes.
 */
export const moved = (
	json: string,
	from: string,
	to: string,
	has: (node: string) => boolean = () => true,
): string =>
	json.replace(TYPE, (text, name: string, node: string) =>
		name === from && has(node) ? `"${to}.${node}"` : text,
	);
