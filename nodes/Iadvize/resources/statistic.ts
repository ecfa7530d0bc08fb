import { NodeOperationError, type IDataObject } from 'n8n-workflow';
import type { Operation, Resource } from '../../shared/operations/operation';
import { rest, rowsIn } from '../api/rest';
import { dates, resourceId, websiteList } from './filterFields';
import * as output from './outputs';
import { filtersOf } from './restOperation';
import { indicators } from './indicators';

const getStatistics: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get statistics',
		description: 'Indicators of conversations, presence or sales, over a span of time',
	},
	fields: [
		{
			displayName: 'Indicators',
			name: 'indicators',
			type: 'multiOptions',
			required: true,
			default: ['contact_number'],
			options: indicators.map((value) => ({ name: value, value })),
			description: 'With a granularity, exactly one. Durations are in seconds, rates are ratios.',
		},
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Channel',
					name: 'channel',
					type: 'options',
					default: 'chat',
					options: [
						{ name: 'Call', value: 'call' },
						{ name: 'Chat', value: 'chat' },
						{ name: 'Facebook', value: 'facebook' },
						{ name: 'Facebook Messenger', value: 'facebookBusinessOnMessenger' },
						{ name: 'Instagram', value: 'instagram' },
						{ name: 'SMS', value: 'sms' },
						{ name: 'Twitter', value: 'twitter' },
						{ name: 'Video', value: 'video' },
						{ name: 'WhatsApp', value: 'whatsapp' },
					],
				},
				...dates(),
				{
					displayName: 'Granularity',
					name: 'granularity',
					type: 'options',
					default: 'day',
					options: [
						{ name: 'Day', value: 'day' },
						{ name: 'Hour', value: 'hour' },
						{ name: 'Month', value: 'month' },
					],
				},
				websiteList,
				{
					displayName: 'Resource',
					name: 'resource',
					type: 'options',
					noDataExpression: true,
					default: 'operator',
					description: 'What the rows are about',
					options: [
						{ name: 'Contact Type', value: 'contact_type' },
						{ name: 'Group', value: 'group' },
						{ name: 'Operator', value: 'operator' },
						{ name: 'Page Type', value: 'page_type' },
						{ name: 'Rule', value: 'rule' },
						{ name: 'Skill', value: 'skill' },
					],
				},
				resourceId,
			],
		},
	],
	output: output.statistic,
	async run({ context, item }) {
		const wanted = context.getNodeParameter('indicators', item) as string[];
		const filters = filtersOf(context, item);
		if (filters.granularity !== undefined && wanted.length !== 1) {
			throw new NodeOperationError(
				context.getNode(),
				`A granularity goes with one indicator, not ${wanted.length}`,
				{ itemIndex: item, description: 'Remove the granularity, or leave one indicator' },
			);
		}
		const query: IDataObject = { filters: { ...filters, indicators: wanted.join(',') } };
		const { data } = await rest(context, { path: '/statistic', query });
		return rowsIn(data);
	},
};

export const statistic: Resource = {
	option: { name: 'Statistic', value: 'statistic' },
	operations: [getStatistics],
};
