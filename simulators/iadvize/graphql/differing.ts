import {
	defaultFieldResolver,
	GraphQLError,
	GraphQLList,
	isObjectType,
	type GraphQLField,
	type GraphQLFieldResolver,
	type GraphQLSchema,
} from 'graphql';
import type { Settings } from '../settings';

type Field = GraphQLField<unknown, unknown>;
type Differences = Pick<Settings, 'graphqlNames' | 'graphqlUnresolved'>;

/** Changes a schema to what another account may have. */
export function differ(
	schema: GraphQLSchema,
	{ graphqlNames, graphqlUnresolved }: Differences,
): GraphQLSchema {
	for (const place of graphqlUnresolved) {
		at(schema, place).field.resolve = () => {
			throw new GraphQLError('Internal error');
		};
	}
	for (const [place, name] of Object.entries(graphqlNames)) {
		const { field, fields, argument } = at(schema, place);
		if (argument === undefined) renameField(fields, field, name);
		else renameArgument(field, argument, name);
	}
	return schema;
}

/** @param place `Type.field` or `Type.field.argument` */
function at(schema: GraphQLSchema, place: string) {
	const [typeName = '', fieldName = '', argument] = place.split('.');
	const type = schema.getType(typeName);
	const fields = isObjectType(type) ? type.getFields() : {};
	const field = fields[fieldName] as Field | undefined;
	if (!field) throw new Error(`The schema has no ${place}`);
	return { field, fields, argument };
}

function renameField(fields: Record<string, Field>, field: Field, name: string | null): void {
	Reflect.deleteProperty(fields, field.name);
	if (name === null) return;
	const isList = name.startsWith('[');
	const resolve = resolverOf(field);
	const renamed = name.replace(/[[\]]/g, '');
	fields[renamed] = {
		...field,
		name: renamed,
		type: isList ? new GraphQLList(field.type) : field.type,
		resolve: (...given) => (isList ? [resolve(...given)] : resolve(...given)),
	};
}

function renameArgument(field: Field, argument: string, name: string | null): void {
	const resolve = resolverOf(field);
	if (name === null) field.args = field.args.filter((one) => one.name !== argument);
	field.args = field.args.map((one) => (one.name === argument && name ? { ...one, name } : one));
	field.resolve = (source, args: Record<string, unknown>, context, info) =>
		resolve(source, { ...args, [argument]: args[name ?? ''] }, context, info);
}

/** What brings it when it has another name, too. */
const resolverOf =
	({ name, resolve }: Field): GraphQLFieldResolver<unknown, unknown> =>
	(source, args, context, info) =>
		(resolve ?? defaultFieldResolver)(source, args, context, { ...info, fieldName: name });
