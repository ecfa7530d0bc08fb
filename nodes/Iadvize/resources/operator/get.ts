import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from '../../../shared/operations/operation';
import { listFields } from '../../../shared/operations/paging';
import { rest, restRows, rowsIn } from '../../api/rest';
import { groupId, operatorId, skillId, websiteId, websiteList } from '../filterFields';
import { restIdParameter } from '../ids';
import * as output from '../outputs';
import { filtersOf } from '../restOperation';
import { operatorLocator } from './operatorId';

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Include SSO Key',
			name: 'includeSsoKey',
			type: 'boolean',
			default: false,
			description:
				'Whether to give the key that logs the operator in without a password. Whoever sees the execution sees it.',
		},
	],
};

const text = (displayName: string, name: string, placeholder: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder,
});

/** Filters of operators, for the list and for live status. Their names are the vendor's. */
export const operatorFilters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		text('Email', 'email', 'e.g. ada@example.com'),
		text('External ID', 'external_id', 'e.g. E-1024'),
		groupId,
		text('Name', 'name', 'e.g. *ada*'),
		{ ...operatorId, name: 'id' },
		websiteId,
		websiteList,
		skillId,
	],
};

export const getOperator: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get operator',
		description: 'Look up one operator',
	},
	fields: [operatorLocator, options],
	output: output.operator,
	async run({ context, item }) {
		const { data } = await rest(context, {
			path: `/operator/${restIdParameter(context, 'operatorId', item)}`,
			keepSsoKey: context.getNodeParameter('options.includeSsoKey', item, false) as boolean,
		});
		return rowsIn(data);
	},
};

export const getManyOperators: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many operators',
		description: 'List operators, all or those that the filters let through',
	},
	fields: [...listFields, operatorFilters, options],
	output: output.operator,
	run: ({ context, item }) =>
		restRows(context, item, {
			path: '/operator',
			query: { filters: filtersOf(context, item) },
			keepSsoKey: context.getNodeParameter('options.includeSsoKey', item, false) as boolean,
		}),
};
