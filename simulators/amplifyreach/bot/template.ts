/** What the bot knows in a chat. */
export type ChatVariables = Readonly<Record<string, unknown>>;

/** Puts the chat's variables in the place of `{{name}}`; an unknown one leaves nothing. */
export function fillIn(
	template: string,
	variables: ChatVariables,
	write: (text: string) => string = (text) => text,
): string {
	return template.replace(/\{\{\s*([\w.-]+)\s*\}\}/g, (_all, name: string) => {
		return write(asText(variables[name]));
	});
}

/** A body that hands over all variables, as a user would type it. */
export function bodyOfAll(variables: ChatVariables): string {
	const fields = Object.keys(variables).map((name) => [name, `{{${name}}}`]);
	return JSON.stringify(Object.fromEntries(fields));
}

/** Escapes a text for the inside of a JSON string. */
export function escapeForJson(text: string): string {
	return JSON.stringify(text).slice(1, -1);
}

/** A value as the chat shows it. */
export function asText(value: unknown): string {
	if (value === undefined || value === null) return '';
	return typeof value === 'string' ? value : JSON.stringify(value);
}
