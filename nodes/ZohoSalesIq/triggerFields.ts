import type { INodeProperties } from 'n8n-workflow';
import {
	eventsField,
	filtersField,
	optionsField,
	outputField,
	repeatsOption,
} from '../shared/webhook/triggerFields';
import { eventOptions } from './events';
import { apps, departments, operators } from './resources/fields';
import { portalField } from './whichPortal';

const filters = filtersField(
	'A filter applies only to events that have what it checks: a department does not hold back Operator Created',
	[
		apps,
		{ ...operators, displayName: 'Attender Names or IDs', name: 'attenders' },
		departments,
		{
			displayName: 'Message From',
			name: 'messageFrom',
			type: 'multiOptions',
			default: [],
			options: [
				{ name: 'Bot', value: 'bot' },
				{ name: 'Operator', value: 'operator' },
				{ name: 'Visitor', value: 'visitor' },
			],
			description: 'Only let messages from these through',
		},
		{
			displayName: 'Rating at Least',
			name: 'ratingAtLeast',
			type: 'number',
			default: 0,
			description: 'Only let ratings of at least this score through',
		},
		{
			displayName: 'Rating at Most',
			name: 'ratingAtMost',
			type: 'number',
			default: 2,
			description: 'Only let ratings of at most this score through',
		},
		{
			displayName: 'Visitor Types',
			name: 'visitorTypes',
			type: 'multiOptions',
			default: [],
			options: [
				{ name: 'Contact', value: 'contact' },
				{ name: 'Lead', value: 'lead' },
			],
			description: 'Only let these visitors through',
		},
	],
);

const otherEvents: INodeProperties = {
	displayName: 'Other Events',
	name: 'otherEvents',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	default: {},
	placeholder: 'Add Event',
	description: 'Events that are not in the list, by their name in SalesIQ',
	options: [
		{
			displayName: 'Event',
			name: 'event',
			values: [
				{
					displayName: 'Kind',
					name: 'kind',
					type: 'options',
					default: 'data',
					options: [
						{ name: 'Administration', value: 'administration' },
						{ name: 'Data', value: 'data' },
					],
				},
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. conversation.metrics',
				},
			],
		},
	],
};

const proof: INodeProperties = {
	displayName: 'Proof',
	name: 'proof',
	type: 'options',
	default: 'both',
	options: [
		{
			name: 'Address Token',
			value: 'token',
			description:
				'Only the token in the address, which n8n generates when it registers the webhook: for use if SalesIQ does not sign as documented',
		},
		{
			name: 'Signature and Address Token',
			value: 'both',
			description: 'Both, provided that SalesIQ gives a readable key and accepts the address',
		},
	],
	description: 'What a call must carry to be accepted',
};

const publicKey: INodeProperties = {
	displayName: 'Public Key',
	name: 'publicKey',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	placeholder: 'e.g. -----BEGIN PUBLIC KEY-----',
	description:
		'Key of a webhook that was created by hand in SalesIQ, so that its calls are accepted as well. Webhooks of this node need none.',
};

/** What the user fills in. Literals only: n8n would evaluate an expression here on every call. */
export const triggerFields: INodeProperties[] = [
	portalField,
	eventsField({
		options: eventOptions,
		ticked: 'conversation.completed',
		allEvents: 'Every event that all portals support',
	}),
	{
		...apps,
		description: `Only conversations and visitors of these apps; if none is chosen, of all apps that exist when the workflow is published. ${apps.description}.`,
	},
	filters,
	outputField('SalesIQ'),
	optionsField('SalesIQ', [otherEvents, proof, publicKey, repeatsOption('SalesIQ')]),
];
