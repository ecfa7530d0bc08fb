import type { ZodTypeAny } from 'zod';
import { isObject } from '../fields';

/** What some objects look like, with none of their values. */
export interface Shape {
	/** Fields by what they contain: `17 digits as text: id, app_id; text: status`. */
	text: string;
	/** Documented fields that contain another type. */
	wrong: string[];
	/** Documented fields that none of the objects has. */
	missing: string[];
}

/** A name that a vendor gave a field; any other may be an ID, or what a person typed. */
const IDENTIFIER = /^(?!\w*\d{4})[a-z_]\w{0,30}$/i;
const MOST_NAMES = 40;

interface Seen {
	kinds: Map<string, string[]>;
	wrong: string[];
	missing: string[];
	/** Names that are not documented, by their path, with what they contain. */
	others: Map<string, { name: string; values: unknown[] }>;
}

/**
 * The shape of objects compared with the documented one: names and types, never a value, as it may
 * be published. Undocumented names are included only if they look like a field's.
 */
export function shapeOf(rows: readonly unknown[], documented: ZodTypeAny): Shape {
	const seen: Seen = { kinds: new Map(), wrong: [], missing: [], others: new Map() };
	look(rows.filter(isObject), documented, '', seen);
	const { wrong, missing } = seen;
	const parts = [
		...[...seen.kinds].map(([kind, names]) => `${kind}: ${names.join(', ')}`),
		listed('of another type', wrong),
		listed('missing', missing),
		listed('not documented', namesOf(seen.others, isFilled(documented))),
	];
	return { text: parts.filter((part) => part !== '').join('; '), wrong, missing };
}

const listed = (what: string, names: string[]) =>
	names.length === 0 ? '' : `${what}: ${names.join(', ')}`;

function look(rows: Record<string, unknown>[], documented: ZodTypeAny, path: string, seen: Seen) {
	const fields = fieldsOf(documented);
	for (const [name, field] of Object.entries(fields)) {
		const values = rows.map((row) => row[name]).filter((value) => value !== undefined);
		lookAt(values, field, `${path}${name}`, seen);
	}
	for (const [name, value] of rows.flatMap((row) => Object.entries(row))) {
		if (Object.hasOwn(fields, name)) continue;
		const other = seen.others.get(`${path}${name}`) ?? { name, values: [] };
		other.values.push(value);
		seen.others.set(`${path}${name}`, other);
	}
}

function lookAt(values: unknown[], field: ZodTypeAny, name: string, seen: Seen): void {
	if (values.length === 0) {
		seen.missing.push(name);
		return;
	}
	const told = values.filter((value) => value !== null);
	const inner = bareOf(field);
	if (told.length > 0 && told.every(isObject) && isFilled(inner)) {
		look(told, inner, `${name}.`, seen);
		return;
	}
	const element = elementOf(inner);
	if (element && told.every((value) => Array.isArray(value)) && isFilled(element)) {
		const rows = told.flat().filter(isObject);
		if (rows.length > 0) {
			look(rows, element, `${name}[].`, seen);
			return;
		}
	}
	const kind = kindsOf(values);
	seen.kinds.set(kind, [...(seen.kinds.get(kind) ?? []), name]);
	if (values.some((value) => !field.safeParse(value).success)) seen.wrong.push(name);
}

const kindsOf = (values: readonly unknown[]) =>
	[...new Set(values.map(kindOf))].sort().join(' or ');

/** What kind of value it is, and no more. */
function kindOf(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return value.length === 0 ? 'empty list' : 'list';
	if (typeof value === 'boolean') return 'flag';
	if (typeof value !== 'string') return typeof value;
	if (value === '') return 'empty text';
	if (value === 'true' || value === 'false') return 'flag as text';
	if (/^\d{1,40}$/.test(value))
		return `${value.length} digit${value.length === 1 ? '' : 's'} as text`;
	if (/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(value)) return 'date';
	return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value) ? 'UUID' : 'text';
}

/** Where no name at all is documented, names may be keys of any kind. */
function namesOf(others: Seen['others'], isDocumented: boolean): string[] {
	if (!isDocumented) return others.size === 0 ? [] : [`${others.size} names`];
	const plain = [...others].filter(([, { name }]) => IDENTIFIER.test(name));
	const shown = plain
		.slice(0, MOST_NAMES)
		.map(([path, { values }]) => `${path} (${kindsOf(values)})`);
	const more = others.size - shown.length;
	return more > 0 ? [...shown, `${more} more`] : shown;
}

/** Of a zod schema, read without instanceof: n8n may hold a second copy of it. */
type Inner = ZodTypeAny & {
	shape?: Record<string, ZodTypeAny>;
	element?: ZodTypeAny;
	unwrap?: () => ZodTypeAny;
};

const fieldsOf = (schema: ZodTypeAny): Record<string, ZodTypeAny> => (schema as Inner).shape ?? {};

/** Whether a schema names any field. */
export const isFilled = (schema: ZodTypeAny) => Object.keys(fieldsOf(schema)).length > 0;

const elementOf = (schema: ZodTypeAny): ZodTypeAny | undefined => {
	const { element } = schema as Inner;
	return element && bareOf(element);
};

/** The type itself, where it may be absent or null. */
function bareOf(schema: ZodTypeAny): ZodTypeAny {
	const { unwrap, element } = schema as Inner;
	return unwrap && element === undefined ? bareOf((schema as Required<Inner>).unwrap()) : schema;
}
