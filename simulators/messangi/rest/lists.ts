import { randomBytes } from 'node:crypto';
import type { JsonObject } from '../../shared/json';
import { textAt } from '../../shared/json';
import type { List, Subscriber } from '../account/model';
import { badRequest, metaOf, notFound } from '../errors';
import type { World } from '../world';
import type { Call, Route } from './route';

/** As deep as the undocumented service path may be: `/lists`, `/service/lists`, `/service/v2/lists`. */
const prefixes = ['', '/:service', '/:service/:version'];

/** What is known of lists, below the service path that a setting chooses. */
export const lists: readonly Route[] = prefixes.flatMap((prefix): Route[] => [
	{
		// That many lists are read here, and how they look, is assumed from *Create list* (§5.3).
		method: 'GET',
		path: `${prefix}/lists`,
		answer: (call, world) => {
			checkServicePath(call, world);
			return listsIn(world, world.account.lists.map(printList));
		},
	},
	{
		method: 'GET',
		path: `${prefix}/lists/:listId`,
		answer: (call, world) => answerWith(world, printList(findList(call, world))),
	},
	{
		method: 'POST',
		path: `${prefix}/lists/:listId/subscribers`,
		answer: (call, world) => {
			const list = findList(call, world);
			if (Object.keys(call.body).length === 0) throw badRequest('The subscriber has no values');
			const subscriber = subscriberOf(call.body, world.clock.now());
			list.subscribers.push(subscriber);
			const answer = answerWith(world, printSubscriber(subscriber), 'Subscriber added');
			return { ...answer, status: world.settings.createdStatus };
		},
	},
]);

function checkServicePath({ params }: Call, { settings }: World): void {
	const { service, version } = params;
	const path = [service, version].map((part) => (part === undefined ? '' : `/${part}`)).join('');
	if (path !== settings.listServicePath) throw notFound('Not found');
}

function findList(call: Call, world: World): List {
	checkServicePath(call, world);
	const list = world.account.lists.find(({ id }) => id === call.params.listId);
	if (!list) throw notFound('List not found');
	return list;
}

function answerWith({ clock }: World, data: unknown, explain = 'Request accepted') {
	return { body: { meta: metaOf(clock.now(), explain), data } };
}

function listsIn(world: World, rows: readonly object[]) {
	const places = {
		data: () => answerWith(world, rows),
		lists: () => ({ body: { lists: rows } }),
		'data.lists': () => answerWith(world, { lists: rows }),
		'data.data': () => answerWith(world, { data: rows }),
	};
	return places[world.settings.listsPlace]();
}

function printList({ id, name, columns }: List) {
	return { id, name, columns };
}

/** The values as given, and what the vendor adds: without a mobile number, one is made up. */
function subscriberOf(values: JsonObject, nowMs: number): Subscriber {
	const id = randomBytes(12).toString('hex');
	const email = textAt(values, 'email');
	const mobile = textAt(values, 'mobile') || `unknown.${id}`;
	const at = new Date(nowMs).toISOString().replace('Z', '233Z');
	return {
		id,
		listSubscriberId: randomBytes(12).toString('hex'),
		key: [mobile, id, email].filter((part) => part !== '').join(','),
		values: { ...values, 'member since': at, 'last updated': at, mobile, id },
	};
}

/** `data` in `data`, as documented (contract §5.5). */
function printSubscriber({ id, listSubscriberId, key, values }: Subscriber) {
	return { id: listSubscriberId, key, data: { id, key, data: values } };
}
