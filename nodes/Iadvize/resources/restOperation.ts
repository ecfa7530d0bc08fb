import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ZodTypeAny } from 'zod';
import type { Call } from '../../shared/operations/call';
import { filters as filterFields, inTitleCase, required } from '../../shared/operations/fields';
import { locator } from '../../shared/operations/locators';
import type { Operation } from '../../shared/operations/operation';
import { listFields } from '../../shared/operations/paging';
import { rest, restRows, rowsIn } from '../api/restRequest';
import type { listSearch } from '../pickLists';
import { idField, restIdOf } from './ids';

export interface Noun {
	/** As in the path and in sentences: `group`. */
	one: string;
	many: string;
	/** Below `/api/2`, without a trailing slash. */
	path: string;
	output: ZodTypeAny;
	simple?: Operation['simple'];
	/** The search that finds one by its name. */
	search?: keyof typeof listSearch;
	/** Sent with every request. */
	query?: IDataObject;
}

/** Get: one object by its whole-number ID. */
export function getOne(noun: Noun): Operation {
	const { one, path, query } = noun;
	return {
		option: {
			name: 'Get',
			value: 'get',
			action: `Get ${one}`,
			description: `Look up one ${one} by its ID`,
		},
		fields: [idOrName(noun)],
		output: noun.output,
		simple: noun.simple,
		run: async (call) =>
			rowsIn(await rest(call, { path: `${path}/${restIdOf(call, 'id')}`, query })),
	};
}

function idOrName({ one, search }: Noun): INodeProperties {
	const name = inTitleCase(one);
	return search === undefined
		? idField(`${name} ID`, 'id', '123', 'A whole number, as Get Many outputs it')
		: required(locator(name, 'id', search, '123'));
}

/** Get Many: all objects that match the filters. A filter's name is the vendor's own. */
export function getMany(noun: Noun, filters: INodeProperties[]): Operation {
	return {
		option: {
			name: 'Get Many',
			value: 'getMany',
			action: `Get many ${noun.many}`,
			description: `List ${noun.many}, all of them or only those that match the filters`,
		},
		fields: [...listFields, ...(filters.length > 0 ? [filterFields(filters)] : [])],
		output: noun.output,
		simple: noun.simple,
		run(call) {
			const chosen = filters.length > 0 ? filtersOf(call) : {};
			return restRows(call, { path: noun.path, query: { ...noun.query, filters: chosen } });
		},
	};
}

/**
 * The filters as iAdvize expects them: lists joined by commas, dates without zone, empty ones left
 * out.
 */
export const filtersOf = (call: Call): IDataObject =>
	Object.fromEntries(
		Object.entries(call.collection('filters')).map(([name, value]) => [
			name,
			filterValue(name, value),
		]),
	) as IDataObject;

function filterValue(name: string, value: unknown): unknown {
	if (Array.isArray(value)) return value.join(',');
	return name === 'from' || name === 'to' ? restDate(value as string) : value;
}

/** `YYYY-MM-DD HH:MM:SS` as written: the REST API knows no zones, so nothing is converted. */
export const restDate = (date: string) => date.slice(0, 19).replace('T', ' ');
