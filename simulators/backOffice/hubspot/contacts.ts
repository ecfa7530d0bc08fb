import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { queryOf, readBody, Refusal } from '../farSide';
import { errorBody, invalidInput, invalidValue, notFound } from './errors';
import { contactOf, PORTAL_ID, type Contact, type Portal } from './portal';

const email = z.string().email();

const changes = z.object({
	properties: z.array(
		z.object({
			property: z.string({ required_error: 'property cannot be missing or null' }),
			value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
		}),
	),
});

/** What a list shows of a contact unless more is asked for. */
const LISTED = ['firstname', 'lastname', 'company', 'lastmodifieddate'];

/** Contacts by the first API, which n8n's node uses for all but the search. */
export function serveContacts(app: FastifyInstance, portal: Portal): void {
	app.post<{ Params: { email: string } }>(
		'/contacts/v1/contact/createOrUpdate/email/:email',
		(request) => {
			const address = request.params.email.toLowerCase();
			const { properties } = readBody(request, changes, invalidInput);
			const wanted = properties.map(({ property, value }) => [property, String(value ?? '')]);
			const values = Object.fromEntries(wanted) as Record<string, string>;
			values.email = (values.email ?? address).toLowerCase();
			for (const [name, value] of Object.entries(values)) checkValue(portal, name, value);
			return upsert(portal, address, values);
		},
	);

	app.get<{ Params: { vid: string } }>('/contacts/v1/contact/vid/:vid/profile', (request) => {
		const contact = portal.contacts.find(({ vid }) => String(vid) === request.params.vid);
		if (!contact) throw notFound('contact does not exist');
		const asked = queryOf(request).getAll('property');
		return profile(contact, asked.length === 0 ? undefined : asked);
	});

	app.get('/contacts/v1/lists/all/contacts/all', (request) => {
		const query = queryOf(request);
		const count = Math.min(Number(query.get('count') ?? 20) || 20, 100);
		const offset = Number(query.get('vidOffset') ?? 0);
		const left = portal.contacts.filter(({ vid }) => vid > offset);
		const page = left.slice(0, count);
		const shown = [...LISTED, ...query.getAll('property')];
		return {
			contacts: page.map((contact) => profile(contact, shown)),
			'has-more': left.length > page.length,
			'vid-offset': page.at(-1)?.vid ?? 0,
		};
	});
}

function upsert(portal: Portal, address: string, values: Record<string, string>) {
	const known = contactOf(portal, address);
	const other = contactOf(portal, values.email ?? address);
	if (other && other !== known) {
		throw new Refusal(409, errorBody('Contact already exists', { error: 'CONTACT_EXISTS' }));
	}
	const now = Date.now();
	if (known) {
		Object.assign(known.properties, values);
		known.updatedAt = now;
		return { vid: known.vid, isNew: false };
	}
	const vid = portal.nextId();
	portal.contacts.push({ vid, properties: values, createdAt: now, updatedAt: now });
	return { vid, isNew: true };
}

function checkValue({ properties }: Portal, name: string, value: string): void {
	if (name === 'email' && !email.safeParse(value).success) {
		throw invalidValue('INVALID_EMAIL', name, `Email address ${value} is invalid`);
	}
	const property = properties.find((one) => one.name === name);
	if (!property) {
		throw invalidValue('PROPERTY_DOESNT_EXIST', name, `Property "${name}" does not exist`);
	}
	const { type, options } = property;
	if (type !== 'enumeration' || value === '') return;
	if (options.some((option) => option.value === value)) return;
	const allowed = options.map((option) => option.value).join(', ');
	throw invalidValue('INVALID_OPTION', name, `${value} was not one of the options: [${allowed}]`);
}

/** A contact as the first API shows it. */
function profile({ vid, properties, createdAt, updatedAt }: Contact, shown?: readonly string[]) {
	const dates = { createdate: String(createdAt), lastmodifieddate: String(updatedAt) };
	const all = Object.entries({ ...properties, ...dates });
	const chosen = all.filter(([name]) => shown?.includes(name) ?? true);
	const version = (value: string) => ({ value, timestamp: updatedAt, 'source-type': 'API' });
	const identity = { type: 'EMAIL', value: properties.email, timestamp: createdAt };
	return {
		vid,
		'canonical-vid': vid,
		'merged-vids': [],
		'portal-id': PORTAL_ID,
		'is-contact': true,
		properties: Object.fromEntries(
			chosen.map(([name, value]) => [name, { value, versions: [version(value)] }]),
		),
		'form-submissions': [],
		'list-memberships': [],
		'identity-profiles': [
			{
				vid,
				'saved-at-timestamp': updatedAt,
				'deleted-changed-timestamp': 0,
				identities: [{ ...identity, 'is-primary': true }],
			},
		],
		'merge-audits': [],
	};
}
