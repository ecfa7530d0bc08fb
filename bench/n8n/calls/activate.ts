import type { Rest } from '../../../host/rest';
import type { Contender } from './contenders';

/**
 * Publishes a contender, its nodes in a row.
 *
 * @returns ID of the workflow
 */
export async function activate({ workflows }: Rest, { name, nodes }: Contender): Promise<string> {
	const connections = Object.fromEntries(
		nodes
			.slice(0, -1)
			.map((node, i) => [
				node.name,
				{ main: [[{ node: nodes[i + 1]?.name, type: 'main', index: 0 }]] },
			]),
	);
	const { id } = await workflows.create({ name, nodes: [...nodes], connections });
	await workflows.activate(id);
	return id;
}
