import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Call } from '../../../shared/operations/call';
import { flagOn, moreOptions, required, text } from '../../../shared/operations/fields';
import { eventOptions } from '../../events';
import { apps } from '../fields';

export const kind: INodeProperties = {
	displayName: 'Kind',
	name: 'type',
	type: 'options',
	default: 'data',
	options: [
		{
			name: 'Administration',
			value: 'administration',
			description:
				'Events of operators, departments and brands; a portal has at most 3 such webhooks',
		},
		{ name: 'Data', value: 'data', description: 'Events of conversations and visitors' },
	],
	description: 'Which events it is for; SalesIQ keeps the two kinds apart',
};

export const events: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	required: true,
	default: ['conversation.completed'],
	options: eventOptions,
	description: 'Events of the chosen kind; they replace those that the webhook has',
};

export const settings: INodeProperties[] = [
	kind,
	{
		...required(text('Address', 'url', 'https://example.com/webhook')),
		description: 'SalesIQ first sends a HEAD request and expects status 200',
	},
	events,
	{ ...apps, displayOptions: { show: { type: ['data'] } } },
	moreOptions([
		{
			displayName: 'Keep Failed Executions',
			name: 'expiryDays',
			type: 'number',
			typeOptions: { minValue: 7, maxValue: 60 },
			default: 60,
			description: 'How many days SalesIQ keeps what it could not deliver',
		},
		flagOn('Secured', 'secured', 'SalesIQ signs what it delivers'),
	]),
];

const DAY_MS = 86_400_000;

/** A webhook as SalesIQ expects it. */
export function bodyOf(call: Call): IDataObject {
	const { secured = true, expiryDays } = call.collection('options');
	const type = call.text('type');
	return {
		type,
		url: call.text('url'),
		events: call.list('events'),
		app_ids: type === 'data' ? call.list('app_ids') : undefined,
		secured,
		version: '1',
		expiry_time_for_executions_data:
			typeof expiryDays === 'number' ? String(expiryDays * DAY_MS) : undefined,
	};
}
