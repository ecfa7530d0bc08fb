import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Account } from '../account/model';
import type { World } from '../world';
import type { Form } from './brackets';
import { groupOf, parseForm, textOf } from './brackets';
import type { DateLimit } from './dates';
import { dateBounds } from './dates';
import type { Envelope } from './envelope';
import { envelopeHandler, unknownId } from './envelope';
import type { Filter } from './filters';
import { applyFilters } from './filters';
import { paginate } from './paging';

/** One row of the contract's table: what can be listed, filtered and read. */
export interface Resource<Row> {
	readonly name: string;
	/** Last part of the address where it isn't the name. */
	readonly path?: string;
	/** Whether `/{path}/{id}` exists beside the list. */
	readonly hasOne: boolean;
	rows(account: Account): readonly Row[];
	idOf(row: Row): number;
	/** Fields as the vendor names them; `id` and `_link` are added. */
	fields(row: Row, account: Account, query: Form): Record<string, unknown>;
	filters(account: Account): Readonly<Record<string, Filter<Row>>>;
	/** Where the filters `from` and `to` exist: the date they look at, as `restDate` writes it. */
	readonly dated?: { dateOf(row: Row): string; readonly limit?: DateLimit };
}

export type RequestWithId = FastifyRequest<{ Params: { id: string } }>;

/** Serves a resource's list and its single objects. */
export function serveResource<Row>(
	rest: FastifyInstance,
	world: World,
	resource: Resource<Row>,
): void {
	const path = `/${resource.path ?? resource.name}`;
	rest.get(
		path,
		envelopeHandler(world, (request) => list(world, resource, queryOf(request))),
	);
	if (!resource.hasOne) return;
	rest.get(
		`${path}/:id`,
		envelopeHandler(world, (request: RequestWithId) => {
			const row = findRow(world, resource, request.params.id);
			return success(present(world, resource, row, queryOf(request)));
		}),
	);
}

/** The row with that id; ids are integers, whatever else is sent counts as unknown. */
export function findRow<Row>(world: World, resource: Resource<Row>, id: string): Row {
	const row = resource.rows(world.account).find((candidate) => {
		return String(resource.idOf(candidate)) === id;
	});
	if (row === undefined) throw unknownId(resource.name, id);
	return row;
}

/** An object as the vendor shows it, with all fields. */
export function present<Row>(world: World, resource: Resource<Row>, row: Row, query: Form = {}) {
	const { id, _link } = link(resource, row);
	return { id, ...resource.fields(row, world.account, query), _link };
}

export function queryOf(request: FastifyRequest): Form {
	return parseForm(new URL(request.url, 'http://localhost').search);
}

export function success(data: unknown): Envelope {
	return { meta: { status: 'success' }, data };
}

/** The rows of a resource that pass the filters sent. */
export function filterRows<Row>(world: World, resource: Resource<Row>, sent: Form): Row[] {
	const { dated } = resource;
	const allowed = resource.filters(world.account);
	if (!dated) return applyFilters(resource.rows(world.account), allowed, sent);
	const { from, to, ...rest } = sent;
	const bounds = dateBounds(
		{ ...(from && { from }), ...(to && { to }) },
		world.clock.now(),
		dated.limit,
	);
	return applyFilters(resource.rows(world.account), allowed, rest).filter((row) => {
		const date = dated.dateOf(row);
		return date >= bounds.from && date <= bounds.to;
	});
}

function list<Row>(world: World, resource: Resource<Row>, query: Form): Envelope {
	const sent = groupOf(query, 'filters');
	const { rows, pagination } = paginate(filterRows(world, resource, sent), query);
	const isFull = textOf(query, 'full') === '1';
	return {
		meta: { status: 'success', ...(Object.keys(sent).length > 0 && { filters: sent }) },
		data: rows.map((row) => (isFull ? present(world, resource, row, query) : link(resource, row))),
		pagination,
	};
}

function link<Row>(resource: Resource<Row>, row: Row) {
	const id = resource.idOf(row);
	return { id, _link: `/${resource.name}/${id}` };
}
