import { isObject, listOf, partOf, textOf } from '../../../shared/fields';

export interface SchemaArgument {
	name: string;
	/** As it is declared: `UUID!`, `[LegacyId!]`. */
	type: string;
	isRequired: boolean;
}

export interface SchemaField {
	/** Name of the type, without list and `!`. */
	type: string;
	args: SchemaArgument[];
}

/** What an account can be asked, by names of types and of their fields. */
export interface Schema {
	/** Name of the type of queries. */
	root: string;
	types: ReadonlyMap<string, ReadonlyMap<string, SchemaField>>;
}

/** Asks for all of a schema at once (GraphQL, section 4): three wrappings are those of `[Type!]!`. */
export const introspection = `query Introspection {
  __schema {
    queryType { name }
    types {
      name
      fields(includeDeprecated: true) {
        name
        type { ...Type }
        args { name defaultValue type { ...Type } }
      }
    }
  }
}
fragment Type on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }`;

/** @returns null for anything but an answer to `introspection` */
export function readSchema(data: unknown): Schema | null {
	const { queryType, types } = partOf(partOf(data).__schema);
	const root = textOf(partOf(queryType).name);
	if (root === null || !Array.isArray(types)) return null;
	return {
		root,
		types: new Map(rowsOf(types).map((type) => [nameOf(type), fieldsOf(type)])),
	};
}

const rowsOf = (list: unknown) => listOf(list).filter(isObject);
const nameOf = ({ name }: Record<string, unknown>) => textOf(name) ?? '';

const fieldsOf = ({ fields }: Record<string, unknown>) =>
	new Map(
		rowsOf(fields).map((field) => [
			nameOf(field),
			{ type: namedType(field.type), args: rowsOf(field.args).map(argumentOf) },
		]),
	);

function argumentOf(argument: Record<string, unknown>): SchemaArgument {
	const type = written(argument.type);
	const isRequired = type.endsWith('!') && textOf(argument.defaultValue) === null;
	return { name: nameOf(argument), type, isRequired };
}

const namedType = (type: unknown) => written(type).replace(/[[\]!]/g, '');

function written(value: unknown): string {
	const type = partOf(value);
	if (type.kind === 'NON_NULL') return `${written(type.ofType)}!`;
	return type.kind === 'LIST' ? `[${written(type.ofType)}]` : nameOf(type);
}
