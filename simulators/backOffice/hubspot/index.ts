import { startSide, type FarSide, type Login } from '../farSide';
import { serveContacts } from './contacts';
import { serveEngagements } from './engagements';
import { failureBody, unauthorized } from './errors';
import { serveLists } from './lists';
import { contactOf, createPortal, type Contact, type Engagement } from './portal';
import type { Property } from './properties';
import { serveSearch } from './search';

/** HubSpot, as far as n8n's own node needs it for contacts and engagements. */
export interface Hubspot extends FarSide {
	/** Oldest first. */
	readonly contacts: readonly Contact[];
	readonly engagements: readonly Engagement[];
	/** What a contact can have; a test may add a property of its own. */
	readonly properties: Property[];
	readonly appToken: string;
	readonly credential: Login;
	/** The contact of an e-mail address, in any case. */
	contactOf(email: string): Contact | undefined;
	/** The engagements of a contact, oldest first. */
	engagementsOf(email: string): Engagement[];
}

export async function startHubspot(): Promise<Hubspot> {
	const portal = createPortal();
	const { contacts, engagements, properties } = portal;
	const appToken = 'pat-na1-simulated';
	const side = await startSide({
		host: 'api.hubapi.com',
		errorBody: failureBody,
		authorize: ({ headers }) =>
			headers.authorization === `Bearer ${appToken}` ? undefined : unauthorized(),
		serve: (app) => {
			serveContacts(app, portal);
			serveSearch(app, portal);
			serveEngagements(app, portal);
			serveLists(app, portal);
		},
		reset: portal.reset,
	});
	return Object.assign(side, {
		contacts,
		engagements,
		properties,
		appToken,
		credential: { name: 'HubSpot (simulated)', type: 'hubspotAppToken', data: { appToken } },
		contactOf: (email: string) => contactOf(portal, email),
		engagementsOf: (email: string) => {
			const vid = contactOf(portal, email)?.vid;
			return engagements.filter(
				({ associations }) => vid !== undefined && associations.contactIds?.includes(vid),
			);
		},
	});
}
