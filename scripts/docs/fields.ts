import { zodToJsonSchema } from 'zod-to-json-schema';
import { conversationEvent } from '../../nodes/shared/conversation';
import { vendors } from '../vendors';

interface Field {
	type?: string | string[];
	enum?: string[];
	/** How a nullable list of words is written. */
	anyOf?: Field[];
	description?: string;
	properties?: Record<string, Field>;
	/** What a list holds. */
	items?: Field;
}

interface FieldRow {
	path: string;
	type: string;
	description: string;
}

/** Every field of the common event, groups before their parts. */
export function fieldRows(): FieldRow[] {
	// Its types are those of another build of zod, in which TypeScript loses itself.
	const schema = zodToJsonSchema(conversationEvent as never, { $refStrategy: 'none' }) as Field;
	// The schema knows no vendor by name.
	Object.assign(schema.properties?.vendor ?? {}, { enum: vendors.map(({ value }) => value) });
	return rowsOf(schema, '');
}

const rowsOf = ({ properties = {}, items }: Field, above: string): FieldRow[] => [
	...Object.entries(properties).flatMap(([name, field]) => [
		{ path: above + name, type: typeOf(field), description: field.description ?? '' },
		...rowsOf(field, `${above}${name}.`),
	]),
	...(items ? rowsOf(items, above.replace(/\.$/, '[].')) : []),
];

function typeOf({ type = [], enum: words, anyOf }: Field): string {
	if (anyOf) return anyOf.map(typeOf).join(', ');
	// The names of the common events have a table of their own.
	const isShort = words !== undefined && words.length <= 15;
	return (isShort ? words.map((word) => `\`${word}\``) : [type].flat()).join(', ');
}
