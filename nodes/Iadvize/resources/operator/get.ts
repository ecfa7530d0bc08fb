import type { Call } from '../../../shared/operations/call';
import { filters, flag, moreOptions, text } from '../../../shared/operations/fields';
import type { Operation } from '../../../shared/operations/operation';
import { listFields } from '../../../shared/operations/paging';
import { rest, restRows, rowsIn } from '../../api/restRequest';
import {
	groupId,
	operatorId as operatorIdFilter,
	skillId,
	websiteId,
	websiteList,
} from '../filterFields';
import { filtersOf } from '../restOperation';
import * as output from '../restOutputs';
import { operatorAt, operatorId } from './operatorId';

const options = moreOptions([
	flag(
		'Include SSO Key',
		'includeSsoKey',
		'to include the key that logs the operator in without a password. Anyone who can see the execution can see it.',
	),
]);

const keepSsoKey = (call: Call) => call.collection('options').includeSsoKey === true;

/** Filters of operators, for the list and for live status. Their names are the vendor's. */
export const operatorFilters = filters([
	text('Email', 'email', 'ada@example.com'),
	text('External ID', 'external_id', 'E-1024'),
	groupId,
	text('Name', 'name', '*ada*'),
	{ ...operatorIdFilter, name: 'id' },
	websiteId,
	websiteList,
	skillId,
]);

export const getOperator: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get operator',
		description: 'Look up one operator',
	},
	fields: [operatorId, options],
	output: output.operator,
	simple: output.simpleOperator,
	run: async (call) =>
		rowsIn(await rest(call, { path: operatorAt(call), keepSsoKey: keepSsoKey(call) })),
};

export const getManyOperators: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many operators',
		description: 'List operators, all of them or only those that match the filters',
	},
	fields: [...listFields, operatorFilters, options],
	output: output.operator,
	simple: output.simpleOperator,
	run: (call) =>
		restRows(call, {
			path: '/operator',
			query: { filters: filtersOf(call) },
			keepSsoKey: keepSsoKey(call),
		}),
};
