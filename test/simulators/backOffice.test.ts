import { call, HUBSPOT_ERROR, useBackOffice } from './support/backOffice';

const back = useBackOffice();
const { upsert, ticket } = back;

test('fails as a whole, or one side of it, each in its own form', async () => {
	back.office.failure = 503;
	expect(await upsert('a@example.com')).toMatchObject({ status: 503, body: HUBSPOT_ERROR });
	expect(await ticket({})).toEqual({ status: 503, body: { error: 'Service Unavailable' } });
	const lead = () => call(`${back.office.crm.url}/leads`, '', 'POST', { name: 'Alex' });
	expect(await lead()).toEqual({ status: 503, body: { message: 'Down' } });
	back.office.failure = undefined;
	back.office.zendesk.failure = 429;
	expect(await ticket({})).toMatchObject({
		status: 429,
		body: { error: 'APIRateLimitExceeded' },
	});
	expect((await upsert('a@example.com')).status).toBe(200);
	expect((await lead()).status).toBe(201);
});

test('keeps what came in, refused or not, until it is reset', async () => {
	back.office.hubspot.failure = 500;
	await upsert('a@example.com', { city: 'Paris' });
	expect(back.office.hubspot.requests).toMatchObject([
		{ method: 'POST', path: '/contacts/v1/contact/createOrUpdate/email/a@example.com' },
	]);
	expect(back.office.hubspot.requests[0]?.body).toContain('Paris');
	back.office.reset();
	expect(back.office.hubspot).toMatchObject({ requests: [], failure: undefined });
});

test('the CRM takes JSON only, and the shop knows one order', async () => {
	expect((await call(`${back.office.crm.url}/leads`, '', 'POST', '{')).status).toBe(400);
	expect(back.office.crm.leads).toEqual([]);
	const known = await call(`${back.office.shop.url}/orders/1042`, '');
	expect(known.body).toEqual({ id: '1042', status: 'on its way' });
	expect((await call(`${back.office.shop.url}/orders/7`, '')).status).toBe(404);
});
