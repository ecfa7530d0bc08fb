import { startSide, type FarSide, type Login } from '../farSide';
import { createDesk, type Ticket } from './desk';
import { failureBody, unauthorized } from './errors';
import { serveLists } from './lists';
import { serveSearch } from './search';
import { serveTickets } from './tickets';

/** Zendesk, as far as n8n's own node needs it for tickets. */
export interface Zendesk extends FarSide {
	/** Oldest first. */
	readonly tickets: readonly Ticket[];
	/** Numbers of the users by e-mail address. */
	readonly users: ReadonlyMap<string, number>;
	readonly email: string;
	readonly apiToken: string;
	readonly credential: Login;
}

export async function startZendesk(): Promise<Zendesk> {
	const subdomain = 'example';
	const host = `${subdomain}.zendesk.com`;
	const email = 'agent@example.com';
	const apiToken = 'zendesk-simulated-token';
	const desk = createDesk(host, email);
	const basic = `Basic ${Buffer.from(`${email}/token:${apiToken}`).toString('base64')}`;
	const side = await startSide({
		host,
		errorBody: failureBody,
		authorize: ({ headers }) => (headers.authorization === basic ? undefined : unauthorized()),
		serve: (app) => {
			serveTickets(app, desk);
			serveSearch(app, desk);
			serveLists(app, desk);
		},
		reset: desk.reset,
	});
	const data = { subdomain, email, apiToken };
	return Object.assign(side, {
		tickets: desk.tickets,
		users: desk.users,
		email,
		apiToken,
		credential: { name: 'Zendesk (simulated)', type: 'zendeskApi', data },
	});
}
