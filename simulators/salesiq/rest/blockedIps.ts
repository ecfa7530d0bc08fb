import { isIP } from 'node:net';
import { newBlockedIp } from '../account/structureRows';
import { badKey } from '../errors';
import type { World } from '../world';
import { optionalText, optionalTexts, readJson, textIn } from './body';
import { byIndexAndLimit } from './paging';
import type { Answer, Call, Route } from './route';

/** Blocked addresses: one entry an app (contract §5.6). */
export const blockedIpRoutes: readonly Route[] = [
	{
		method: 'GET',
		path: '/blockedips',
		scope: 'blockedips.READ',
		answer: (call, { account }) => ({
			object: 'list',
			data: byIndexAndLimit(account.blockedIps, call),
			more: { total: account.blockedIps.length },
		}),
	},
	{ method: 'POST', path: '/blockedips', scope: 'blockedips.CREATE', answer: create },
];

function create(call: Call, world: World): Answer {
	const { account } = world;
	const body = readJson(call);
	const ip = textIn(body, 'ip');
	if (isIP(ip) === 0) throw badKey('ip');
	const ids = optionalTexts(body, 'app_ids') ?? account.apps.map(({ id }) => id);
	const comment = optionalText(body, 'comment') ?? '';
	const modified_time = world.nowText();
	const id = world.nextId();
	const { operatorId } = account;
	const comments =
		comment === '' ? [] : [{ operator_id: operatorId, time: modified_time, text: comment }];
	const added = ids.map((appId, index) => {
		const app = account.apps.find((one) => one.id === appId);
		if (!app) throw badKey(`app_ids[${index}]`);
		const no_of_comments = String(comments.length);
		return newBlockedIp(0, app, { id, ip, modified_time, comments, no_of_comments });
	});
	account.blockedIps.push(...added);
	// A text here, a number in the list: the vendor prints both.
	return { object: 'list', data: added, more: { total: String(added.length) } };
}
