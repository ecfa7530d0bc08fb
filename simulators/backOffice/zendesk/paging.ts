import type { FastifyRequest } from 'fastify';
import { queryOf } from '../farSide';
import type { Desk } from './desk';

const MAX_PER_PAGE = 100;

/** One page of a list under its name, with the address of the next one; pages start at 1. */
export function pageOf(name: string, rows: readonly object[], request: FastifyRequest, desk: Desk) {
	const params = queryOf(request);
	const page = Math.max(Number(params.get('page')) || 1, 1);
	const perPage = Math.min(Number(params.get('per_page')) || MAX_PER_PAGE, MAX_PER_PAGE);
	const end = page * perPage;
	const { pathname } = new URL(request.url, desk.api);
	const linkTo = (wanted: number) => {
		params.set('page', String(wanted));
		return new URL(`${pathname}?${params.toString()}`, desk.api).href;
	};
	return {
		[name]: rows.slice(end - perPage, end),
		count: rows.length,
		next_page: end < rows.length ? linkTo(page + 1) : null,
		previous_page: page > 1 ? linkTo(page - 1) : null,
	};
}
