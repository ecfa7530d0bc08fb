import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { ZodTypeAny } from 'zod';
import type { Operation } from '../../shared/operations/operation';
import { listFields } from '../../shared/operations/paging';
import { rest, restRows, rowsIn } from '../api/rest';
import { restIdParameter } from './ids';

interface Noun {
	/** As in the path and in sentences: `group`. */
	one: string;
	many: string;
	/** Below `/api/2`, without a trailing slash. */
	path: string;
	output: ZodTypeAny;
	/** Sent with every request. */
	query?: IDataObject;
}

export const idField = (one: string): INodeProperties => ({
	displayName: `${one.charAt(0).toUpperCase()}${one.slice(1)} ID`,
	name: 'id',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 123',
});

/** Get: one object by its whole-number ID. */
export function getOne(noun: Noun, field: INodeProperties = idField(noun.one)): Operation {
	return {
		option: {
			name: 'Get',
			value: 'get',
			action: `Get ${noun.one}`,
			description: `Look up one ${noun.one} by its ID`,
		},
		fields: [field],
		output: noun.output,
		async run({ context, item }) {
			const id = restIdParameter(context, field.name, item);
			const { data } = await rest(context, { path: `${noun.path}/${id}`, query: noun.query });
			return rowsIn(data);
		},
	};
}

/** Get Many: all objects that the filters let through. A filter's name is the vendor's own. */
export function getMany(noun: Noun, filters: INodeProperties[]): Operation {
	return {
		option: {
			name: 'Get Many',
			value: 'getMany',
			action: `Get many ${noun.many}`,
			description: `List ${noun.many}, all or those that the filters let through`,
		},
		fields: [...listFields, ...(filters.length > 0 ? [filterCollection(filters)] : [])],
		output: noun.output,
		run: ({ context, item }) =>
			restRows(context, item, {
				path: noun.path,
				query: {
					...noun.query,
					...(filters.length > 0 && { filters: filtersOf(context, item) }),
				},
			}),
	};
}

const filterCollection = (options: INodeProperties[]): INodeProperties => ({
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options,
});

/** The filters as iAdvize wants them: lists joined by commas, dates without zone, empty ones left out. */
export function filtersOf(context: IExecuteFunctions, item: number): IDataObject {
	const filters = context.getNodeParameter('filters', item, {});
	return Object.fromEntries(
		Object.entries(filters)
			.map(([name, value]): [string, unknown] => [name, filterValue(name, value)])
			.filter(([, value]) => value !== '' && value !== undefined),
	) as IDataObject;
}

function filterValue(name: string, value: unknown): unknown {
	if (Array.isArray(value)) return value.join(',');
	return name === 'from' || name === 'to' ? restDate(value as string) : value;
}

/** `YYYY-MM-DD HH:MM:SS` as written: the REST API knows no zones, so nothing is converted. */
export const restDate = (date: string) => date.slice(0, 19).replace('T', ' ');
