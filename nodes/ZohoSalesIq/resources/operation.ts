import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeProperties,
} from 'n8n-workflow';
import type { ZodTypeAny } from 'zod';
import { textParameter } from '../../shared/operations/parameters';
import type { Answer, Operation } from '../../shared/operations/operation';
import { listFields } from '../../shared/operations/paging';
import { pathSegment } from '../../shared/operations/path';
import { rowsIn, rowsOf, type Paging } from '../api/paging';
import { salesIq, type SalesIqAnswer, type SalesIqRequest } from '../api/request';
import { portalField, portalPath } from '../portal';

/** What an operation runs with: the item, the portal's path, and its parameters as text. */
export interface Call {
	context: IExecuteFunctions;
	item: number;
	/** `/api/v2/{screen name}`. */
	base: string;
	/** The same of another version of the API. */
	baseOf: (version: string) => string;
	/** A parameter, ready for a path. */
	segment: (name: string) => string;
	text: (name: string) => string;
	/** A collection without what was left empty. */
	collection: (name: string) => IDataObject;
	ask: (request: SalesIqRequest) => Promise<SalesIqAnswer>;
}

interface PortalOperation {
	option: Operation['option'];
	fields: INodeProperties[];
	output: ZodTypeAny;
	run: (call: Call) => Answer | Promise<Answer>;
}

/** An operation in a portal: asks for the portal first. */
export function inPortal({ option, fields, output, run }: PortalOperation): Operation {
	return {
		option,
		fields: [portalField, ...fields],
		output,
		run: (context, item) => run(callOf(context, item)),
	};
}

function callOf(context: IExecuteFunctions, item: number): Call {
	const text = (name: string) => textParameter(context, name, item);
	const baseOf = (version: string) => portalPath(context, text('portal'), version);
	return {
		context,
		item,
		base: baseOf('v2'),
		baseOf,
		text,
		segment: (name) => segmentOf(context, item, name, text(name)),
		collection: (name) => withoutEmpty(context.getNodeParameter(name, item, {}) as IDataObject),
		ask: async (request) => await salesIq(context, request),
	};
}

/** @throws NodeOperationError for what would ask for something else, such as a list of them all */
export function segmentOf(
	context: IExecuteFunctions,
	item: number,
	name: string,
	value: string,
): string {
	const segment = pathSegment(value);
	if (segment !== undefined) return segment;
	throw new NodeOperationError(context.getNode(), `The field "${name}" holds no ID: "${value}"`, {
		itemIndex: item,
		description: 'Enter one, or correct the expression that gives it',
	});
}

const isEmpty = (value: unknown) =>
	value === '' || value === undefined || (Array.isArray(value) && value.length === 0);

export const withoutEmpty = (values: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));

/** What SalesIQ answered, or that it did not complain: what some writes answer is not documented. */
export function doneOf(answer: SalesIqAnswer): IDataObject[] {
	const rows = rowsIn(answer);
	return rows.length > 0 ? rows : [{ success: true }];
}

interface List {
	option: Operation['option'];
	/** Below the portal's path; may hold parameters. */
	path: (call: Call) => string;
	paging: Paging;
	filters?: INodeProperties[];
	fields?: INodeProperties[];
	output: ZodTypeAny;
	/** The filters as SalesIQ wants them; by default as they are. */
	query?: (filters: IDataObject, call: Call) => IDataObject;
}

/** Get Many: rows page by page. A filter's name is the vendor's own. */
export function listInPortal({
	option,
	path,
	paging,
	filters = [],
	fields = [],
	output,
	query,
}: List) {
	return inPortal({
		option,
		fields: [...fields, ...listFields, ...(filters.length > 0 ? [filterField(filters)] : [])],
		output,
		run: (call) => {
			const chosen = filters.length > 0 ? call.collection('filters') : {};
			const asked = query ? query(chosen, call) : chosen;
			return rowsOf(call.context, call.item, { path: path(call), query: asked }, paging);
		},
	});
}

const filterField = (options: INodeProperties[]): INodeProperties => ({
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options,
});

/** A date of n8n's as the milliseconds that SalesIQ wants. */
export function toMs(date: unknown): number | undefined {
	const ms = typeof date === 'string' ? Date.parse(date) : NaN;
	return Number.isNaN(ms) ? undefined : ms;
}

/** The named ones of some values as milliseconds. */
export function datesToMs(values: IDataObject, names: readonly string[]): IDataObject {
	const dates = names.filter((name) => name in values);
	return { ...values, ...Object.fromEntries(dates.map((name) => [name, toMs(values[name])])) };
}
