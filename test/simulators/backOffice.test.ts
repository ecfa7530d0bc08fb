import { startBackOffice, type BackOffice } from '../../host/backOffice';
import { mutations } from '../support/hostile';

let office: BackOffice;
beforeAll(async () => {
	office = await startBackOffice();
});
beforeEach(() => {
	office.reset();
});
afterAll(async () => {
	await office.stop();
});

interface Answer {
	status: number;
	body: unknown;
}

async function call(
	address: string,
	authorization: string,
	method = 'GET',
	body?: unknown,
): Promise<Answer> {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	const response = await fetch(address, {
		method,
		headers: { authorization, 'content-type': 'application/json' },
		...(body !== undefined && { body: text }),
	});
	return { status: response.status, body: await response.json() };
}

const hubspot = (path: string, method?: string, body?: unknown) =>
	call(office.hubspot.url + path, `Bearer ${office.hubspot.appToken}`, method, body);

const basic = (user: string, password: string) =>
	`Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

const zendesk = (path: string, method?: string, body?: unknown) => {
	const { url, email, apiToken } = office.zendesk;
	return call(url + path, basic(`${email}/token`, apiToken), method, body);
};

const upsert = (email: string, values: Record<string, unknown> = {}) =>
	hubspot(`/contacts/v1/contact/createOrUpdate/email/${email}`, 'POST', {
		properties: Object.entries(values).map(([property, value]) => ({ property, value })),
	});

const search = (filter: object, more: object = {}) =>
	hubspot('/crm/v3/objects/contacts/search', 'POST', {
		filterGroups: [{ filters: [filter] }],
		...more,
	});

const byEmail = (value: string) => ({ propertyName: 'email', operator: 'EQ', value });

const ticket = (draft: object) => zendesk('/api/v2/tickets.json', 'POST', { ticket: draft });

const find = (query: string, more = '') =>
	zendesk(`/api/v2/search.json?query=${encodeURIComponent(query)}${more}`);

const anyText = expect.any(String) as string;
const HUBSPOT_ERROR = { status: 'error', correlationId: anyText };

describe('HubSpot', () => {
	test.each<[string, string]>([
		['no token', ''],
		['a wrong token', 'Bearer guess'],
		['the token by another scheme', 'Basic pat-na1-simulated'],
	])('%s: 401', async (_name, authorization) => {
		const { status, body } = await call(`${office.hubspot.url}/crm/v3/owners`, authorization);
		expect(status).toBe(401);
		expect(body).toMatchObject({ ...HUBSPOT_ERROR, category: 'INVALID_AUTHENTICATION' });
	});

	test('upsert twice, in another case: one contact, updated', async () => {
		const first = await upsert('Alex@example.com', { firstname: 'Alex', phone: '+1 555 0100' });
		const second = await upsert('alex@EXAMPLE.com', { firstname: 'Sasha' });
		expect(first).toEqual({
			status: 200,
			body: { vid: expect.any(Number) as number, isNew: true },
		});
		expect(second.body).toEqual({ ...(first.body as object), isNew: false });
		expect(office.hubspot.contacts).toHaveLength(1);
		expect(office.hubspot.contactOf('ALEX@example.com')?.properties).toEqual({
			...{ email: 'alex@example.com', firstname: 'Sasha', phone: '+1 555 0100' },
		});
	});

	test('a contact by its number; one that does not exist: 404', async () => {
		const { vid } = (await upsert('alex@example.com', { city: 'Paris' })).body as { vid: number };
		const whole = await hubspot(`/contacts/v1/contact/vid/${vid}/profile`);
		expect(whole.body).toMatchObject({
			vid,
			properties: { email: { value: 'alex@example.com' }, city: { value: 'Paris' } },
			'identity-profiles': [{ identities: [{ type: 'EMAIL', value: 'alex@example.com' }] }],
		});
		const part = await hubspot(`/contacts/v1/contact/vid/${vid}/profile?property=city`);
		expect(Object.keys((part.body as { properties: object }).properties)).toEqual(['city']);
		const none = await hubspot('/contacts/v1/contact/vid/1/profile');
		expect(none).toMatchObject({ status: 404, body: { message: 'contact does not exist' } });
	});

	test.each<[string, string, Record<string, unknown>, string]>([
		['what is no address', 'alex', {}, 'INVALID_EMAIL'],
		['an unknown property', 'a@example.com', { shoe_size: 43 }, 'PROPERTY_DOESNT_EXIST'],
		['an unknown option', 'a@example.com', { lifecyclestage: 'fan' }, 'INVALID_OPTION'],
	])('%s: 400, as n8n’s node reads it, and no contact', async (_name, email, values, error) => {
		const { status, body } = await upsert(email, values);
		expect(status).toBe(400);
		expect(body).toMatchObject({ ...HUBSPOT_ERROR, validationResults: [{ error }] });
		expect(office.hubspot.contacts).toEqual([]);
	});

	test('an address of another contact: 409', async () => {
		await upsert('a@example.com');
		await upsert('b@example.com');
		const { status } = await upsert('a@example.com', { email: 'B@example.com' });
		expect(status).toBe(409);
		expect(office.hubspot.contactOf('a@example.com')).toBeDefined();
	});

	describe('search', () => {
		beforeEach(async () => {
			await upsert('alex@example.com', { firstname: 'Alex', lastname: 'Example', phone: '+1' });
			await upsert('sam@example.com', { firstname: 'Sam', city: 'Lyon' });
		});

		test('by e-mail, in any case; with the properties that are asked for', async () => {
			const { body } = await search(byEmail('SAM@example.com'), { properties: ['city', 'phone'] });
			expect(body).toEqual({
				total: 1,
				results: [
					{
						id: anyText,
						properties: {
							...{ city: 'Lyon', phone: null },
							createdate: anyText,
							hs_object_id: anyText,
							lastmodifieddate: anyText,
						},
						createdAt: anyText,
						updatedAt: anyText,
						archived: false,
					},
				],
			});
		});

		test.each<[object, string[]]>([
			[byEmail('nobody@example.com'), []],
			[{ propertyName: 'email', operator: 'NEQ', value: 'sam@example.com' }, ['Alex']],
			[{ propertyName: 'city', operator: 'HAS_PROPERTY' }, ['Sam']],
			[{ propertyName: 'city', operator: 'NOT_HAS_PROPERTY' }, ['Alex']],
			[{ propertyName: 'email', operator: 'CONTAINS_TOKEN', value: 'al*' }, ['Alex']],
			[{ propertyName: 'email', operator: 'CONTAINS_TOKEN', value: 'al' }, []],
			[{ propertyName: 'createdate', operator: 'GT', value: '2020-01-01' }, ['Alex', 'Sam']],
		])('%j', async (filter, names) => {
			const { body } = await search(filter, {
				sorts: [{ propertyName: 'firstname', direction: 'ASCENDING' }],
			});
			const { results } = body as { results: { properties: { firstname: string } }[] };
			expect(results.map(({ properties }) => properties.firstname)).toEqual(names);
		});

		test('groups are alternatives, and pages follow one another', async () => {
			const filterGroups = ['alex@example.com', 'sam@example.com'].map((email) => ({
				filters: [byEmail(email)],
			}));
			const first = await search({}, { filterGroups, limit: 1 });
			expect(first.body).toMatchObject({ total: 2, paging: { next: { after: '1' } } });
			const second = await search({}, { filterGroups, limit: 1, after: '1' });
			expect(second.body).toMatchObject({ total: 2, results: [{ archived: false }] });
			expect(second.body).not.toHaveProperty('paging');
		});
	});

	test('an engagement is linked to its contact, whose number may be a text', async () => {
		const { vid } = (await upsert('alex@example.com')).body as { vid: number };
		const { status, body } = await hubspot('/engagements/v1/engagements', 'POST', {
			engagement: { type: 'NOTE' },
			associations: { contactIds: [String(vid)] },
			metadata: { body: 'Asked for an offer' },
		});
		expect(status).toBe(200);
		expect(office.hubspot.engagementsOf('alex@example.com')).toMatchObject([
			{ engagement: { type: 'NOTE' }, metadata: { body: 'Asked for an offer' } },
		]);
		const { engagement } = body as { engagement: { id: number } };
		const again = await hubspot(`/engagements/v1/engagements/${engagement.id}`);
		expect(again.body).toEqual(body);
		expect((await hubspot('/engagements/v1/engagements/1')).status).toBe(404);
	});

	test.each<[string, unknown]>([
		['an unknown type', { engagement: { type: 'SHOUT' } }],
		['no type', { engagement: {} }],
		['an unknown contact', { engagement: { type: 'NOTE' }, associations: { contactIds: [1] } }],
		['no number', { engagement: { type: 'NOTE' }, associations: { contactIds: [''] } }],
	])('an engagement with %s: 400', async (_name, body) => {
		const answer = await hubspot('/engagements/v1/engagements', 'POST', body);
		expect(answer).toMatchObject({ status: 400, body: HUBSPOT_ERROR });
		expect(office.hubspot.engagements).toEqual([]);
	});

	test('malformed bodies: 400', async () => {
		const path = '/contacts/v1/contact/createOrUpdate/email/a@example.com';
		const good = { properties: [{ property: 'firstname', value: 'Alex' }] };
		const bad = [...mutations(good, [7, [], { a: 1 }])].filter(
			(body) => JSON.stringify(body) !== '{"properties":[]}' && !isStillGood(body),
		);
		for (const body of ['', '{"properties":', 'null', ...bad]) {
			const answer = await hubspot(path, 'POST', body);
			expect({ body, ...answer }).toMatchObject({ status: 400, body: HUBSPOT_ERROR });
		}
		expect(office.hubspot.contacts).toEqual([]);
	});

	test('what it does not serve: 404', async () => {
		const answer = await hubspot('/crm/v4/objects');
		expect(answer).toMatchObject({ status: 404, body: HUBSPOT_ERROR });
	});
});

/** A number is a value, too. */
const isStillGood = (body: unknown) =>
	JSON.stringify(body) === '{"properties":[{"property":"firstname","value":7}]}';

describe('Zendesk', () => {
	test.each<[string, () => string]>([
		['nothing', () => ''],
		['a wrong token', () => basic('agent@example.com/token', 'guess')],
		['a password in place of the token', () => basic('agent@example.com', office.zendesk.apiToken)],
	])('%s: 401', async (_name, authorization) => {
		const answer = await call(`${office.zendesk.url}/api/v2/groups.json`, authorization());
		expect(answer).toEqual({ status: 401, body: { error: "Couldn't authenticate you" } });
	});

	const draft = {
		...{ subject: 'Where is it?', external_id: 'chat-7', tags: ['chat', 'order'] },
		comment: { body: 'My order is late' },
	};

	test('a ticket is created, fetched and searched', async () => {
		const made = await ticket(draft);
		expect(made).toMatchObject({
			status: 201,
			body: {
				ticket: {
					...{ subject: 'Where is it?', external_id: 'chat-7', tags: ['chat', 'order'] },
					...{ description: 'My order is late', status: 'new' },
				},
			},
		});
		expect(made.body).not.toHaveProperty('ticket.comments');
		const [stored] = office.zendesk.tickets;
		expect(stored?.comments).toMatchObject([{ body: 'My order is late', public: true }]);
		expect((await zendesk(`/api/v2/tickets/${stored?.id}.json`)).body).toEqual(made.body);
		expect((await find('type:ticket external_id:chat-7')).body).toMatchObject({
			...{ count: 1, next_page: null },
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
			...{ count: 2, next_page: null },
			results: [{ id: office.zendesk.tickets[1]?.id }],
		});
	});

	test('tickets by their external number, without the search', async () => {
		await ticket(draft);
		await ticket({ comment: { body: 'Hello' } });
		const { body } = await zendesk('/api/v2/tickets.json?external_id=chat-7');
		expect(body).toMatchObject({ tickets: [{ external_id: 'chat-7' }], count: 1 });
	});

	test('an update changes what it names, and adds a comment', async () => {
		await ticket(draft);
		const path = `/api/v2/tickets/${office.zendesk.tickets[0]?.id}.json`;
		const { status, body } = await zendesk(path, 'PUT', {
			ticket: { status: 'open', comment: { html_body: '<b>Called</b>', public: false } },
		});
		expect(status).toBe(200);
		expect(body).toMatchObject({ ticket: { status: 'open', subject: 'Where is it?' } });
		expect(office.zendesk.tickets[0]?.comments).toMatchObject([
			{ public: true },
			{ html_body: '<b>Called</b>', body: 'Called', public: false },
		]);
	});

	test('a closed ticket takes no update: 422', async () => {
		await ticket({ ...draft, status: 'closed' });
		const path = `/api/v2/tickets/${office.zendesk.tickets[0]?.id}.json`;
		const answer = await zendesk(path, 'PUT', { ticket: { subject: 'Again' } });
		expect(answer).toMatchObject({ status: 422, body: { error: 'RecordInvalid' } });
		expect(office.zendesk.tickets[0]?.subject).toBe('Where is it?');
	});

	test('a requester becomes a user, once', async () => {
		const requester = { name: 'Alex', email: 'alex@example.com' };
		await ticket({ ...draft, requester });
		await ticket({ ...draft, requester: { email: 'Alex@example.com' } });
		await ticket(draft);
		const [first, second, own] = office.zendesk.tickets.map((one) => one.requester_id);
		expect(second).toBe(first);
		expect(own).toBe(office.zendesk.users.get('agent@example.com'));
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
		expect(office.zendesk.tickets).toEqual([]);
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
});

describe('the back office', () => {
	test('fails as a whole, or one side of it, each in its own form', async () => {
		office.failure = 503;
		expect(await upsert('a@example.com')).toMatchObject({ status: 503, body: HUBSPOT_ERROR });
		expect(await ticket({})).toEqual({ status: 503, body: { error: 'Service Unavailable' } });
		const lead = () => call(`${office.crm.url}/leads`, '', 'POST', { name: 'Alex' });
		expect(await lead()).toEqual({ status: 503, body: { message: 'Down' } });
		office.failure = undefined;
		office.zendesk.failure = 429;
		expect(await ticket({})).toMatchObject({
			status: 429,
			body: { error: 'APIRateLimitExceeded' },
		});
		expect((await upsert('a@example.com')).status).toBe(200);
		expect((await lead()).status).toBe(201);
	});

	test('keeps what came in, refused or not, until it is reset', async () => {
		office.hubspot.failure = 500;
		await upsert('a@example.com', { city: 'Paris' });
		expect(office.hubspot.requests).toMatchObject([
			{ method: 'POST', path: '/contacts/v1/contact/createOrUpdate/email/a@example.com' },
		]);
		expect(office.hubspot.requests[0]?.body).toContain('Paris');
		office.reset();
		expect(office.hubspot).toMatchObject({ requests: [], failure: undefined });
	});

	test('the CRM takes JSON only, and the shop knows one order', async () => {
		expect((await call(`${office.crm.url}/leads`, '', 'POST', '{')).status).toBe(400);
		expect(office.crm.leads).toEqual([]);
		const known = await call(`${office.shop.url}/orders/1042`, '');
		expect(known.body).toEqual({ id: '1042', status: 'on its way' });
		expect((await call(`${office.shop.url}/orders/7`, '')).status).toBe(404);
	});
});
