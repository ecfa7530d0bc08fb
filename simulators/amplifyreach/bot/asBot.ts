import { asStranger } from '../../shared/stranger';
import type { DeliveryReport, Simulator } from '../../simulator';
import type { Access } from '../settings';
import type { Delivery } from '../webhook/deliver';

/** Bodies are designed by the user; this one asks what a shop's visitor would. */
const EXAMPLES: Readonly<Record<string, object>> = { order: { order: '1042' } };

/** What the bot needs of AmplifyReach in a box. */
interface Platform extends Pick<Simulator, 'url' | 'requests' | 'stop'> {
	readonly access: Access;
	deliver(delivery: Delivery): Promise<DeliveryReport>;
}

/** The bot as a simulator of its own, which makes calls of Bot Studio and hears of no events. */
export function asBot(amplifyReach: Platform): Simulator {
	const { access, url, requests } = amplifyReach;
	const events = Object.keys(EXAMPLES);
	const bot: Simulator = {
		vendor: 'amplifyreach-bot',
		hosts: [],
		url,
		requests,
		events,
		exampleOf: (event) => {
			const example = EXAMPLES[event];
			if (example) return JSON.stringify(example, null, 2);
			throw new Error(`No example of '${event}'. There are: ${events.join(', ')}`);
		},
		send: async (event, endpoint) => bot.sendBody(event, bot.exampleOf(event), endpoint),
		sendBody: async (_event, body, endpoint, { forged = false } = {}) => {
			const { secret } = forged ? asStranger(endpoint) : endpoint;
			const headers = { [access.headerName]: secret };
			return await amplifyReach.deliver({ endpoint, body, headers, token: null });
		},
		stop: async () => amplifyReach.stop(),
	};
	return bot;
}
