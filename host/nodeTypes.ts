import { z } from 'zod';
import type { RestClient } from './restClient';

const nodeType = z
	.object({
		name: z.string(),
		displayName: z.string(),
		version: z.union([z.number(), z.array(z.number())]),
		webhooks: z
			.array(
				z.object({
					name: z.string(),
					path: z.string(),
					httpMethod: z.string().optional(),
					responseMode: z.string().optional(),
				}),
			)
			.optional(),
		credentials: z.array(z.object({ name: z.string() }).passthrough()).optional(),
		properties: z.array(z.object({ name: z.string() }).passthrough()),
	})
	.passthrough();

export type NodeType = z.output<typeof nodeType>;
export type NodeTypes = ReturnType<typeof nodeTypes>;

/** The node types that an n8n knows. */
export function nodeTypes({ call }: RestClient) {
	// Some megabytes, and the same as long as n8n runs.
	let known: Promise<NodeType[]> | undefined;

	return {
		/** Every node type, one entry for each group of versions. */
		get: (): Promise<NodeType[]> => (known ??= call('GET', '/types/nodes.json', z.array(nodeType))),

		/** Has them read anew: a package was installed. */
		forget: () => {
			known = undefined;
		},
	};
}
