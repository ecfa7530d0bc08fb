import type { FastifyInstance } from 'fastify';
import type { Desk } from './desk';
import { pageOf } from './paging';

const groups = [
	{ id: 31, name: 'Support' },
	{ id: 32, name: 'Sales' },
];

/** Of these, n8n's editor offers the last one: the others are no custom fields. */
const ticketFields = [
	{ id: 21, type: 'subject', title: 'Subject' },
	{ id: 22, type: 'description', title: 'Description' },
	{ id: 23, type: 'status', title: 'Status' },
	{ id: 24, type: 'text', title: 'Conversation link' },
];

/** What n8n's editor asks for when a Zendesk node is opened or its credential is tested. */
export function serveLists(app: FastifyInstance, desk: Desk): void {
	const lists: Record<string, () => object[]> = {
		groups: () => groups,
		ticket_fields: () => ticketFields,
		tags: () => tagsOf(desk),
	};
	for (const [name, rows] of Object.entries(lists))
		for (const path of [`/api/v2/${name}.json`, `/api/v2/${name}`])
			app.get(path, (request) => pageOf(name, rows(), request, desk));
}

/** The tags in use, and how many tickets have each. */
function tagsOf({ tickets }: Desk) {
	const all = tickets.flatMap(({ tags }) => tags);
	return [...new Set(all)].map((name) => ({
		name,
		count: all.filter((tag) => tag === name).length,
	}));
}
