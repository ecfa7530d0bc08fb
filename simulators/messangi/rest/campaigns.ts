import { badRequest, metaInSeconds, notFound } from '../errors';
import { requiredTexts } from './required';
import type { Route } from './route';

/** Trigger a campaign: the answer has no data, and its timestamp is in seconds (contract §4). */
export const triggerCampaign: Route = {
	method: 'POST',
	path: '/thetrident/v1/campaigns/:campaignId/trigger',
	answer: ({ params, body }, { account, clock }) => {
		const campaign = account.campaigns.find(({ id }) => id === params.campaignId);
		if (!campaign) throw notFound('Campaign not found');
		if (campaign.status !== 'Live' || campaign.recipients !== 'API Endpoint') {
			throw badRequest('The campaign is not live, or its recipients are no API endpoint');
		}
		const { receiver, campaignLabel } = requiredTexts(body, 'receiver', 'campaignLabel');
		account.triggered.push({ campaignId: campaign.id, receiver, campaignLabel });
		return { body: { meta: metaInSeconds(clock.now(), 'Request accepted') } };
	},
};
