import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import type { Call } from '../../shared/operations/call';
import {
	accountResource,
	askedOnce,
	checkOption,
	checkRow,
	findingOn,
	rowsOfChecks,
	type Check,
} from '../../shared/operations/checkAccount';
import { detailsOf, statusOf } from '../../shared/operations/errors';
import type { Resource } from '../../shared/operations/operation';
import { accountPath, baseAddress } from '../api/address';
import { isAnswered, todoAbout } from '../api/errors';
import { swiftsell } from '../api/request';
import * as output from './outputs';

/** The list of bots as the sister product has it; the key is what conversations are started by. */
const documented = z.object({
	ok: z.boolean(),
	bots: z.array(output.bot.extend({ bot_key: z.string().nullish() })),
});

/** Hosts that are the product's own; any other may be that of a person's company. */
const KNOWN = /^api\.(swiftsell\.biz|wotnot\.io|reply\.cx)$/;

/** The one read whose path is known shows host, login and account at once. */
function checksOf(call: Call): Check[] {
	const asked = askedOnce(async () => await bots(call));
	const explain = (error: unknown) => {
		const todo = todoAbout(error);
		return todo === undefined ? {} : { todo };
	};
	return [
		{
			name: 'Host',
			async look() {
				const host = new URL(await baseAddress(call)).host;
				const { error } = await asked();
				if (error && !isAnswered(error)) throw error;
				const seen = KNOWN.test(host) ? host : 'an address of your own';
				return { result: 'ok', seen, means: 'The API answers there', todo: '' };
			},
		},
		{
			name: 'Login',
			needs: 'Host',
			explain,
			async look() {
				const { error } = await asked();
				if (error && (isLogin(error) || !isAnswered(error))) throw error;
				const seen = 'the account token is accepted';
				return { result: 'ok', seen, means: 'Actions can be called', todo: '' };
			},
		},
		{
			name: 'Account ID',
			needs: 'Host',
			async look() {
				// Without one there is nothing to ask.
				await accountPath(call);
				const { error } = await asked();
				if (error) throw error;
				const means = 'Bots and variables can be asked for';
				return { result: 'ok', seen: 'known to the API', means, todo: '' };
			},
			explain: (error) => ({ todo: todoAbout(error) ?? ACCOUNT }),
		},
		{
			name: 'Bots',
			needs: 'Host',
			explain,
			async look() {
				await accountPath(call);
				const { answer, error } = await asked();
				if (error) throw error;
				return findingOn([answer], {
					as: documented,
					vital: ['bots', 'bots[].id', 'bots[].name', 'bots[].bot_key'],
					use: 'The list of bots depends on it.',
				});
			},
		},
	];
}

const ACCOUNT =
	'Enter the account ID in the credential: the number after /account/ in the address of the dashboard';

const isLogin = (error: Error) =>
	[401, 403].includes(statusOf(error) ?? 0) &&
	detailsOf(error).vendorCode !== 'UNAUTHORIZED_FEATURE';

/** Host and login can be seen even where the account ID is missing or wrong. */
async function bots(call: Call): Promise<IDataObject> {
	const path = await accountPath(call).catch(() => '/v1/accounts/0');
	return await swiftsell(call, { path: `${path}/bots`, query: { limit: 100, offset: 0 } });
}

export const account: Resource = accountResource({
	option: checkOption,
	fields: [],
	output: checkRow,
	run: async (call) => await rowsOfChecks(checksOf(call)),
});
