import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { readBody } from '../farSide';
import { invalidInput } from './errors';
import type { Contact, Portal } from './portal';

/** The operators that n8n's node offers. */
const operator = z.enum([
	...(['EQ', 'NEQ', 'LT', 'LTE', 'GT', 'GTE'] as const),
	...(['HAS_PROPERTY', 'NOT_HAS_PROPERTY', 'CONTAINS_TOKEN'] as const),
]);

const filter = z
	.object({ propertyName: z.string(), operator, value: z.coerce.string().optional() })
	.refine(({ operator: name, value }) => name.includes('HAS_') || value !== undefined, {
		message: 'a value is required',
	});

/**
 * Limits as documented; further keys are let through, as n8n's node sends some.
 *
 * @see https://developers.hubspot.com/docs/api/crm/search
 */
const search = z.object({
	filterGroups: z
		.array(z.object({ filters: z.array(filter).max(10) }))
		.max(5)
		.default([]),
	sorts: z
		.array(z.object({ propertyName: z.string(), direction: z.enum(['ASCENDING', 'DESCENDING']) }))
		.default([]),
	query: z.string().default(''),
	properties: z.array(z.string()).default([]),
	limit: z.number().int().min(1).max(200).default(10),
	after: z.coerce.number().int().min(0).default(0),
});

type Filter = z.output<typeof filter>;

/** What an answer has unless other properties are asked for; the last three are in every answer. */
const SHOWN = ['email', 'firstname', 'lastname'];
const ALWAYS_SHOWN = ['createdate', 'hs_object_id', 'lastmodifieddate'];

/** Where the text search looks. */
const SEARCHED = ['firstname', 'lastname', 'email', 'phone', 'company'];

/** The search of the third API: groups are alternatives, the filters of a group add up. */
export function serveSearch(app: FastifyInstance, portal: Portal): void {
	app.post('/crm/v3/objects/contacts/search', (request) => {
		const asked = readBody(request, search, invalidInput);
		const { filterGroups, query, properties, limit, after } = asked;
		const named = filterGroups.flatMap(({ filters }) => filters.map((one) => one.propertyName));
		for (const name of named) checkName(portal, name);
		const found = portal.contacts
			.filter((contact) => containsWords(contact, query))
			.filter(
				(contact) =>
					filterGroups.length === 0 ||
					filterGroups.some(({ filters }) => filters.every((one) => matches(contact, one))),
			)
			.sort(orderOf(asked.sorts[0]));
		const end = after + limit;
		const shown = [...(properties.length === 0 ? SHOWN : properties), ...ALWAYS_SHOWN];
		return {
			total: found.length,
			results: found.slice(after, end).map((contact) => record(contact, shown)),
			...(found.length > end && { paging: { next: { after: String(end) } } }),
		};
	});
}

/** Values as the third API has them, those that HubSpot sets included. */
function valueOf({ vid, properties, createdAt, updatedAt }: Contact, name: string) {
	if (name === 'hs_object_id') return String(vid);
	if (name === 'createdate') return new Date(createdAt).toISOString();
	if (name === 'lastmodifieddate') return new Date(updatedAt).toISOString();
	return properties[name] ?? '';
}

function checkName({ properties }: Portal, name: string): void {
	if (properties.some((property) => property.name === name)) return;
	throw invalidInput('filterGroups', `Property "${name}" does not exist`);
}

function matches(contact: Contact, { propertyName, operator: name, value = '' }: Filter) {
	// Texts are compared whatever their case.
	const own = valueOf(contact, propertyName).toLowerCase();
	const wanted = value.toLowerCase();
	const order = own.localeCompare(wanted, 'en', { numeric: true });
	const isKnown = own !== '';
	switch (name) {
		case 'EQ':
			return own === wanted;
		case 'NEQ':
			return own !== wanted;
		case 'LT':
			return isKnown && order < 0;
		case 'LTE':
			return isKnown && order <= 0;
		case 'GT':
			return isKnown && order > 0;
		case 'GTE':
			return isKnown && order >= 0;
		case 'HAS_PROPERTY':
			return isKnown;
		case 'NOT_HAS_PROPERTY':
			return !isKnown;
		case 'CONTAINS_TOKEN':
			return tokenPattern(wanted).test(own);
	}
}

/** A token is a word; `*` stands for any part of one. */
function tokenPattern(token: string): RegExp {
	const parts = token.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'));
	return new RegExp(`(^|\\W)${parts.join('.*')}(\\W|$)`);
}

function containsWords(contact: Contact, query: string): boolean {
	const text = SEARCHED.map((name) => valueOf(contact, name).toLowerCase()).join('\n');
	return query
		.toLowerCase()
		.split(/\s+/)
		.every((word) => text.includes(word));
}

function orderOf(sort: { propertyName: string; direction: string } | undefined) {
	const { propertyName, direction } = sort ?? {
		propertyName: 'createdate',
		direction: 'ASCENDING',
	};
	const sign = direction === 'DESCENDING' ? -1 : 1;
	return (a: Contact, b: Contact) =>
		sign * valueOf(a, propertyName).localeCompare(valueOf(b, propertyName));
}

function record(contact: Contact, shown: readonly string[]) {
	const { vid, createdAt, updatedAt } = contact;
	return {
		id: String(vid),
		properties: Object.fromEntries(
			[...new Set(shown)].map((name) => [name, valueOf(contact, name) || null]),
		),
		createdAt: new Date(createdAt).toISOString(),
		updatedAt: new Date(updatedAt).toISOString(),
		archived: false,
	};
}
