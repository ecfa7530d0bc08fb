import { isObject } from '../../shared/fields';

/**
 * Nested values in the way that PHP reads them, for queries and forms: `filters[name]=…`,
 * `chat[available]=1`, `skill_list[0]=3`. Booleans become 1 and 0; null and undefined are left out.
 */
export function toBrackets(values: Record<string, unknown>): URLSearchParams {
	const params = new URLSearchParams();
	for (const [name, value] of Object.entries(values)) append(params, name, value);
	return params;
}

function append(params: URLSearchParams, name: string, value: unknown): void {
	if (value === undefined || value === null) return;
	if (Array.isArray(value) || isObject(value)) {
		for (const [key, child] of Object.entries(value)) append(params, `${name}[${key}]`, child);
		return;
	}
	params.append(name, typeof value === 'boolean' ? String(Number(value)) : String(value as string));
}
