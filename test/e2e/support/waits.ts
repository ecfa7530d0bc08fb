import type { Template } from '../../../host/templates';

const WAIT = 'n8n-nodes-base.wait';

/**
 * The template with other waits between its tries.
 *
 * @param minutes from try to try; below 65 seconds n8n waits in its memory
 */
export const waiting =
	(minutes: readonly number[]) =>
	<Nodes extends Pick<Template, 'nodes'>>(template: Nodes): Nodes => ({
		...template,
		nodes: template.nodes.map((node) =>
			node.type === WAIT
				? {
						...node,
						parameters: { ...node.parameters, amount: `={{ [${minutes.join()}][$runIndex] }}` },
					}
				: node,
		),
	});
