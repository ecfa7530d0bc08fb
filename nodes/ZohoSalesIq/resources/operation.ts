import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ZodTypeAny } from 'zod';
import type { Call } from '../../shared/operations/call';
import type { Answer, Operation } from '../../shared/operations/operation';
import { listFields } from '../../shared/operations/paging';
import { rowsIn, rowsOf, type Paging } from '../api/paging';
import { salesIq, type SalesIqAnswer, type SalesIqRequest } from '../api/request';
import { portalField, portalPath } from '../whichPortal';

/** What an operation runs with in a portal. */
export interface PortalCall extends Call {
	/** `/api/v2/{screen name}`. */
	base: string;
	/** The same of another version of the API. */
	baseOf: (version: string) => string;
	ask: (request: SalesIqRequest) => Promise<SalesIqAnswer>;
}

interface PortalOperation {
	option: Operation['option'];
	fields: INodeProperties[];
	output: ZodTypeAny;
	run: (call: PortalCall) => Answer | Promise<Answer>;
}

/** An operation in a portal: asks for the portal first. */
export function inPortal({ option, fields, output, run }: PortalOperation): Operation {
	return {
		option,
		fields: [portalField, ...fields],
		output,
		run: (call) => run(portalCall(call)),
	};
}

function portalCall(call: Call): PortalCall {
	const { context, text } = call;
	const baseOf = (version: string) => portalPath(context, text('portal'), version);
	const ask = async (request: SalesIqRequest) => await salesIq(context, request);
	return { ...call, base: baseOf('v2'), baseOf, ask };
}

/** What SalesIQ answered, or that it did not complain: what some writes answer is not documented. */
export function doneOf(answer: SalesIqAnswer): IDataObject[] {
	const rows = rowsIn(answer);
	return rows.length > 0 ? rows : [{ success: true }];
}

interface List {
	option: Operation['option'];
	/** Below the portal's path; may hold parameters. */
	path: (call: PortalCall) => string;
	paging: Paging;
	filters?: INodeProperties[];
	fields?: INodeProperties[];
	output: ZodTypeAny;
	/** The filters as SalesIQ wants them; by default as they are. */
	query?: (filters: IDataObject, call: PortalCall) => IDataObject;
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
