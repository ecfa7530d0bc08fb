import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { readBody } from '../farSide';
import { invalidInput, notFound } from './errors';
import { PORTAL_ID, type Engagement, type Portal } from './portal';

/** n8n's node sends the numbers as texts, as a user types them: `101, 102`. */
const id = z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int());
const ids = z.array(id).default([]);

const associations = z.object({
	contactIds: ids,
	companyIds: ids,
	dealIds: ids,
	ownerIds: ids,
	ticketIds: ids,
});

const draft = z.object({
	engagement: z.object({
		type: z.enum(['NOTE', 'EMAIL', 'TASK', 'MEETING', 'CALL']),
		ownerId: z.number().optional(),
		timestamp: z.number().optional(),
	}),
	associations: associations.default({}),
	metadata: z.record(z.unknown()).default({}),
});

/** What happened with a contact: the timeline of the first API. */
export function serveEngagements(app: FastifyInstance, portal: Portal): void {
	const { engagements } = portal;

	app.post('/engagements/v1/engagements', (request) => {
		const body = readBody(request, draft, invalidInput);
		for (const vid of body.associations.contactIds) {
			// How HubSpot refuses an unknown one is not documented.
			const isKnown = portal.contacts.some((contact) => contact.vid === vid);
			if (!isKnown) throw invalidInput('associations.contactIds', `no contact ${vid}`);
		}
		const { type, ownerId, timestamp = Date.now() } = body.engagement;
		const created: Engagement = {
			...body,
			engagement: { id: portal.nextId(), type, ownerId, timestamp, createdAt: Date.now() },
		};
		engagements.push(created);
		return shown(created);
	});

	app.get('/engagements/v1/engagements/paged', () => ({
		results: engagements.map(shown),
		hasMore: false,
		offset: engagements.length,
	}));

	app.get<{ Params: { id: string } }>('/engagements/v1/engagements/:id', ({ params }) => {
		const found = engagements.find(({ engagement }) => String(engagement.id) === params.id);
		if (!found) throw notFound('resource not found');
		return shown(found);
	});
}

const shown = ({ engagement, associations: linked, metadata }: Engagement) => ({
	engagement: {
		...engagement,
		portalId: PORTAL_ID,
		active: true,
		lastUpdated: engagement.createdAt,
	},
	associations: linked,
	attachments: [],
	metadata,
});
