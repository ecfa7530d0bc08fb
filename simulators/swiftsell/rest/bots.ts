import { SwiftsellError } from '../errors';
import type { World } from '../world';
import { pageOf } from './paging';
import type { Call, Route } from './route';

/** List bots; which keys a bot has beside these is not documented. */
export const listBots: Route = {
	method: 'GET',
	path: '/v1/accounts/:accountId/bots',
	answer: (call, world) => {
		checkAccount(call, world);
		const { botKeyField } = world.settings;
		const bots = world.account.bots.map(({ id, bot_key: key, name }) => ({
			id,
			name,
			[botKeyField]: key,
		}));
		return { bots: pageOf(bots, call.query), ok: true };
	},
};

/** Refuses the account's number in a path where it is another's. */
export function checkAccount({ params }: Call, { account }: World): void {
	if (params.accountId !== String(account.id))
		throw new SwiftsellError('ACCOUNT_DETAILS_NOT_FOUND');
}
