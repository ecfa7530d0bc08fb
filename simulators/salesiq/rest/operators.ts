import type { Account, Operator } from '../account/model';
import { newOperator } from '../account/structureRows';
import { badKey, SalesIqError } from '../errors';
import type { World } from '../world';
import type { Body } from './body';
import { flagIn, optionalText, optionalTexts, readJson, textIn, textsIn } from './body';
import { byIndex, numberIn } from './paging';
import type { Answer, Call, Route } from './route';

const ROLES = ['Administrator', 'Supervisor', 'Associate'];
const CONCURRENT = ['0', '1', '2', '3', '4', '5', '7', '10', '25', 'unlimited'];

/** Texts that create and update take (contract §5.6). */
const TEXTS = [
	...['nick_name', 'first_name', 'last_name', 'description', 'mobile', 'phone', 'time_zone'],
	...['language', 'date_of_birth', 'street', 'city', 'state', 'country', 'pin_code'],
];

/** Operators (contract §5.6; that updates are PUT is assumed there). */
export const operatorRoutes: readonly Route[] = [
	{ method: 'GET', path: '/operators', scope: 'operators.READ', answer: list },
	{ method: 'POST', path: '/operators', scope: 'operators.CREATE', answer: create },
	{ method: 'PUT', path: '/operators/:id', scope: 'operators.UPDATE', answer: update },
	{
		method: 'PUT',
		path: '/operators/:id/departments',
		scope: 'operators.UPDATE',
		answer: (call, world) => {
			const operator = find(call, world.account);
			operator.departments = checked(textsIn(readJson(call), 'ids'), 'ids', world.account);
			operator.modifed_time = world.nowText();
			return { object: 'operator', data: operator };
		},
	},
];

function list(call: Call, { account }: World): Answer {
	const since = numberIn(call, 'last_sync_time', { otherwise: 0 });
	const rows = account.operators.filter(({ modifed_time }) => Number(modifed_time) >= since);
	return { object: 'list', data: byIndex(rows, call) };
}

function create(call: Call, world: World): Answer {
	const { account } = world;
	const body = readJson(call);
	const email_id = textIn(body, 'email_id');
	const departments = checked(textsIn(body, 'departments'), 'departments', account);
	if (flagIn(body, 'is_monitored') === undefined) throw badKey('is_monitored');
	textIn(body, 'role');
	if (account.operators.some((one) => one.email_id === email_id)) {
		throw new SalesIqError(1014, { json_key: 'email_id' });
	}
	const now = world.nowText();
	const operator = newOperator(account.operators.length + 1, {
		id: world.nextId(),
		email_id,
		departments,
		first_name: '',
		last_name: '',
		nick_name: '',
		is_confirmed: 'false',
		created_time: now,
		modifed_time: now,
		...readChanges(body),
	});
	account.operators.push(operator);
	return { object: 'operator', data: operator };
}

function update(call: Call, world: World): Answer {
	const operator = find(call, world.account);
	const body = readJson(call);
	const changes = readChanges(body);
	const departments = optionalTexts(body, 'departments');
	if (departments) {
		operator.departments = checked(departments, 'departments', world.account);
	}
	Object.assign(operator, changes, { modifed_time: world.nowText() });
	return { object: 'operator', data: operator };
}

function readChanges(body: Body): Record<string, string> {
	const role = optionalText(body, 'role');
	if (role !== undefined && !ROLES.includes(role)) throw badKey('role');
	const concurrent = optionalText(body, 'maximum_concurrent_chat');
	if (concurrent !== undefined && !CONCURRENT.includes(concurrent)) {
		throw badKey('maximum_concurrent_chat');
	}
	const isChatEnabled = flagIn(body, 'is_chat_enabled');
	const texts = TEXTS.flatMap((key) => {
		const text = optionalText(body, key);
		return text === undefined ? [] : [[key, text]];
	});
	return {
		...(Object.fromEntries(texts) as Record<string, string>),
		...(role !== undefined && { role }),
		...(concurrent !== undefined && { maximum_concurrent_chat: concurrent }),
		...(isChatEnabled !== undefined && { is_chat_enabled: isChatEnabled }),
	};
}

function checked(ids: string[], key: string, { departments }: Account): string[] {
	const wrong = ids.findIndex((id) => !departments.some((one) => one.id === id));
	if (wrong !== -1) throw new SalesIqError(1025, { json_key: `${key}[${wrong}]` });
	return ids;
}

function find({ params }: Call, { operators }: Account): Operator {
	const operator = operators.find(({ id }) => id === params.id);
	if (!operator) throw new SalesIqError(1020);
	return operator;
}
