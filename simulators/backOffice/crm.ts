import { bodyText } from '../shared/http';
import { parseJson } from '../shared/json';
import { Refusal, startSide, type FarSide } from './farSide';

/** A CRM that takes leads: `POST /leads`. */
export interface Crm extends FarSide {
	/** What was posted as a lead, oldest first. */
	readonly leads: readonly unknown[];
}

export async function startCrm(): Promise<Crm> {
	const leads: unknown[] = [];
	const side = await startSide({
		host: 'crm.example.com',
		errorBody: () => ({ message: 'Down' }),
		serve: (app) => {
			app.post('/leads', async (request, reply) => {
				const lead = parseJson(bodyText(request));
				if (lead === undefined) throw new Refusal(400, { message: 'The body is no JSON' });
				leads.push(lead);
				return await reply.code(201).send({ id: leads.length });
			});
		},
		reset: () => {
			leads.length = 0;
		},
	});
	return Object.assign(side, { leads });
}
