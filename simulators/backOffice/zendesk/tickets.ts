import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { omit } from '../../shared/omit';
import { readBody } from '../farSide';
import { stamp, STATUSES, type Comment, type Desk, type Ticket } from './desk';
import { invalidAttribute, notFound, recordInvalid } from './errors';

const comment = z.object({
	body: z.string().optional(),
	html_body: z.string().optional(),
	public: z.boolean().default(true),
});

const text = z.string().nullable();

const fields = z.object({
	subject: text,
	recipient: text,
	external_id: z.union([z.string(), z.number().transform(String), z.null()]),
	type: z.enum(['problem', 'incident', 'question', 'task']).nullable(),
	priority: z.enum(['urgent', 'high', 'normal', 'low']).nullable(),
	status: z.enum(STATUSES),
	tags: z.array(z.string()),
	group_id: z.coerce.number().int().nullable(),
	custom_fields: z.array(z.unknown()),
});

const changes = fields.partial().extend({ comment: comment.optional() });

const changed = z.object({ ticket: changes });
const created = z.object({
	ticket: changes.extend({
		description: z.string().optional(),
		requester: z.object({ email: z.string().email(), name: z.string().optional() }).optional(),
	}),
});

type CommentDraft = z.output<typeof comment>;

type TicketParams = { Params: { id: string } };

/** Tickets one at a time; what is created or changed is in the search at once. */
export function serveTickets(app: FastifyInstance, desk: Desk): void {
	const find = (idInPath: string) => {
		const wanted = idInPath.replace(/\.json$/, '');
		const found = desk.tickets.find(({ id }) => String(id) === wanted);
		if (!found) throw notFound();
		return found;
	};

	for (const path of ['/api/v2/tickets.json', '/api/v2/tickets'])
		app.post(path, async (request, reply) => {
			const { ticket: draft } = readBody(request, created, invalidAttribute);
			const { description, requester, comment: first, ...values } = draft;
			const spoken = textOf(first) === '' ? { body: description, public: true } : first;
			if (!spoken || textOf(spoken) === '') {
				throw recordInvalid('base', 'Description: cannot be blank', 'BlankValue');
			}
			const ticket = newTicket(desk, commentOf(desk, spoken), requesterOf(desk, requester?.email));
			Object.assign(ticket, values);
			desk.tickets.push(ticket);
			return await reply
				.code(201)
				.header('location', ticket.url)
				.send({ ticket: shown(ticket) });
		});

	app.get<TicketParams>('/api/v2/tickets/:id', ({ params }) => ({
		ticket: shown(find(params.id)),
	}));

	app.put<TicketParams>('/api/v2/tickets/:id', (request) => {
		const ticket = find(request.params.id);
		const { comment: added, ...values } = readBody(request, changed, invalidAttribute).ticket;
		if (ticket.status === 'closed') {
			throw recordInvalid('status', 'Status: closed prevents ticket update');
		}
		Object.assign(ticket, values, { updated_at: stamp() });
		if (added && textOf(added) !== '') ticket.comments.push(commentOf(desk, added));
		return { ticket: shown(ticket) };
	});
}

/** A ticket as Zendesk answers it. */
export const shown = (ticket: Ticket) => omit(ticket, 'comments');

const textOf = (draft?: CommentDraft) => draft?.html_body ?? draft?.body ?? '';

function commentOf(desk: Desk, draft: CommentDraft): Comment {
	const html = draft.html_body ?? `<p>${draft.body ?? ''}</p>`;
	return {
		id: desk.nextId(),
		body: draft.body ?? html.replace(/<[^>]*>/g, ''),
		html_body: html,
		public: draft.public,
		created_at: stamp(),
	};
}

/** The user of an e-mail address, a new one where there is none; else the user who calls. */
function requesterOf({ users, nextId }: Desk, email?: string): number {
	const [caller = 0] = users.values();
	if (email === undefined) return caller;
	const known = users.get(email.toLowerCase()) ?? nextId();
	users.set(email.toLowerCase(), known);
	return known;
}

function newTicket(desk: Desk, first: Comment, requesterId: number): Ticket {
	const id = desk.nextId();
	return {
		id,
		url: `${desk.api}/tickets/${id}.json`,
		external_id: null,
		subject: null,
		description: first.body,
		status: 'new',
		type: null,
		priority: null,
		tags: [],
		recipient: null,
		group_id: null,
		custom_fields: [],
		requester_id: requesterId,
		created_at: first.created_at,
		updated_at: first.created_at,
		comments: [first],
	};
}
