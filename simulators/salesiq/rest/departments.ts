import { omit } from '../../shared/omit';
import type { Account, Department } from '../account/model';
import { newDepartment } from '../account/structureRows';
import { badKey, SalesIqError, unknownResource } from '../errors';
import type { World } from '../world';
import type { Body } from './body';
import { flagIn, optionalText, optionalTexts, readJson, textIn, textsIn } from './body';
import { byIndex, numberIn } from './paging';
import type { Answer, Call, Route } from './route';

/** Departments (contract §5.6; that an update is PUT is assumed there). */
export const departmentRoutes: readonly Route[] = [
	{ method: 'GET', path: '/departments', scope: 'departments.READ', answer: list },
	{ method: 'POST', path: '/departments', scope: 'departments.CREATE', answer: create },
	{ method: 'PUT', path: '/departments/:id', scope: 'departments.UPDATE', answer: update },
];

function list(call: Call, { account }: World): Answer {
	const since = numberIn(call, 'last_sync_time', { otherwise: 0 });
	const rows = account.departments.filter(({ modified_time }) => Number(modified_time) >= since);
	const data = byIndex(rows, call).map((row) => omit(row, 'operators', 'email_configurations'));
	return { object: 'list', data, more: { CRC: '3033299196' } };
}

function create(call: Call, world: World): Answer {
	const { account } = world;
	const body = readJson(call);
	const name = textIn(body, 'name');
	if (account.departments.some((one) => one.name === name)) {
		throw new SalesIqError(1014, { json_key: 'name' });
	}
	textsIn(body, 'operators');
	const now = world.nowText();
	const department = newDepartment(account.departments.length + 1, {
		id: world.nextId(),
		display_name: name,
		description: '',
		created_by: account.operatorId,
		created_time: now,
		modified_time: now,
		...readChanges(body, account),
	});
	account.departments.push(department);
	return { object: 'department', data: department };
}

function update(call: Call, world: World): Answer {
	const department = world.account.departments.find(({ id }) => id === call.params.id);
	if (!department) throw unknownResource();
	const changes = readChanges(readJson(call), world.account);
	Object.assign(department, changes, { modified_time: world.nowText() });
	return { object: 'department', data: department };
}

function readChanges(body: Body, account: Account): Partial<Department> {
	const name = optionalText(body, 'name');
	const description = optionalText(body, 'description');
	const is_public = flagIn(body, 'is_public');
	const operators = optionalTexts(body, 'operators');
	const wrong = operators?.findIndex((id) => !account.operators.some((one) => one.id === id));
	if (wrong !== undefined && wrong !== -1) {
		throw new SalesIqError(1024, { json_key: `operators[${wrong}]` });
	}
	const email_configurations = readMails(body.email_configurations);
	return {
		...(name !== undefined && { name }),
		...(description !== undefined && { description }),
		...(is_public !== undefined && { is_public }),
		...(operators && { operators }),
		...(email_configurations && { email_configurations }),
	};
}

function readMails(value: unknown): Record<string, string> | undefined {
	if (value === undefined) return undefined;
	if (typeof value !== 'object' || value === null) throw badKey('email_configurations', 1007);
	const entries = Object.entries(value).map(([key, entry]) => [key, String(entry)]);
	return Object.fromEntries(entries) as Record<string, string>;
}
