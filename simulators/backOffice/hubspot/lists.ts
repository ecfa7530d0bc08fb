import type { FastifyInstance } from 'fastify';
import { PORTAL_ID, type Portal } from './portal';

/** What n8n's editor asks for when a HubSpot node is opened or its credential is tested. */
export function serveLists(app: FastifyInstance, portal: Portal): void {
	app.get('/crm/v3/properties/contacts', () => ({
		results: portal.properties.map((property) => ({
			...property,
			groupName: 'contactinformation',
			hidden: false,
		})),
	}));
	app.get('/crm/v3/owners', () => ({
		results: [
			{
				id: '41',
				email: 'owner@example.com',
				firstName: 'Contact',
				lastName: 'Owner',
				archived: false,
			},
		],
	}));
	app.get('/companies/v2/companies/paged', () => ({ companies: [], 'has-more': false, offset: 0 }));
	app.get('/deals/v1/deal/paged', () => ({ deals: [], hasMore: false, offset: 0 }));
	app.get('/account-info/v3/details', () => ({ portalId: PORTAL_ID, timeZone: 'UTC' }));
}
