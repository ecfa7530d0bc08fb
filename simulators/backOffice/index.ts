import { startCrm, type Crm } from './crm';
import type { FarSide, Login } from './farSide';
import { startHubspot, type Hubspot } from './hubspot';
import { startOpenAi, type OpenAi } from './openAi';
import { startShop, type Shop } from './shop';
import { startZendesk, type Zendesk } from './zendesk';

/** The systems that templates call besides the vendors, each on a server of its own. */
export interface BackOffice {
	readonly crm: Crm;
	readonly shop: Shop;
	readonly hubspot: Hubspot;
	readonly openAi: OpenAi;
	readonly zendesk: Zendesk;
	/** All of them; the host's proxy leads the name of each to its address. */
	readonly sides: readonly FarSide[];
	/** What n8n needs to call them. */
	readonly credentials: readonly Login[];
	/** The switch of every side at once; reads what was last set here. */
	failure: number | undefined;
	/** Resets every side. */
	reset(): void;
	stop(): Promise<void>;
}

/** Starts a CRM, a shop, HubSpot, OpenAI and Zendesk, each as if its account were new. */
export async function startBackOffice(): Promise<BackOffice> {
	const [crm, shop, hubspot, openAi, zendesk] = await Promise.all([
		startCrm(),
		startShop(),
		startHubspot(),
		startOpenAi(),
		startZendesk(),
	]);
	const sides: readonly FarSide[] = [crm, shop, hubspot, openAi, zendesk];
	let failure: number | undefined;
	return {
		crm,
		shop,
		hubspot,
		openAi,
		zendesk,
		sides,
		credentials: [hubspot.credential, openAi.credential, zendesk.credential],
		get failure() {
			return failure;
		},
		set failure(status) {
			failure = status;
			for (const side of sides) side.failure = status;
		},
		reset: () => {
			failure = undefined;
			for (const side of sides) side.reset();
		},
		stop: async () => {
			await Promise.all(sides.map((side) => side.stop()));
		},
	};
}
