import { mutations } from '../support/hostile';
import { call, HUBSPOT_ERROR, useBackOffice } from './support/backOffice';

const back = useBackOffice();
const { hubspot, upsert } = back;
const anyText = expect.any(String) as string;

const search = (filter: object, more: object = {}) =>
	hubspot('/crm/v3/objects/contacts/search', 'POST', {
		filterGroups: [{ filters: [filter] }],
		...more,
	});

const byEmail = (value: string) => ({ propertyName: 'email', operator: 'EQ', value });

test.each<[string, string]>([
	['no token', ''],
	['a wrong token', 'Bearer guess'],
	['the token by another scheme', 'Basic pat-na1-simulated'],
])('%s: 401', async (_name, authorization) => {
	const { status, body } = await call(`${back.office.hubspot.url}/crm/v3/owners`, authorization);
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
	expect(back.office.hubspot.contacts).toHaveLength(1);
	expect(back.office.hubspot.contactOf('ALEX@example.com')?.properties).toEqual({
		email: 'alex@example.com',
		firstname: 'Sasha',
		phone: '+1 555 0100',
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
	expect(back.office.hubspot.contacts).toEqual([]);
});

test('an address of another contact: 409', async () => {
	await upsert('a@example.com');
	await upsert('b@example.com');
	const { status } = await upsert('a@example.com', { email: 'B@example.com' });
	expect(status).toBe(409);
	expect(back.office.hubspot.contactOf('a@example.com')).toBeDefined();
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
						city: 'Lyon',
						phone: null,
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
	expect(back.office.hubspot.engagementsOf('alex@example.com')).toMatchObject([
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
	expect(back.office.hubspot.engagements).toEqual([]);
});

test('malformed bodies: 400', async () => {
	const path = '/contacts/v1/contact/createOrUpdate/email/a@example.com';
	const good = { properties: [{ property: 'firstname', value: 'Alex' }] };
	const bad = [...mutations(good, [7, [], { a: 1 }])].filter(
		(body) => JSON.stringify(body) !== '{"properties":[]}' && !isStillGood(body),
	);
	for (const body of ['', '{"properties":', 'null', ...bad]) {
		const answer = await hubspot(path, 'POST', body);
		expect({ sent: body, ...answer }).toMatchObject({ status: 400, body: HUBSPOT_ERROR });
	}
	expect(back.office.hubspot.contacts).toEqual([]);
});

test('what it does not serve: 404', async () => {
	const answer = await hubspot('/crm/v4/objects');
	expect(answer).toMatchObject({ status: 404, body: HUBSPOT_ERROR });
});

/** A number is a value, too. */
const isStillGood = (body: unknown) =>
	JSON.stringify(body) === '{"properties":[{"property":"firstname","value":7}]}';
