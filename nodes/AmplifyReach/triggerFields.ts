import type { INodeProperties } from 'n8n-workflow';
import { fullAddressNotice } from '../shared/webhook/address';
import { optionsField, outputField, repeatsOption } from '../shared/webhook/triggerFields';
import { ALL_EVENTS, catalogue } from './events';

const setUp: INodeProperties = {
	displayName:
		'AmplifyReach has no API to register webhooks, so this is done by hand: go to <b>Dashboard > Analytics > Settings > Conversation Configuration > Webhooks</b>, click <b>NEW WEBHOOK</b>, enter a name and the full address, and choose the event. For both events create two webhooks with the same address.',
	name: 'setUpNotice',
	type: 'notice',
	default: '',
};

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description: 'Filters concern Contact Information only',
	options: [
		{
			displayName: 'Email Domains',
			name: 'emailDomains',
			type: 'string',
			default: '',
			placeholder: 'e.g. example.com, example.org',
			description: 'Let only email addresses of these domains through, separated by commas',
		},
		{
			displayName: 'Has Email',
			name: 'hasEmail',
			type: 'boolean',
			default: true,
			description: 'Whether to let only contacts with an email address through',
		},
		{
			displayName: 'Has Phone',
			name: 'hasPhone',
			type: 'boolean',
			default: true,
			description: 'Whether to let only contacts with a phone number through',
		},
	],
};

/** What the user fills in. Literals only: n8n would evaluate an expression here on every call. */
export const triggerFields: INodeProperties[] = [
	setUp,
	fullAddressNotice('The full address'),
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		required: true,
		default: ['contact'],
		options: [
			{
				name: 'All Events',
				value: ALL_EVENTS,
				description: 'Whatever AmplifyReach sends, also what this node does not know yet',
			},
			...Object.entries(catalogue).map(([value, { name, description }]) => ({
				name,
				value,
				description,
			})),
		],
		description: 'The events that start the workflow',
	},
	filters,
	outputField('AmplifyReach'),
	optionsField('AmplifyReach', [repeatsOption('AmplifyReach')]),
];
