import type { IDataObject } from 'n8n-workflow';
import { flag, oneOf } from '../../../shared/operations/fields';
import type { Operation } from '../../../shared/operations/operation';
import { rest, rowsIn } from '../../api/restRequest';
import { filtersOf } from '../restOperation';
import * as output from '../restOutputs';
import { operatorFilters } from './get';
import { operatorAt, operatorId } from './operatorId';

export const getLiveStatus: Operation = {
	option: {
		name: 'Get Live Status',
		value: 'getLive',
		action: 'Get live status of operator',
		description: 'Whether an operator is connected, busy and available, per channel',
	},
	fields: [operatorId],
	output: output.operatorLive,
	run: async (call) => rowsIn(await rest(call, { path: `${operatorAt(call)}/live` })),
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
		flag(
			'Include Offline',
			'includeOffline',
			'to include operators who are offline but have logged in before',
		),
		operatorFilters,
	],
	output: output.operatorLive,
	async run(call) {
		const connected = call.flag('includeOffline') ? 0 : undefined;
		const query = { connected, filters: filtersOf(call) };
		return rowsIn(await rest(call, { path: '/operator/live', query }));
	},
};

const availability = (displayName: string, name: string) => ({
	...oneOf(
		displayName,
		name,
		[
			['Available', 'available'],
			['Unavailable', 'unavailable'],
			['Unchanged', 'unchanged'],
		],
		'unchanged',
	),
	description: `Whether the operator takes new conversations by ${name}`,
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
		operatorId,
		availability('Chat', 'chat'),
		availability('Call', 'call'),
		availability('Video', 'video'),
		flag(
			'Log Off',
			'logOff',
			'to log the operator off; there is no way to log an operator back on',
		),
	],
	output: output.done,
	async run(call) {
		const form: IDataObject = {};
		for (const channel of CHANNELS) {
			const wish = call.text(channel);
			if (wish !== 'unchanged') form[channel] = { available: wish === 'available' };
		}
		if (call.flag('logOff')) form.connected = 0;
		if (Object.keys(form).length === 0) {
			throw call.refuse(
				'There is no live status to set',
				'Choose Available or Unavailable for a channel, or switch on Log Off',
			);
		}
		const { meta } = await rest(call, { method: 'PUT', path: `${operatorAt(call)}/live`, form });
		return { success: true, message: meta.message ?? null };
	},
};
