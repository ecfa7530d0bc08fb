/** Resources that a scope can name (contract §5.7). */
const RESOURCES = [
	...['operators', 'portals', 'departments', 'conversations', 'feedbacks', 'visitors', 'tags'],
	...['webhooks', 'Apps', 'articles', 'blockedips'],
];

/** Everything that the simulator serves. */
export const allScopes: readonly string[] = RESOURCES.map((name) => `SalesIQ.${name}.ALL`);
