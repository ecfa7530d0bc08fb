import type { FastifyInstance } from 'fastify';
import { queryOf, Refusal } from '../farSide';
import { STATUSES, type Desk, type Ticket } from './desk';
import { pageOf } from './paging';
import { shown } from './tickets';

interface Term {
	readonly key: string;
	readonly operator: string;
	readonly value: string;
}

/** `key:value`, `key>value`, a quoted text, or a word. */
const TERM = /(?:(\w+)([:<>]=?))?("[^"]*"|\S+)/g;

/**
 * Searches tickets: all terms of `query` have to fit.
 *
 * @see https://developer.zendesk.com/api-reference/ticketing/ticket-management/search/
 */
export function serveSearch(app: FastifyInstance, desk: Desk): void {
	for (const path of ['/api/v2/search.json', '/api/v2/search'])
		app.get(path, (request) => {
			const params = queryOf(request);
			const query = params.get('query') ?? '';
			// How a missing query is refused is not documented.
			if (query.trim() === '') {
				throw new Refusal(422, { error: 'invalid', description: 'Invalid search: no query' });
			}
			const terms = termsOf(query);
			const found = desk.tickets
				.filter((ticket) => terms.every((term) => fits(ticket, term)))
				.sort(orderOf(params.get('sort_by') ?? '', params.get('sort_order') ?? 'desc'))
				.map((ticket) => ({ ...shown(ticket), result_type: 'ticket' }));
			return { ...pageOf('results', found, request, desk), facets: null };
		});

	// The exact way, which needs no index; the search of the real Zendesk may be minutes behind.
	for (const path of ['/api/v2/tickets.json', '/api/v2/tickets'])
		app.get(path, (request) => {
			const wanted = queryOf(request).get('external_id');
			const found = desk.tickets.filter(
				(ticket) => wanted === null || ticket.external_id === wanted,
			);
			return pageOf('tickets', found.map(shown), request, desk);
		});
}

function termsOf(query: string): Term[] {
	return [...query.matchAll(TERM)].map(([, key = '', operator = ':', value = '']) => ({
		key,
		operator,
		value: value.replace(/^"|"$/g, '').toLowerCase(),
	}));
}

function fits(ticket: Ticket, { key, operator, value }: Term): boolean {
	const words = [ticket.subject, ...ticket.comments.map(({ body }) => body)];
	const inWords = (wanted: string) => words.join('\n').toLowerCase().includes(wanted);
	switch (key) {
		case '':
			return String(ticket.id) === value || inWords(value);
		case 'type':
			return value === 'ticket';
		case 'status':
			return compare(STATUSES.indexOf(ticket.status), operator, indexOf(value));
		case 'external_id':
			return ticket.external_id?.toLowerCase() === value;
		case 'tags':
			return ticket.tags.some((tag) => tag.toLowerCase() === value);
		case 'group':
			return String(ticket.group_id) === value;
		case 'subject':
			return (ticket.subject ?? '').toLowerCase().includes(value);
		default:
			return inWords(`${key}${operator}${value}`);
	}
}

const indexOf = (status: string) => STATUSES.findIndex((one) => one === status);

function compare(own: number, operator: string, wanted: number): boolean {
	if (wanted < 0) return false;
	if (operator === ':') return own === wanted;
	const isEqual = operator.endsWith('=') && own === wanted;
	return isEqual || (operator.startsWith('<') ? own < wanted : own > wanted);
}

/** Sorting by relevance, the default, keeps the order in which tickets came. */
function orderOf(sortBy: string, direction: string) {
	const keys: Record<string, (ticket: Ticket) => string | number> = {
		created_at: ({ id }) => id,
		updated_at: ({ updated_at: at }) => at,
		priority: ({ priority }) => ['low', 'normal', 'high', 'urgent'].indexOf(priority ?? ''),
		status: ({ status }) => STATUSES.indexOf(status),
		ticket_type: ({ type }) => type ?? '',
	};
	const key = keys[sortBy] ?? (() => 0);
	const sign = direction === 'asc' ? 1 : -1;
	return (a: Ticket, b: Ticket) => {
		const [first, second] = [key(a), key(b)];
		return first === second ? 0 : first < second ? -sign : sign;
	};
}
