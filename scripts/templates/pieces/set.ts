import type { Step } from '../template';

/** Makes an item of these fields and nothing else. */
export const fields = (name: string, values: Readonly<Record<string, string>>): Step => ({
	name,
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: {
		assignments: {
			assignments: Object.entries(values).map(([field, value]) => ({
				id: field,
				name: field,
				type: 'string',
				value,
			})),
		},
		options: {},
	},
});

/** Makes an item of what an expression gives. */
export const json = (name: string, expression: string): Step => ({
	name,
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: { mode: 'raw', jsonOutput: expression, options: {} },
});
