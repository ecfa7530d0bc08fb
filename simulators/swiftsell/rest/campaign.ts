import { z } from 'zod';
import { badRequest, SwiftsellError } from '../errors';
import type { Route } from './route';
import { readBody } from './route';

/** Most contacts in one call (contract §5.7). */
const MAX_CONTACTS = 10_000;

const contact = z.record(z.unknown());
const contacts = z.union([z.array(contact), contact]);

/** Trigger an ongoing campaign: one contact or a list of them, at the copied address. */
export const triggerCampaign: Route = {
	method: 'POST',
	path: '/campaign-webhooks/:key',
	feature: 'campaigns',
	answer: (call, { account, settings }) => {
		const campaign = account.campaigns.find(
			({ url }) => new URL(url).pathname === `/campaign-webhooks/${call.params.key ?? ''}`,
		);
		// How an address of no campaign is refused is not documented.
		if (!campaign) throw new SwiftsellError('BAD_REQUEST', 'No such campaign', 404);
		const body = readBody(call, contacts);
		const added = Array.isArray(body) ? body : [body];
		if (added.length === 0) throw badRequest('There is no contact');
		if (added.length > MAX_CONTACTS) {
			throw badRequest(`More than ${MAX_CONTACTS} contacts in one request`);
		}
		campaign.contacts.push(...added);
		campaign.calls.push(added.length);
		return settings.campaignAnswer;
	},
};
