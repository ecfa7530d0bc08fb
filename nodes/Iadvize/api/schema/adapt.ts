import { edited, otherNames, underAlias, type Adapted, type Edit } from './edits';
import { readQuery, type Argument, type Query, type Selection } from './readText';
import type { Schema, SchemaArgument, SchemaField } from './schema';

/**
 * A query text of the pack, as far as an account's schema goes. Fields that it does not have are
 * left out; if there is an older name, or only one other argument can be meant, that is used. An
 * argument is never left out: without it, a query would return what no one asked for.
 */
export function adapt(text: string, schema: Schema): Adapted {
	const query = readQuery(text);
	const adapter = new Adapter(text, schema, query.declared);
	const isAnyLeft = adapter.fitAll(query.selections, schema.root);
	const { edits, missing } = adapter;
	return { text: isAnyLeft ? edited(text, edits) : undefined, missing };
}

class Adapter {
	readonly edits: Edit[] = [];

	readonly missing: string[] = [];

	constructor(
		private readonly text: string,
		private readonly schema: Schema,
		private readonly declared: Query['declared'],
	) {}

	/** Whether any of the selections is left. */
	fitAll(selections: readonly Selection[], type: string): boolean {
		return selections.map((one) => this.fit(one, type)).includes(true);
	}

	private fit(selection: Selection, type: string): boolean {
		const { start, end, selections } = selection;
		const below = selection.isFragment
			? this.fitFragment(selection)
			: this.fitField(selection, type);
		const isLeft = below !== undefined && (!selections || this.fitAll(selections, below));
		if (!isLeft) this.edits.push({ start, end, text: '' });
		return isLeft;
	}

	private fitFragment({ name }: Selection): string | undefined {
		return this.schema.types.has(name) ? name : undefined;
	}

	/** The type of a field; undefined when it has to be left out. */
	private fitField(selection: Selection, type: string): string | undefined {
		const { name, args } = selection;
		if (name.startsWith('__')) return '';
		const fields = this.schema.types.get(type);
		const where = `${type}.${name}`;
		const actual = [name, ...otherNames(where)].find((one) => fields?.has(one));
		const field = fields?.get(actual ?? '');
		if (actual === undefined || !field) {
			this.missing.push(where);
			return undefined;
		}
		if (actual !== name) this.edits.push(underAlias(selection, actual));
		const misfit = args.find((argument) => !this.fitArgument(argument, args, field));
		if (!misfit) return field.type;
		this.missing.push(`${where}(${misfit.name})`);
		return undefined;
	}

	private fitArgument(argument: Argument, all: Argument[], { args }: SchemaField): boolean {
		const known = args.find(({ name }) => name === argument.name);
		const found = known ?? this.otherArgument(argument, all, args);
		if (!found) return false;
		if (!known) {
			const { start, end } = argument;
			this.edits.push({ start, end, text: found.name });
		}
		this.declare(argument.variable, found.type);
		return true;
	}

	/** The only one that it can be: the one that must be given, else that takes an ID as well. */
	private otherArgument(
		{ variable = '' }: Argument,
		used: readonly Argument[],
		known: readonly SchemaArgument[],
	): SchemaArgument | undefined {
		const isKnown = ({ name }: Argument) => known.some((one) => one.name === name);
		if (used.filter((one) => !isKnown(one)).length > 1) return undefined;
		const free = known.filter(({ name }) => !used.some((one) => one.name === name));
		const span = this.declared.get(variable);
		const takesId = span !== undefined && isId(this.text.slice(span.start, span.end));
		const required = onlyOne(free.filter(({ isRequired }) => isRequired));
		if (!takesId) return required;
		return required && isId(required.type)
			? required
			: onlyOne(free.filter(({ type }) => isId(type)));
	}

	private declare(variable: string | undefined, type: string): void {
		const span = this.declared.get(variable ?? '');
		if (!span || this.text.slice(span.start, span.end).replace(/\s/g, '') === type) return;
		this.edits.push({ ...span, text: type });
	}
}

const onlyOne = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);
const isId = (type: string) => /^(UUID|ID)!?$/.test(type);
