import { NodeOperationError, type IDataObject, type INodeProperties } from 'n8n-workflow';
import type { Operation } from '../../../shared/operations/operation';
import { rest, rowsIn } from '../../api/rest';
import { restIdParameter } from '../ids';
import * as output from '../outputs';
import { filtersOf } from '../restOperation';
import { operatorFilters } from './get';
import { operatorLocator } from './operatorId';

export const getLiveStatus: Operation = {
	option: {
		name: 'Get Live Status',
		value: 'getLive',
		action: 'Get live status of operator',
		description: 'Whether an operator is connected, busy and available, per channel',
	},
	fields: [operatorLocator],
	output: output.operatorLive,
	async run({ context, item }) {
		const id = restIdParameter(context, 'operatorId', item);
		const { data } = await rest(context, { path: `/operator/${id}/live` });
		return rowsIn(data);
	},
};

export const getManyLiveStatuses: Operation = {
	option: {
		name: 'Get Many Live Statuses',
		value: 'getManyLive',
		action: 'Get live status of many operators',
		description:
			'Who is connected, busy and available. With skills or groups in use, filter by them.',
	},
	fields: [
		{
			displayName: 'Include Offline',
			name: 'includeOffline',
			type: 'boolean',
			default: false,
			description: 'Whether to add operators who are offline, but have logged in before',
		},
		operatorFilters,
	],
	output: output.operatorLive,
	async run({ context, item }) {
		const includeOffline = context.getNodeParameter('includeOffline', item) as boolean;
		const query = {
			...(includeOffline && { connected: 0 }),
			filters: filtersOf(context, item),
		};
		const { data } = await rest(context, { path: '/operator/live', query });
		return rowsIn(data);
	},
};

const availability = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'options',
	default: 'unchanged',
	options: [
		{ name: 'Available', value: 'available' },
		{ name: 'Unavailable', value: 'unavailable' },
		{ name: 'Unchanged', value: 'unchanged' },
	],
});

const CHANNELS = ['chat', 'call', 'video'] as const;

export const setLiveStatus: Operation = {
	option: {
		name: 'Set Live Status',
		value: 'setLive',
		action: 'Set live status of operator',
		description: 'Make an operator available or unavailable per channel, or log the operator off',
	},
	fields: [
		operatorLocator,
		availability('Chat', 'chat'),
		availability('Call', 'call'),
		availability('Video', 'video'),
		{
			displayName: 'Log Off',
			name: 'logOff',
			type: 'boolean',
			default: false,
			description: 'Whether to log the operator off; iAdvize lets nobody be logged on this way',
		},
	],
	output: output.done,
	async run({ context, item }) {
		const id = restIdParameter(context, 'operatorId', item);
		const form: IDataObject = {};
		for (const channel of CHANNELS) {
			const wish = context.getNodeParameter(channel, item);
			if (wish !== 'unchanged') form[channel] = { available: wish === 'available' };
		}
		if (context.getNodeParameter('logOff', item) === true) form.connected = 0;
		if (Object.keys(form).length === 0) {
			throw new NodeOperationError(context.getNode(), 'There is no live status to set', {
				itemIndex: item,
				description: 'Choose Available or Unavailable for a channel, or switch on Log Off',
			});
		}
		const { meta } = await rest(context, { method: 'PUT', path: `/operator/${id}/live`, form });
		return { success: true, message: meta.message ?? null };
	},
};
