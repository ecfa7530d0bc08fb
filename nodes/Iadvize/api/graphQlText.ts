/** A name of an enum, which GraphQL writes without quotes. */
export class EnumName {
	constructor(readonly name: string) {}
}

/**
 * Arguments as GraphQL text, for those whose types are not documented, so that no variable can be
 * declared for them. Undefined and empty ones are left out.
 */
export function inlineArguments(values: Record<string, unknown>): string {
	return Object.entries(values)
		.filter(([, value]) => value !== undefined && value !== '' && !isEmptyList(value))
		.map(([name, value]) => `${name}: ${literal(value)}`)
		.join(', ');
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

function literal(value: unknown): string {
	if (value instanceof EnumName) {
		// Only a name may be unquoted: anything else could be text that someone smuggles in.
		return /^\w+$/.test(value.name) ? value.name : JSON.stringify(value.name);
	}
	if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
	if (typeof value === 'object' && value !== null) {
		return `{ ${inlineArguments(value as Record<string, unknown>)} }`;
	}
	return JSON.stringify(value);
}

/** A page of a list of things with an ID and a name. */
export const nodesText = (many: string, given: Record<string, unknown>) =>
	`query { ${many}(${inlineArguments(given)}) { edges { node { id name } } pageInfo { endCursor hasNextPage } } }`;
