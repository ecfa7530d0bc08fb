import { filters as filterFields, oneOf } from '../../shared/operations/fields';
import type { Operation, Resource } from '../../shared/operations/operation';
import { rest, rowsIn } from '../api/restRequest';
import { dates, resourceId, websiteList } from './filterFields';
import { indicators } from './indicators';
import { filtersOf } from './restOperation';
import * as output from './restOutputs';

const channel = oneOf(
	'Channel',
	'channel',
	[
		['Call', 'call'],
		['Chat', 'chat'],
		['Facebook', 'facebook'],
		['Facebook Messenger', 'facebookBusinessOnMessenger'],
		['Instagram', 'instagram'],
		['SMS', 'sms'],
		['Twitter', 'twitter'],
		['Video', 'video'],
		['WhatsApp', 'whatsapp'],
	],
	'chat',
);

const getStatistics: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get statistics',
		description: 'Indicators of conversations, presence or sales, over a time span',
	},
	fields: [
		{
			displayName: 'Indicators',
			name: 'indicators',
			type: 'multiOptions',
			required: true,
			default: ['contact_number'],
			options: indicators.map((value) => ({ name: value, value })),
			description:
				'Exactly one if a granularity is set. Durations are in seconds, rates are ratios.',
		},
		filterFields([
			channel,
			...dates(),
			oneOf('Granularity', 'granularity', [
				['Day', 'day'],
				['Hour', 'hour'],
				['Month', 'month'],
			]),
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
		]),
	],
	output: output.statistic,
	async run(call) {
		const wanted = call.list('indicators');
		const filters = filtersOf(call);
		if (filters.granularity !== undefined && wanted.length !== 1) {
			throw call.refuse(
				`A granularity needs exactly one indicator, not ${wanted.length}`,
				'Remove the granularity, or leave one indicator',
			);
		}
		const query = { filters: { ...filters, indicators: wanted.join(',') } };
		return rowsIn(await rest(call, { path: '/statistic', query }));
	},
};

export const statistic: Resource = {
	option: { name: 'Statistic', value: 'statistic' },
	operations: [getStatistics],
};
