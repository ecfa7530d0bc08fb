import { basic, call, useBackOffice } from './support/backOffice';

const back = useBackOffice();
const { zendesk, ticket } = back;

const find = (query: string, more = '') =>
	zendesk(`/api/v2/search.json?query=${encodeURIComponent(query)}${more}`);

test.each<[string, () => string]>([
	['nothing', () => ''],
	['a wrong token', () => basic('agent@example.com/token', 'guess')],
	[
		'a password in place of the token',
		() => basic('agent@example.com', back.office.zendesk.apiToken),
	],
])('%s: 401', async (_name, authorization) => {
	const answer = await call(`${back.office.zendesk.url}/api/v2/groups.json`, authorization());
	expect(answer).toEqual({ status: 401, body: { error: "Couldn't authenticate you" } });
});

const draft = {
	subject: 'Where is it?',
	external_id: 'chat-7',
	tags: ['chat', 'order'],
	comment: { body: 'My order is late' },
};

test('a ticket is created, fetched and searched', async () => {
	const made = await ticket(draft);
	expect(made).toMatchObject({
		status: 201,
		body: {
			ticket: {
				subject: 'Where is it?',
				external_id: 'chat-7',
				tags: ['chat', 'order'],
				description: 'My order is late',
				status: 'new',
			},
		},
	});
	expect(made.body).not.toHaveProperty('ticket.comments');
	const [stored] = back.office.zendesk.tickets;
	expect(stored?.comments).toMatchObject([{ body: 'My order is late', public: true }]);
	expect((await zendesk(`/api/v2/tickets/${stored?.id}.json`)).body).toEqual(made.body);
	expect((await find('type:ticket external_id:chat-7')).body).toMatchObject({
		count: 1,
		next_page: null,
		results: [{ id: stored?.id, result_type: 'ticket' }],
	});
});

test.each<[string, number]>([
	['type:ticket', 2],
	['type:user', 0],
	['external_id:chat', 0],
	['external_id:"chat-7"', 1],
	['tags:ORDER', 1],
	['late', 1],
	['"order is late"', 1],
	['status:new', 2],
	['status<solved', 2],
	['status>new', 0],
	['colour:blue', 0],
])('search %s: %d', async (query, count) => {
	await ticket(draft);
	await ticket({ comment: { body: 'Hello' } });
	expect((await find(query)).body).toMatchObject({ count });
});

test('pages of a search have the address of the next one', async () => {
	await ticket(draft);
	await ticket(draft);
	const { body } = await find('type:ticket', '&per_page=1&sort_by=created_at&sort_order=asc');
	const { next_page: next } = body as { next_page: string };
	expect(new URL(next).origin).toBe('https://example.zendesk.com');
	const url = new URL(next);
	const rest = await zendesk(url.pathname + url.search);
	expect(rest.body).toMatchObject({
		count: 2,
		next_page: null,
		results: [{ id: back.office.zendesk.tickets[1]?.id }],
	});
});

test('tickets by their external number, without the search', async () => {
	await ticket(draft);
	await ticket({ comment: { body: 'Hello' } });
	const { body } = await zendesk('/api/v2/tickets.json?external_id=chat-7');
	expect(body).toMatchObject({ tickets: [{ external_id: 'chat-7' }], count: 1 });
});

test('a first comment of HTML is the description as text', async () => {
	await ticket({ comment: { html_body: '<p>Hello</p>', public: false } });
	expect(back.office.zendesk.tickets).toMatchObject([
		{ description: 'Hello', comments: [{ html_body: '<p>Hello</p>', public: false }] },
	]);
});

test('an update changes what it names, and adds a comment', async () => {
	await ticket(draft);
	const path = `/api/v2/tickets/${back.office.zendesk.tickets[0]?.id}.json`;
	const { status, body } = await zendesk(path, 'PUT', {
		ticket: { status: 'open', comment: { html_body: '<b>Called</b>', public: false } },
	});
	expect(status).toBe(200);
	expect(body).toMatchObject({ ticket: { status: 'open', subject: 'Where is it?' } });
	expect(back.office.zendesk.tickets[0]?.comments).toMatchObject([
		{ public: true },
		{ html_body: '<b>Called</b>', body: 'Called', public: false },
	]);
});

test('a closed ticket takes no update: 422', async () => {
	await ticket({ ...draft, status: 'closed' });
	const path = `/api/v2/tickets/${back.office.zendesk.tickets[0]?.id}.json`;
	const answer = await zendesk(path, 'PUT', { ticket: { subject: 'Again' } });
	expect(answer).toMatchObject({ status: 422, body: { error: 'RecordInvalid' } });
	expect(back.office.zendesk.tickets[0]?.subject).toBe('Where is it?');
});

test('a requester becomes a user, once', async () => {
	const requester = { name: 'Alex', email: 'alex@example.com' };
	await ticket({ ...draft, requester });
	await ticket({ ...draft, requester: { email: 'Alex@example.com' } });
	await ticket(draft);
	const [first, second, own] = back.office.zendesk.tickets.map((one) => one.requester_id);
	expect(second).toBe(first);
	expect(own).toBe(back.office.zendesk.users.get('agent@example.com'));
});

test.each<[string, unknown, number]>([
	['no JSON', '{"ticket":', 422],
	['nothing', '', 422],
	['no ticket', {}, 400],
	['a list for a ticket', { ticket: [] }, 400],
	['tags as a text', { ticket: { ...draft, tags: 'chat' } }, 400],
	['a state that does not exist', { ticket: { ...draft, status: 'late' } }, 400],
	['no text', { ticket: { subject: 'Empty' } }, 422],
	['an empty text', { ticket: { comment: { body: '' } } }, 422],
])('a ticket of %s: refused in Zendesk’s form', async (_name, body, status) => {
	const answer = await zendesk('/api/v2/tickets.json', 'POST', body);
	expect(answer).toMatchObject({ status, body: { error: expect.anything() as unknown } });
	expect(back.office.zendesk.tickets).toEqual([]);
});

test('what does not exist: 404', async () => {
	const gone = { error: 'RecordNotFound', description: 'Not found' };
	expect(await zendesk('/api/v2/tickets/1.json')).toEqual({ status: 404, body: gone });
	const update = await zendesk('/api/v2/tickets/1.json', 'PUT', { ticket: {} });
	expect(update).toEqual({ status: 404, body: gone });
	const path = await zendesk('/api/v2/views.json');
	expect(path).toMatchObject({ status: 404, body: { error: 'InvalidEndpoint' } });
});

test('the lists of the editor', async () => {
	await ticket(draft);
	const lists = ['groups', 'ticket_fields', 'tags'].map((name) => `/api/v2/${name}.json`);
	const [groups, fields, tags] = await Promise.all(lists.map((path) => zendesk(path)));
	expect(groups?.body).toMatchObject({ groups: [{ name: 'Support' }, { name: 'Sales' }] });
	expect(fields?.body).toHaveProperty('ticket_fields');
	expect(tags?.body).toMatchObject({ tags: [{ name: 'chat', count: 1 }, { name: 'order' }] });
});
